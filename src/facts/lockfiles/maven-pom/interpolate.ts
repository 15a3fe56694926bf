// `${…}` in POMs: bounded, so that properties that refer to each other cannot run away.

/** Longer than this no coordinate is; what grows beyond it is an attack or a mistake. */
const MAX_LENGTH = 4_096;
/** How deep properties may refer to properties. */
const MAX_DEPTH = 32;
/** How many references one value may resolve to in all. */
const MAX_REFERENCES = 512;

/** The value of a property as it is written (it may hold further references); undefined where there is none. */
export type PropertyLookup = (name: string) => string | undefined;

/** The text with its references replaced; undefined where one cannot be resolved, refers to itself, or the result grows too long. */
export function interpolate(text: string, lookup: PropertyLookup): string | undefined {
  if (!text.includes("${")) return text;
  return new Interpolation(lookup).resolve(text);
}

class Interpolation {
  readonly #lookup: PropertyLookup;
  readonly #open = new Set<string>();
  #references = 0;

  constructor(lookup: PropertyLookup) {
    this.#lookup = lookup;
  }

  resolve(text: string): string | undefined {
    let result = "";
    let at = 0;
    for (;;) {
      const start = text.indexOf("${", at);
      if (start < 0) return bounded(result + text.slice(at));
      const end = text.indexOf("}", start);
      if (end < 0) return undefined;
      const value = this.#value(text.slice(start + 2, end));
      if (value === undefined) return undefined;
      result += text.slice(at, start) + value;
      if (result.length > MAX_LENGTH) return undefined;
      at = end + 1;
    }
  }

  #value(name: string): string | undefined {
    this.#references += 1;
    if (this.#references > MAX_REFERENCES || this.#open.size >= MAX_DEPTH || this.#open.has(name)) return undefined;
    const raw = this.#lookup(name);
    if (raw === undefined || !raw.includes("${")) return raw;
    this.#open.add(name);
    const value = this.resolve(raw);
    this.#open.delete(name);
    return value;
  }
}

function bounded(text: string): string | undefined {
  return text.length > MAX_LENGTH ? undefined : text;
}
