// JSON in three strengths: as the engine parses it, with lines, and with the comments and trailing commas of JSONC.
import { Unreadable } from "../types.ts";
import { type Positioned, type Positions, lineLookup } from "./data.ts";
import { LineIndex, lineOf } from "./line-index.ts";

/** Deeper than this no format nests; parsers that recurse stop here. */
export const maxDepth = 512;

/** Without a byte order mark. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Parses strict JSON with the engine's own parser (the fastest). Throws `Unreadable` with the line. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Unreadable(`Not JSON: ${shortened(message)}`, jsonErrorLine(withoutMark(text), message), "a JSON document");
  }
}

/** Strict JSON, with the line of every key. Some three times slower than `parseJson`. */
export function parseJsonLines(text: string): Positioned {
  return new JsonParser(withoutMark(text), false).document();
}

/** JSON with comments and trailing commas (`bun.lock`, `deno.jsonc`), with the line of every key. */
export function parseJsonc(text: string): Positioned {
  return new JsonParser(withoutMark(text), true).document();
}

function shortened(message: string): string {
  const plain = message.replace(/ in JSON at position \d+.*/s, "").replace(/[\r\n]+/g, " ");
  return plain.length > 120 ? `${plain.slice(0, 117)}...` : plain;
}

function jsonErrorLine(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineOf(text, Number(position));
  return lineOf(text, text.length);
}

const QUOTE = 34;
const BACKSLASH = 92;

class JsonParser {
  readonly #text: string;
  readonly #lenient: boolean;
  readonly #positions: Positions = new WeakMap();
  #at = 0;
  #depth = 0;

  constructor(text: string, lenient: boolean) {
    this.#text = text;
    this.#lenient = lenient;
  }

  document(): Positioned {
    this.#space();
    const value = this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("more text after the document");
    const lines = new LineIndex(this.#text);
    return { value, lineOf: lineLookup(this.#positions, (offset) => lines.lineAt(offset)) };
  }

  #fail(what: string): never {
    throw new Unreadable(`Not JSON: ${what}`, lineOf(this.#text, this.#at), "a JSON document");
  }

  #space(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.#at += 1;
      else if (code === 47 && this.#lenient) this.#comment();
      else return;
    }
  }

  #comment(): void {
    const next = this.#text[this.#at + 1];
    if (next !== "/" && next !== "*") this.#fail('unexpected "/"');
    const end = this.#text.indexOf(next === "/" ? "\n" : "*/", this.#at + 2);
    if (next === "*" && end < 0) this.#fail("a comment that does not end");
    this.#at = end < 0 ? this.#text.length : end + (next === "/" ? 1 : 2);
  }

  #value(): unknown {
    switch (this.#text[this.#at]) {
      case "{":
        return this.#nested(() => this.#object());
      case "[":
        return this.#nested(() => this.#array());
      case '"':
        return this.#string();
      case undefined:
        return this.#fail("the document ends too early");
      default:
        return this.#word();
    }
  }

  #nested(read: () => unknown): unknown {
    if (this.#depth >= maxDepth) this.#fail(`nested deeper than ${maxDepth} levels`);
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(): unknown {
    const result: Record<string, unknown> = Object.create(null);
    const places = new Map<string | number, number>();
    this.#positions.set(result, places);
    this.#items("}", () => {
      if (this.#text.charCodeAt(this.#at) !== QUOTE) this.#fail("a property name in quotes is missing");
      const start = this.#at;
      const key = this.#string();
      this.#space();
      if (this.#text[this.#at] !== ":") this.#fail('":" is missing after a property name');
      this.#at += 1;
      this.#space();
      result[key] = this.#value();
      places.set(key, start);
    });
    return result;
  }

  #array(): unknown {
    const result: unknown[] = [];
    const places: number[] = [];
    this.#positions.set(result, places);
    this.#items("]", () => {
      places.push(this.#at);
      result.push(this.#value());
    });
    return result;
  }

  #items(close: "}" | "]", item: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      this.#space();
      const after = this.#text[this.#at];
      if (after !== "," && after !== close)
        this.#fail(after === undefined ? "the document ends too early" : `"," or "${close}" is missing`);
      this.#at += 1;
      if (after === close) return;
      this.#space();
      if (this.#lenient && this.#text[this.#at] === close) {
        this.#at += 1;
        return;
      }
    }
  }

  #string(): string {
    const start = this.#at;
    let end = start;
    do {
      end = this.#text.indexOf('"', end + 1);
      if (end < 0) this.#fail("a string that does not end");
    } while (this.#escaped(end, start));
    this.#at = end + 1;
    const raw = this.#text.slice(start, end + 1);
    // Escapes and control characters are the engine's business; a plain string needs none of it.
    return raw.includes("\\") || /[^ -\uffff]/.test(raw) ? (this.#engine(raw, start) as string) : raw.slice(1, -1);
  }

  #escaped(quote: number, start: number): boolean {
    let slashes = 0;
    while (quote - 1 - slashes > start && this.#text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1;
    return slashes % 2 === 1;
  }

  #word(): unknown {
    const start = this.#at;
    while (this.#at < this.#text.length && /[-+.\w]/.test(this.#text[this.#at] as string)) this.#at += 1;
    if (this.#at === start) this.#fail(`unexpected "${this.#text[start]}"`);
    return this.#engine(this.#text.slice(start, this.#at), start);
  }

  #engine(raw: string, start: number): unknown {
    try {
      return JSON.parse(raw);
    } catch {
      this.#at = start;
      return this.#fail(`unexpected ${shortened(raw)}`);
    }
  }
}
