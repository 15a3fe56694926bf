// The one registry of facts. A new fact is one line in its namespace's file; a new namespace is one line here.
import type { SubjectKind } from "#kit";
import { contribution, delivery, registers, release, supplier, upstream } from "./interaction.ts";
import { deliverable, organization, product } from "./organization.ts";
import { repository } from "./repository.ts";
import type { FactDefinition, FactNamespace } from "./types.ts";
import { component, license, use } from "./usage.ts";

export const factNamespaces: readonly FactNamespace[] = [
  organization,
  product,
  deliverable,
  repository,
  component,
  license,
  use,
  contribution,
  upstream,
  release,
  supplier,
  delivery,
  registers,
];

/** Namespaces that a rule about this kind of subject may read. */
export function namespacesFor(kind: SubjectKind): readonly FactNamespace[] {
  return factNamespaces.filter((namespace) => namespace.about.includes(kind));
}

const definitions = new Map<string, FactDefinition>(
  factNamespaces.flatMap(({ name, facts }) => Object.entries(facts).map(([fact, definition]) => [`${name}.${fact}`, definition] as const)),
);

/** Definition of `namespace.name`; undefined where there is no such fact. */
export function factDefinition(name: string): FactDefinition | undefined {
  return definitions.get(name);
}

export * from "./types.ts";
