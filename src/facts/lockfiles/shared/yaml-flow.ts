// Scalars and flow collections (`{integrity: sha512-x}`) on one line, for the fast YAML reader.
import { maxDepth } from "./json.ts";
import { plainScalar } from "./yaml-scalar.ts";

/** Says that a text uses more of YAML than the fast reader knows. */
export class NotBlockYaml extends Error {}

/** Reads values inside `[start, end)` of a text, which holds no line end. */
export class FlowReader {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #depth = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  /** One value that fills the range, but for a comment behind it. */
  whole(): unknown {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 34 || code === 39) {
      const value = this.quoted();
      this.#onlyComment();
      return value;
    }
    if (code === 123 || code === 91) {
      const value = this.#collection(code);
      this.#onlyComment();
      return value;
    }
    return this.#plainLine();
  }

  /** Offset behind the quoted scalar that starts here. */
  skipQuoted(): number {
    const quote = this.#text.charCodeAt(this.#at);
    for (let at = this.#at + 1; at < this.#end; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 92 && quote === 34) at += 1;
      else if (code === quote) {
        if (quote === 39 && this.#text.charCodeAt(at + 1) === 39 && at + 1 < this.#end) at += 1;
        else return at + 1;
      }
    }
    throw new NotBlockYaml();
  }

  /** The text of the quoted scalar that starts here; steps behind it. */
  quoted(): string {
    const start = this.#at;
    const end = this.skipQuoted();
    this.#at = end;
    const raw = this.#text.slice(start, end);
    if (raw[0] === "'") return raw.slice(1, -1).replaceAll("''", "'");
    if (!raw.includes("\\")) return raw.slice(1, -1);
    try {
      return JSON.parse(raw) as string;
    } catch {
      throw new NotBlockYaml();
    }
  }

  #onlyComment(): void {
    const rest = this.#text.slice(this.#at, this.#end);
    if (!/^(?:\s+#.*|\s*)$/.test(rest)) throw new NotBlockYaml();
  }

  #plainLine(): unknown {
    const line = this.#text.slice(this.#at, this.#end);
    const comment = line.indexOf(" #");
    const raw = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    if (/^[&*!|>%@`,\]}#]|^[-?:](?:\s|$)|:\s|:$|\t/.test(raw)) throw new NotBlockYaml();
    return plainScalar(raw);
  }

  #collection(open: number): unknown {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new NotBlockYaml();
    this.#at += 1;
    const value = open === 123 ? this.#flowMap() : this.#flowList();
    this.#depth -= 1;
    return value;
  }

  #flowList(): unknown[] {
    const items: unknown[] = [];
    while (!this.#closes(93)) {
      items.push(this.#flowValue());
      this.#separator(93);
      // `[a: b]` is a mapping in a list: rare enough to leave it to the full reader.
    }
    return items;
  }

  #flowMap(): unknown {
    const result: Record<string, unknown> = Object.create(null);
    while (!this.#closes(125)) {
      const key = this.#flowValue();
      if (typeof key === "object" && key !== null) throw new NotBlockYaml();
      const name = String(key);
      if (name in result || name === "<<") throw new NotBlockYaml();
      this.#space();
      if (this.#code() === 58) {
        this.#at += 1;
        this.#space();
        result[name] = this.#code() === 44 || this.#code() === 125 ? null : this.#flowValue();
      } else result[name] = null;
      this.#separator(125);
    }
    return result;
  }

  #closes(close: number): boolean {
    this.#space();
    if (this.#code() !== close) return false;
    this.#at += 1;
    return true;
  }

  /** A comma, or the end of the collection, which is left for `closes`. */
  #separator(close: number): void {
    this.#space();
    if (this.#code() === 44) this.#at += 1;
    else if (this.#code() !== close) throw new NotBlockYaml();
  }

  #code(): number {
    return this.#at < this.#end ? this.#text.charCodeAt(this.#at) : -1;
  }

  #space(): void {
    while (this.#code() === 32) this.#at += 1;
  }

  #flowValue(): unknown {
    this.#space();
    const code = this.#code();
    if (code === 34 || code === 39) return this.quoted();
    if (code === 123 || code === 91) return this.#collection(code);
    return this.#flowPlain();
  }

  #flowPlain(): unknown {
    const start = this.#at;
    while (this.#at < this.#end) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 44 || code === 93 || code === 125) break;
      if (code === 91 || code === 123 || code === 9) throw new NotBlockYaml();
      if (code === 35 && this.#text.charCodeAt(this.#at - 1) === 32) throw new NotBlockYaml();
      if (code === 58 && this.#endsKey(this.#text.charCodeAt(this.#at + 1))) break;
      this.#at += 1;
    }
    const raw = this.#text.slice(start, this.#at).trimEnd();
    if (raw === "" || /^[&*!|>%@`#]|^[-?:](?:\s|$)/.test(raw)) throw new NotBlockYaml();
    return plainScalar(raw);
  }

  #endsKey(after: number): boolean {
    return after === 32 || after === 44 || after === 93 || after === 125 || this.#at + 1 >= this.#end;
  }
}
