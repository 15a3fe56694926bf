// Which entries are reached from which roots: the scope of what a lockfile lists without saying why.
import type { Scope } from "../types.ts";

export type Edges = ReadonlyMap<string, readonly string[]>;

/** Everything that can be reached from the roots, roots included. */
export function reachedFrom(roots: Iterable<string>, edges: Edges): Set<string> {
  const reached = new Set(roots);
  const open = [...reached];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const next of edges.get(key) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

/** What the roots of each scope are. */
export interface Roots {
  readonly production: Iterable<string>;
  readonly optional?: Iterable<string>;
  readonly development?: Iterable<string>;
}

/** The scope of every entry that some root reaches: production before optional before development. What nothing reaches is not in the map. */
export function scopesByReach(roots: Roots, edges: Edges): Map<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const scope of ["development", "optional", "production"] as const) {
    for (const key of reachedFrom(roots[scope] ?? [], edges)) scopes.set(key, scope);
  }
  return scopes;
}

/** The stronger of two scopes: production before optional before development. */
export function strongerScope(a: Scope, b: Scope): Scope {
  if (a === "production" || b === "production") return "production";
  return a === "optional" || b === "optional" ? "optional" : "development";
}

/** Names that teams give to groups of dependencies that are used only while developing. */
const DEVELOPMENT = new Set(
  (
    "dev devel develop development devtools debug test tests testing unittest integration e2e lint linting linters typing types typecheck mypy format formatting " +
    "doc docs documentation sphinx ci cd build tox nox qa check checks quality style coverage bench benchmark benchmarks release tools tooling examples profiling"
  ).split(" "),
);

/** Whether a group's or a file's name says that it is for development: any of its words (`test-extra`, `docs_build`) does. */
export function namesDevelopment(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => DEVELOPMENT.has(word));
}

/** Names that teams give to groups of what their product runs with. */
const PRODUCTION = /^(?:main|default|prod|production|runtime|app|application|server|deploy|deployment|core|base)$/;

/** The scope of a group of dependencies (PEP 735, Poetry, Pipenv, Bundler): for developers, unless its name says that the product needs it. */
export function scopeOfGroup(name: string): Scope {
  return PRODUCTION.test(name.toLowerCase()) ? "production" : "development";
}
