// Scopes in the npm world, for lockfiles that do not write them down: what our manifests ask for, and what that brings in.
import type { Scope } from "../types.ts";

/** Edges of one entry; an optional one may fail to install. */
export interface NpmEdges {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Keys of entries that our own packages ask for, by the group in which they do. */
export class NpmRoots {
  readonly production: string[] = [];
  readonly optional: string[] = [];
  readonly development: string[] = [];

  /** Every key that one of our packages asks for. */
  all(): ReadonlySet<string> {
    return new Set([...this.production, ...this.optional, ...this.development]);
  }
}

/**
 * The scope of every entry that the roots reach: production wins over optional, optional over development; what an optional edge brings in
 * is optional. Entries that no root reaches are absent.
 */
export function npmScopes(roots: NpmRoots, edgesOf: (key: string) => NpmEdges | undefined): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  const optional: string[] = [...roots.optional];
  const spread = (from: readonly string[], scope: Scope): void => {
    const waiting = [...from];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (scopes.has(key)) continue;
      scopes.set(key, scope);
      const edges = edgesOf(key);
      if (!edges) continue;
      for (const next of edges.required) waiting.push(next);
      for (const next of edges.optional) (scope === "production" ? optional : waiting).push(next);
    }
  };
  spread(roots.production, "production");
  spread(optional, "optional");
  spread(roots.development, "development");
  return scopes;
}
