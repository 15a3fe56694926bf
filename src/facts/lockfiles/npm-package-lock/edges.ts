// Which location of a package-lock a dependency means, by the rule of Node: the nearest `node_modules` upwards.
import type { DataObject } from "../shared/data.ts";

export const MODULES = "node_modules/";

/** How deep packages may lie: far more than any installation has. */
export const maxLevels = 200;

const RUNTIME = ["dependencies", "optionalDependencies", "peerDependencies"] as const;
const ALL = [...RUNTIME, "devDependencies"] as const;
const NONE: readonly string[] = [];

/** What stands in one `node_modules`: the location by name; empty for a package of ours. */
type Installed = Map<string, string>;

/** Answers thousands of look-ups in a few milliseconds: places are prepared once, a name is then one or two steps. */
export class Edges {
  readonly #installed = new Map<string, Installed>([["", new Map()]]);
  readonly #scopes = new Map<string, readonly Installed[]>();

  /** Tells that this name means this target where it is looked up from inside of this folder; all of them before the first `from`. */
  add(holder: string, name: string, target: string): void {
    const names = this.#installed.get(holder);
    if (names) names.set(name, target);
    else this.#installed.set(holder, new Map([[name, target]]));
  }

  /** Targets of what the entry at this location asks for, as far as the lockfile holds it. */
  from(location: string, entry: DataObject, withDevelopment: boolean): readonly string[] {
    const groups = withDevelopment ? ALL : RUNTIME;
    let targets: string[] | undefined;
    let scopes: readonly Installed[] | undefined;
    for (let index = 0; index < groups.length; index += 1) {
      const group = entry[groups[index] as string];
      if (typeof group !== "object" || group === null) continue;
      targets ??= [];
      scopes ??= this.#scopesOf(location);
      for (const name of Object.keys(group)) {
        // What stands in two groups is one edge.
        if (index > 0 && groups.slice(0, index).some((earlier) => hasName(entry[earlier], name))) continue;
        const target = resolve(scopes, name);
        if (target) targets.push(target);
      }
    }
    return targets ?? NONE;
  }

  /** Every `node_modules` that counts for what lies at this location, the nearest first. */
  #scopesOf(location: string): readonly Installed[] {
    const here = this.#installed.get(location);
    if (location === "") return here ? [here] : [];
    const outer = upwards(location);
    let around = this.#scopes.get(outer);
    if (!around) {
      around = this.#scopesOf(outer);
      this.#scopes.set(outer, around);
    }
    return here ? [here, ...around] : around;
  }
}

function resolve(scopes: readonly Installed[], name: string): string | undefined {
  for (const scope of scopes) {
    const target = scope.get(name);
    if (target !== undefined) return target;
  }
  return undefined;
}

function hasName(group: unknown, name: string): boolean {
  return typeof group === "object" && group !== null && Object.hasOwn(group, name);
}

/** The next place whose `node_modules` counts: what holds this one's `node_modules`, or the parent folder. */
function upwards(location: string): string {
  const modules = location.lastIndexOf(MODULES);
  if (modules >= 0) return modules === 0 ? "" : location.slice(0, modules - 1);
  return location.slice(0, Math.max(location.lastIndexOf("/"), 0));
}
