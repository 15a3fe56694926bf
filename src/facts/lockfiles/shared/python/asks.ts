// What manifests of Python ask for, and how that becomes packages.
import type { LockedPackage, Scope } from "../../types.ts";
import { Keys } from "../keys.ts";
import { normalName } from "./names.ts";

/** One dependency that a project asks for. */
export interface Ask {
  /** As written. */
  readonly name: string;
  readonly scope: Scope;
  /** The extra or group that it is in; absent for what the project itself needs. */
  readonly group?: string;
  readonly version: string;
  readonly range?: string;
  readonly source?: LockedPackage["source"];
  /** The text to look for to find its line. */
  readonly written: string;
  /** The table or list that holds it, as a path of keys. */
  readonly place: readonly string[];
}

/** Packages as a manifest names them: all of them direct, each name and version once, in the strongest of its scopes. */
export function askedPackages(asks: readonly Ask[], lineOf: (ask: Ask) => number | undefined): LockedPackage[] {
  const keys = new Keys();
  const order = { production: 0, optional: 1, development: 2 };
  const first = new Map<string, Ask>();
  for (const ask of asks) {
    const identity = JSON.stringify([normalName(ask.name), ask.version, ask.range, ask.source?.address]);
    const known = first.get(identity);
    if (known === undefined || order[ask.scope] < order[known.scope]) first.set(identity, ask);
  }
  return [...first.values()].map((ask) => ({
    key: keys.unique(normalName(ask.name)),
    type: "pypi",
    name: ask.name,
    version: ask.version,
    range: ask.range,
    scope: ask.scope,
    direct: true,
    line: lineOf(ask),
    source: ask.source,
  }));
}
