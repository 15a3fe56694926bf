// What is left of a document when its faulty parts are cut out; list items that go remember where the others stood.
import type { Path } from "./yaml.ts";

const gone = Symbol("gone");

export class Remains {
  value: unknown;
  private cloned = false;
  private readonly fallback: Readonly<Record<string, unknown>>;
  /** What stands in for something faulty that must be there; undefined where nothing can. */
  private readonly standIn: (path: Path) => unknown;
  /** Keys at the top for which something stands in. */
  readonly replaced = new Set<string>();
  private readonly filled = new WeakMap<object, Set<string>>();
  private readonly origins = new WeakMap<object, number[]>();

  constructor(value: unknown, fallback: Readonly<Record<string, unknown>>, standIn: (path: Path) => unknown) {
    this.value = value;
    this.fallback = fallback;
    this.standIn = standIn;
  }

  /** Removes what stands at the paths; where something that must be there is missing, the list item or map entry around it. */
  cut(paths: readonly Path[]): void {
    if (!this.cloned) this.value = structuredClone(this.value);
    this.cloned = true;
    for (const path of paths) this.cutOne(path);
    this.compact(this.value);
  }

  /** The path in the document as it was written. */
  original(path: Path): Path {
    let value = this.value;
    return path.map((step) => {
      const origins = typeof value === "object" && value !== null ? this.origins.get(value) : undefined;
      const before = origins ? (origins[Number(step)] ?? step) : step;
      value = child(value, step);
      return before;
    });
  }

  private cutOne(path: Path): void {
    const last = path.at(-1);
    if (last === undefined) {
      this.value = undefined;
      return;
    }
    const parent = path.slice(0, -1).reduce(child, this.value);
    const name = String(last);
    if (path.length === 1 && isMap(parent) && Object.hasOwn(this.fallback, name)) parent[name] = this.fallback[name];
    else if (Array.isArray(parent)) parent[Number(last)] = gone;
    else if (isMap(parent) && this.fill(parent, name, path)) return;
    else if (isMap(parent) && Object.hasOwn(parent, name)) delete parent[name];
    else if (parent !== undefined) this.cutOne(path.slice(0, -1));
  }

  /** Once for each place: what does not fit even so is cut in the next round. */
  private fill(parent: Record<string, unknown>, name: string, path: Path): boolean {
    const filled = this.filled.get(parent) ?? new Set();
    const value = filled.has(name) ? undefined : this.standIn(path);
    this.filled.set(parent, filled.add(name));
    if (value !== undefined) parent[name] = structuredClone(value);
    if (path.length === 1) this.replaced.add(name);
    return value !== undefined;
  }

  private compact(value: unknown): void {
    if (Array.isArray(value)) {
      const origins = this.origins.get(value) ?? value.map((_, index) => index);
      const kept = [...value.keys()].filter((index) => value[index] !== gone);
      const items = kept.map((index) => value[index]);
      this.origins.set(
        value,
        kept.map((index) => origins[index] ?? index),
      );
      value.splice(0, value.length, ...items);
      for (const item of items) this.compact(item);
    } else if (isMap(value)) {
      for (const item of Object.values(value)) this.compact(item);
    }
  }
}

export function child(value: unknown, step: PropertyKey): unknown {
  if (Array.isArray(value)) return value[Number(step)] === gone ? undefined : value[Number(step)];
  return isMap(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
