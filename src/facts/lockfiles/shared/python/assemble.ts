// From the entries of a Python lockfile to packages: edges by name, scopes by who asks.
import type { LockedPackage, OwnPackage, Scope } from "../../types.ts";
import { type Edges, scopesByReach } from "../graph.ts";
import { NameIndex } from "../name-index.ts";
import { folderOf, foldersInside } from "../paths.ts";
import { normalName } from "./names.ts";
import type { PythonProject } from "./project.ts";

/** That an entry brings in another: by name, and by version where the file says which of several. */
export interface Need {
  /** Normalised. */
  readonly name: string;
  readonly version?: string;
  /** In which role; counts for entries that are ours. */
  readonly scope?: Scope;
}

export interface LockEntry {
  /** Unique in the file. */
  readonly key: string;
  /** As written. */
  readonly name: string;
  readonly version: string;
  /** The root, a workspace member, a folder: no third party's. */
  readonly ours: boolean;
  /** Ours, and only the subject of the file, not an entry among what it lists. */
  readonly unlisted?: boolean;
  /** For what is ours: its folder, as seen from the lockfile's. */
  readonly folder?: string;
  readonly needs: readonly Need[];
  /** Where the file itself says the role. */
  readonly scope?: Scope;
  readonly line?: number;
  readonly source?: LockedPackage["source"];
  readonly integrity?: string;
}

/** Folders of what is ours, for `Reading.members`. */
export function memberFolders(entries: readonly LockEntry[], lockPath: string): string[] {
  return foldersInside(
    folderOf(lockPath),
    entries.map((entry) => (entry.ours ? entry.folder : undefined)).filter((folder) => folder !== undefined),
  );
}

/** Packages and what is ours. Without the project's own file and without entries of ours, everything is production and nobody knows what is direct. */
export function assemble(
  entries: readonly LockEntry[],
  project: PythonProject | undefined,
): { packages: LockedPackage[]; own: OwnPackage[] } {
  const keys = new NeedKeys(entries);
  const edges: Edges = new Map(entries.filter((entry) => !entry.ours).map((entry) => [entry.key, keys.of(entry.needs)]));
  const roots = rootsOf(entries, project, keys);
  const known = roots.production.size + roots.optional.size + roots.development.size > 0;
  const scopes = scopesByReach(roots, edges);
  // Where a file has no edges, what nothing reaches has the role that all the rest has.
  const rest: Scope = known && roots.production.size + roots.optional.size === 0 ? "development" : "production";
  const third = new Set(entries.filter((entry) => !entry.ours).map((entry) => entry.key));
  const packages = entries
    .filter((entry) => !entry.ours)
    .map((entry) => ({
      key: entry.key,
      type: "pypi",
      name: entry.name,
      version: entry.version,
      scope: entry.scope ?? scopes.get(entry.key) ?? rest,
      direct: known ? roots.production.has(entry.key) || roots.optional.has(entry.key) || roots.development.has(entry.key) : undefined,
      line: entry.line,
      dependsOn: edges.get(entry.key)?.filter((key) => third.has(key)),
      source: entry.source,
      integrity: entry.integrity,
    }));
  return { packages, own: ownOf(entries, project, keys, third) };
}

/** Finds the entries that a need means: the version that it names, otherwise all of its name. */
class NeedKeys {
  readonly #byName = new NameIndex();
  readonly #byVersion = new Map<string, string>();

  constructor(entries: readonly LockEntry[]) {
    for (const entry of entries) {
      const name = normalName(entry.name);
      this.#byName.add(name, entry.key);
      this.#byVersion.set(`${name}@${entry.version}`, entry.key);
    }
  }

  of(needs: readonly Need[]): string[] {
    const keys = new Set<string>();
    for (const need of needs) {
      const exact = need.version === undefined ? undefined : this.#byVersion.get(`${need.name}@${need.version}`);
      if (exact !== undefined) keys.add(exact);
      else for (const key of this.#byName.of(need.name)) keys.add(key);
    }
    return [...keys];
  }
}

function rootsOf(entries: readonly LockEntry[], project: PythonProject | undefined, keys: NeedKeys): Record<Scope, Set<string>> {
  const roots = { production: new Set<string>(), optional: new Set<string>(), development: new Set<string>() };
  const add = (need: Need): void => {
    for (const key of keys.of([need])) roots[need.scope ?? "production"].add(key);
  };
  for (const ask of project?.asks ?? []) add({ name: normalName(ask.name), scope: ask.scope });
  for (const entry of entries) if (entry.ours) for (const need of entry.needs) add(need);
  return roots;
}

function ownOf(
  entries: readonly LockEntry[],
  project: PythonProject | undefined,
  keys: NeedKeys,
  third: ReadonlySet<string>,
): OwnPackage[] {
  const own = new Map<string, OwnPackage>();
  const add = (fresh: OwnPackage): void => {
    const known = own.get(normalName(fresh.name));
    const dependsOn = [...new Set([...(known?.dependsOn ?? []), ...(fresh.dependsOn ?? [])])].filter((key) => third.has(key));
    own.set(normalName(fresh.name), {
      ...fresh,
      version: fresh.version ?? known?.version,
      license: fresh.license ?? known?.license,
      listed: fresh.listed ?? known?.listed,
      dependsOn,
    });
  };
  if (project?.own) add({ ...project.own, dependsOn: keys.of(project.asks.map((ask) => ({ name: normalName(ask.name) }))) });
  for (const entry of entries) {
    if (!entry.ours) continue;
    const listed = entry.version !== "" && entry.unlisted !== true ? true : undefined;
    add({ type: "pypi", name: entry.name, version: entry.version || undefined, listed, dependsOn: keys.of(entry.needs) });
  }
  return [...own.values()];
}
