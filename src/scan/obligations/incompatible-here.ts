// Of each repository the components whose licence does not go with its own: the compatibility of every use, joined.
import type { ScanContext } from "../context.ts";
import { compatibilityBook } from "./compatibility.ts";

const made = new WeakMap<ScanContext, ReadonlyMap<string, readonly string[] | undefined>>();

/** Package URLs; empty where everything goes together, undefined where something is not known and nothing is known to clash. */
export function incompatibleIn(repository: string, context: ScanContext): readonly string[] | undefined {
  const before = made.get(context) ?? byRepository(context);
  made.set(context, before);
  return before.has(repository) ? before.get(repository) : [];
}

function byRepository(context: ScanContext): ReadonlyMap<string, readonly string[] | undefined> {
  const book = compatibilityBook(context);
  const clashing = new Map<string, Set<string>>();
  const open = new Set<string>();
  for (const use of context.uses) {
    const component = context.components[use.component];
    if (!component) continue;
    const here = clashing.get(use.repository) ?? new Set<string>();
    clashing.set(use.repository, here);
    const answer = book(use, component);
    // What does not go with a neighbour may well go with ours.
    if (answer?.compatible === false && answer.beside === undefined) here.add(component.purl);
    else if (answer?.compatible === undefined) open.add(use.repository);
  }
  return new Map([...clashing].map(([id, purls]) => [id, purls.size === 0 && open.has(id) ? undefined : [...purls].sort()] as const));
}
