// Which tuple of a bun.lock a name means, from where: keys are paths of package names (`parent/child`), the nearest one counts.
import { entriesOf } from "../shared/data.ts";
import type { NpmEdges } from "../shared/npm-scopes.ts";

interface Keyed {
  readonly key: string;
}

export class BunPlaces {
  readonly #known: ReadonlyMap<string, boolean>;

  /** `others`: those of the entries that are not our own packages; only they are ever answered. */
  constructor(entries: readonly Keyed[], others: ReadonlySet<Keyed>) {
    this.#known = new Map(entries.map((entry) => [entry.key, others.has(entry)]));
  }

  edgesOf(key: string, info: Readonly<Record<string, unknown>>): NpmEdges {
    return {
      required: [...new Set([...this.keysOf(key, info["dependencies"]), ...this.keysOf(key, info["peerDependencies"])])],
      optional: this.keysOf(key, info["optionalDependencies"]),
    };
  }

  /** Keys of what a group of dependencies means for the package at this place. */
  keysOf(place: string, group: unknown): string[] {
    const parents = parentsOf(place);
    return entriesOf(group).flatMap(([name]) => {
      const key = parents.map((parent) => (parent === "" ? name : `${parent}/${name}`)).find((candidate) => this.#known.has(candidate));
      return key !== undefined && this.#known.get(key) ? [key] : [];
    });
  }
}

/** More names than any path has that Bun wrote. */
const MAX_LEVELS = 100;

/** `a/@s/b` lies in `a/@s/b`, `a` and the top. */
function parentsOf(place: string): readonly string[] {
  const parents: string[] = [];
  let rest = place;
  while (rest !== "" && parents.length < MAX_LEVELS) {
    parents.push(rest);
    const slash = rest.lastIndexOf("/");
    const before = rest.slice(0, Math.max(slash, 0));
    const scope = before.slice(before.lastIndexOf("/") + 1);
    rest = scope.startsWith("@") ? before.slice(0, Math.max(before.length - scope.length - 1, 0)) : before;
  }
  return [...parents, ""];
}
