// The lines on which the entries of a package-lock start, without parsing the file a second time.
import { type DataObject, objectField } from "../shared/data.ts";
import { parseJsonLines } from "../shared/json.ts";
import { maxLevels } from "./edges.ts";

/** Lines of the entries of `packages` (lockfile version 2 and 3), in the order of these locations. */
export function packageLines(text: string, locations: readonly string[]): readonly (number | undefined)[] {
  const start = section(text, "packages");
  const finder = start && new KeyFinder(text, start.at);
  const lines = finder ? locations.map((location) => finder.find(start.indent, location)) : [];
  if (finder?.complete || locations.length === 0) return lines;
  const document = parseJsonLines(text);
  const places = objectField(document.value, "packages") ?? {};
  return locations.map((location) => document.lineOf(places, location));
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
  visit(dependencies, start.indent, 0);
  return lines;
}

/** Indentation of the keys of the object that follows this top-level key, what one level adds, and where that object's first line end is. */
function section(text: string, name: string): { readonly indent: string; readonly step: string; readonly at: number } | undefined {
  const found = new RegExp(`\\n([ \\t]+)"${name}":\\s?\\{(\\r?\\n[ \\t]+)"`).exec(text);
  if (!found?.[1] || !found[2]) return undefined;
  const indent = found[2].slice(found[2].lastIndexOf("\n") + 1);
  return { indent, step: indent.slice(found[1].length), at: text.indexOf("\n", found.index + 1) };
}

/** In a pretty-printed text the key of an entry is the line with its indentation, its name and a brace. Finds keys in the order of the text, in one pass over it. */
class KeyFinder {
  readonly #text: string;
  /** The end of the line before the next one to look at; -1 behind the last. */
  #at: number;
  #line = 1;
  /** Whether every key so far was found; after the first that is not, none is looked for. */
  complete = true;

  constructor(text: string, from: number) {
    this.#text = text;
    for (let at = text.indexOf("\n"); at >= 0 && at < from; at = text.indexOf("\n", at + 1)) this.#line += 1;
    this.#at = from;
  }

  find(indent: string, key: string): number | undefined {
    if (!this.complete) return undefined;
    const text = this.#text;
    const width = indent.length + 1;
    const end = width + 1 + key.length;
    while (this.#at >= 0) {
      const at = this.#at;
      this.#at = text.indexOf("\n", at + 1);
      this.#line += 1;
      const isKey = text.charCodeAt(at + width) === 34 && text.startsWith(indent, at + 1) && text.startsWith('": {', at + end);
      if (isKey && text.startsWith(key, at + width + 1)) return this.#line;
    }
    this.complete = false;
    return undefined;
  }
}
