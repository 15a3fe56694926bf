// Which location of a package-lock a dependency means, by the rule of Node: the nearest `node_modules` upwards.
export const MODULES = "node_modules/";

/** How deep packages may lie: far more than any installation has. */
export const maxLevels = 200;

/** What stands in one `node_modules`: the location by name; empty for a package of ours. */
type Installed = Map<string, string>;

/** Answers thousands of look-ups in a few milliseconds: places are prepared once, a name is then one or two steps. */
export class Edges {
  readonly #installed = new Map<string, Installed>([["", new Map()]]);
  readonly #scopes = new Map<string, readonly Installed[]>();

  /** Tells that this name means this target where it is looked up from inside of this folder; all of them before the first `targets`. */
  add(holder: string, name: string, target: string): void {
    const names = this.#installed.get(holder);
    if (names) names.set(name, target);
    else this.#installed.set(holder, new Map([[name, target]]));
  }

  /** Targets of names that are asked for at this location, as far as the lockfile holds them. */
  targets(location: string, names: readonly string[]): readonly string[] {
    if (names.length === 0) return names;
    const scopes = this.#scopesOf(location);
    const targets: string[] = [];
    for (const name of names) {
      const target = resolve(scopes, name);
      if (target) targets.push(target);
    }
    return targets;
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

/** The next place whose `node_modules` counts: what holds this one's `node_modules`, or the parent folder. */
function upwards(location: string): string {
  const modules = location.lastIndexOf(MODULES);
  if (modules >= 0) return modules === 0 ? "" : location.slice(0, modules - 1);
  return location.slice(0, Math.max(location.lastIndexOf("/"), 0));
}
