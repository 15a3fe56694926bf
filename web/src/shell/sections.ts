// The rooms of the portal, and who sees them: no menu shows what a role cannot use.
import type { shellWords } from "@allmend/look/words/portal/shell";

export interface Section {
  readonly id: keyof (typeof shellWords)["en"]["sections"];
  readonly path: string;
  /** Any of these opens it; none: everybody who is signed in. */
  readonly permissions: readonly string[];
}

export const sections: readonly Section[] = [
  { id: "today", path: "/", permissions: [] },
  { id: "program", path: "/program", permissions: ["program:read"] },
  { id: "inventory", path: "/inventory", permissions: ["results:read"] },
  { id: "findings", path: "/findings", permissions: ["results:read"] },
  { id: "catalogue", path: "/catalogue", permissions: ["registers:read"] },
  { id: "requests", path: "/requests", permissions: ["cases:read", "cases:open"] },
  { id: "communities", path: "/communities", permissions: ["results:read"] },
  { id: "delivery", path: "/delivery", permissions: ["results:read"] },
  { id: "reports", path: "/reports", permissions: ["results:read"] },
  { id: "record", path: "/record", permissions: ["record:read"] },
  { id: "administration", path: "/administration", permissions: ["people:manage", "admin", "jobs:read"] },
];

export function sectionsFor(permissions: ReadonlySet<string>): readonly Section[] {
  return sections.filter((section) => section.permissions.length === 0 || section.permissions.some((one) => permissions.has(one)));
}
