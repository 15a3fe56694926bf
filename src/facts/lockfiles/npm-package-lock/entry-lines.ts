// The lines on which the entries of a package-lock start, without parsing the file a second time.
import { type DataObject, objectField } from "../shared/data.ts";
import { parseJsonLines } from "../shared/json.ts";
import { maxLevels } from "./edges.ts";

/** Line end and indentation of the keys of the object that follows this top-level key, and where that object starts. */
function section(text: string, name: string): { readonly indent: string; readonly step: string; readonly at: number } | undefined {
  const found = new RegExp(`\\n([ \\t]+)"${name}":\\s?\\{(\\r?\\n[ \\t]+)"`).exec(text);
  if (!found?.[1] || !found[2]) return undefined;
  const indent = found[2].slice(found[2].lastIndexOf("\n") + 1);
  return { indent, step: indent.slice(found[1].length), at: found.index + found[0].length - found[2].length - 1 };
}

/** Lines of the entries of `packages` (lockfile version 2 and 3), in their order. */
export function packageLines(text: string, packages: DataObject): readonly (number | undefined)[] {
  const locations = Object.keys(packages);
  const start = section(text, "packages");
  const lines = start ? keyLines(text, start.at, start.indent, locations) : undefined;
  if (lines || locations.length === 0) return lines ?? [];
  const document = parseJsonLines(text);
  const places = objectField(document.value, "packages") ?? {};
  return locations.map((location) => document.lineOf(places, location));
}

/** In a pretty-printed text the keys of one object are the lines with its indentation and a quote: the n-th is the n-th key, which is checked. */
function keyLines(text: string, from: number, indent: string, keys: readonly string[]): number[] | undefined {
  const lines: number[] = [];
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines.length < keys.length; at = text.indexOf("\n", at + 1)) {
    line += 1;
    if (at < from || text.charCodeAt(at + indent.length + 1) !== 34 || !text.startsWith(indent, at + 1)) continue;
    const quote = at + indent.length + 1;
    const key = keys[lines.length] as string;
    if (!text.startsWith(key, quote + 1) || text.charCodeAt(quote + 1 + key.length) !== 34) return undefined;
    lines.push(line);
  }
  return lines.length === keys.length ? lines : undefined;
}

/** Lines of the nested entries of `dependencies` (lockfile version 1), by the entry itself; incomplete where the file is not pretty-printed. */
export function dependencyLines(text: string, dependencies: DataObject): WeakMap<object, number> {
  const lines = new WeakMap<object, number>();
  const start = section(text, "dependencies");
  if (!start) return lines;
  const finder = new KeyFinder(text, start.at);
  const visit = (entries: DataObject, indent: string, depth: number): void => {
    for (const name of Object.keys(entries)) {
      const entry = objectField(entries, name);
      const line = entry && finder.find(indent, name);
      if (!entry || line === undefined) continue;
      lines.set(entry, line);
      const nested = objectField(entry, "dependencies");
      if (nested && depth < maxLevels) visit(nested, indent + start.step + start.step, depth + 1);
    }
  };
  visit(dependencies, `\n${start.indent}`, 0);
  return lines;
}

/** Finds keys in the order of the document, counting lines on the way. */
class KeyFinder {
  readonly #text: string;
  #at: number;
  #line = 1;
  #counted = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
  }

  /** Line of the next `"key":` that stands behind this line end and indentation; undefined where there is none. */
  find(indent: string, key: string): number | undefined {
    const found = this.#text.indexOf(`${indent}${JSON.stringify(key)}:`, this.#at);
    if (found < 0) return undefined;
    this.#at = found + indent.length;
    for (let at = this.#text.indexOf("\n", this.#counted); at >= 0 && at < this.#at; at = this.#text.indexOf("\n", at + 1)) {
      this.#line += 1;
      this.#counted = at + 1;
    }
    return this.#line;
  }
}
