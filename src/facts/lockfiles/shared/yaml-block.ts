// The fast YAML reader: block mappings and sequences, one-line scalars and flow collections, literal blocks: what tools write into lockfiles.
// It answers undefined for anything else (anchors, tags, directives, folded or broken lines) and never guesses: the full reader then takes over.
import { withoutTrailing } from "#kit";
import { lineLookup, type Positioned, type Positions } from "./data.ts";
import { maxDepth } from "./json.ts";
import { FlowReader, NotBlockYaml } from "./yaml-flow.ts";
import { plainScalar } from "./yaml-scalar.ts";

/** All documents of the stream, or undefined where the text uses more of YAML than this reader knows. */
export function readBlockYaml(text: string): readonly Positioned[] | undefined {
  try {
    return new BlockReader(text).documents();
  } catch (error) {
    if (error instanceof NotBlockYaml) return undefined;
    throw error;
  }
}

class BlockReader {
  readonly #text: string;
  #positions: Positions = new WeakMap();
  /** The current line: where its text starts and ends in the whole, its indentation and its number. */
  #start = 0;
  #end = 0;
  #indent = 0;
  #number = 0;
  #next = 0;
  #done = false;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  documents(): readonly Positioned[] {
    const documents: Positioned[] = [];
    this.#advance();
    let open = !this.#done && !this.#isMark();
    while (!this.#done || open) {
      if (!open) {
        this.#documentStart();
        open = true;
      }
      this.#positions = new WeakMap();
      const value = this.#done || this.#isMark() ? null : this.#block(0);
      if (!this.#done && !this.#isMark()) throw new NotBlockYaml();
      documents.push({ value, lineOf: lineLookup(this.#positions) });
      open = false;
    }
    return documents;
  }

  #isMark(): boolean {
    return this.#indent === 0 && this.#start < this.#end && this.#text.startsWith("---", this.#start);
  }

  #documentStart(): void {
    if (!/^---\s*(?:#.*)?$/.test(this.#line())) throw new NotBlockYaml();
    this.#advance();
  }

  #line(): string {
    return this.#text.slice(this.#start, this.#end);
  }

  /** Steps to the next line that holds more than a comment. */
  #advance(): void {
    const text = this.#text;
    for (;;) {
      if (this.#next > text.length || (this.#next === text.length && this.#number > 0)) {
        this.#done = true;
        this.#start = this.#end = text.length;
        this.#indent = -1;
        return;
      }
      const from = this.#next;
      this.#stepLine();
      let at = from;
      while (at < this.#end && text.charCodeAt(at) === 32) at += 1;
      const code = at < this.#end ? text.charCodeAt(at) : 10;
      if (code === 10 || code === 35) continue;
      if (code === 9 || code === 37) throw new NotBlockYaml();
      this.#start = at;
      this.#indent = at - from;
      if (this.#indent === 0 && text.startsWith("...", at)) throw new NotBlockYaml();
      return;
    }
  }

  /** Moves the end marks over one raw line; `\r` before the line end is not part of it. */
  #stepLine(): void {
    const found = this.#text.indexOf("\n", this.#next);
    const end = found < 0 ? this.#text.length : found;
    this.#number += 1;
    this.#end = end > this.#next && this.#text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    this.#next = end + 1;
  }

  /** A node that starts on the current line, which is indented by at least `least`. */
  #block(least: number): unknown {
    if (this.#indent < least) return null;
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new NotBlockYaml();
    const value = this.#isDash() ? this.#sequence() : this.#mappingOrScalar();
    this.#depth -= 1;
    return value;
  }

  #isDash(): boolean {
    return this.#isIndicator(45);
  }

  #isIndicator(code: number): boolean {
    if (this.#text.charCodeAt(this.#start) !== code || this.#start >= this.#end) return false;
    const after = this.#text.charCodeAt(this.#start + 1);
    if (after === 9) throw new NotBlockYaml();
    return this.#start + 1 === this.#end || after === 32;
  }

  #sequence(): unknown[] {
    const indent = this.#indent;
    const items: unknown[] = [];
    const places: number[] = [];
    this.#positions.set(items, places);
    while (!this.#done && this.#indent === indent && this.#isDash()) {
      places.push(this.#number);
      items.push(this.#afterIndicator());
    }
    if (this.#indent > indent) throw new NotBlockYaml();
    return items;
  }

  /** What follows `- `, `? ` or `: `: a node on the same line, or the block below. */
  #afterIndicator(): unknown {
    const outer = this.#indent;
    let at = this.#start + 1;
    while (at < this.#end && this.#text.charCodeAt(at) === 32) at += 1;
    if (this.#text.charCodeAt(at) === 9) throw new NotBlockYaml();
    if (at >= this.#end || this.#text.charCodeAt(at) === 35) {
      this.#advance();
      return this.#indent > outer ? this.#block(outer + 1) : null;
    }
    // The rest of the line is a node of its own, indented as far as it stands.
    this.#indent += at - this.#start;
    this.#start = at;
    return this.#block(outer + 1);
  }

  #mappingOrScalar(): unknown {
    const indent = this.#indent;
    if (this.#isIndicator(63)) return this.#mapping(indent);
    const colon = this.#keyEnd();
    return colon < 0 ? this.#inline(this.#start, indent) : this.#mapping(indent);
  }

  #mapping(indent: number): unknown {
    const result: Record<string, unknown> = Object.create(null);
    const places = new Map<string | number, number>();
    this.#positions.set(result, places);
    while (!this.#done && this.#indent === indent && !(indent === 0 && this.#isMark())) {
      const line = this.#number;
      let key: string;
      let value: unknown;
      if (this.#isIndicator(63)) {
        key = scalarKey(this.#afterIndicator());
        value = this.#indent === indent && this.#isIndicator(58) ? this.#afterIndicator() : null;
      } else {
        const colon = this.#keyEnd();
        if (colon < 0) throw new NotBlockYaml();
        key = this.#key(colon);
        value = this.#mapValue(colon + 1, indent);
      }
      if (key in result || key === "<<") throw new NotBlockYaml();
      result[key] = value;
      places.set(key, line);
    }
    if (this.#indent > indent) throw new NotBlockYaml();
    return result;
  }

  /** Offset of the colon that ends a key at the start of this line; -1 where there is none. */
  #keyEnd(): number {
    const text = this.#text;
    const first = text.charCodeAt(this.#start);
    let from = this.#start;
    if (first === 34 || first === 39) {
      from = new FlowReader(text, this.#start, this.#end).skipQuoted();
      while (from < this.#end && text.charCodeAt(from) === 32) from += 1;
      return text.charCodeAt(from) === 58 && this.#isColon(from) ? from : -1;
    }
    if (isReserved(first) || this.#isDash()) {
      if (first === 123 || first === 91) return -1;
      throw new NotBlockYaml();
    }
    for (let at = from; at < this.#end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 58 && this.#isColon(at)) return at;
      if (code === 35 && text.charCodeAt(at - 1) === 32) return -1;
    }
    return -1;
  }

  #isColon(at: number): boolean {
    if (at + 1 >= this.#end) return true;
    const after = this.#text.charCodeAt(at + 1);
    return after === 32 || after === 9;
  }

  #key(colon: number): string {
    const first = this.#text.charCodeAt(this.#start);
    if (first === 34 || first === 39) return String(new FlowReader(this.#text, this.#start, colon).quoted());
    return scalarKey(plainScalar(this.#text.slice(this.#start, colon).trimEnd()));
  }

  #mapValue(from: number, indent: number): unknown {
    let at = from;
    while (at < this.#end && this.#text.charCodeAt(at) === 32) at += 1;
    if (at < this.#end && this.#text.charCodeAt(at) !== 35) return this.#inline(at, indent);
    this.#advance();
    if (this.#indent > indent) return this.#block(indent + 1);
    // A sequence may stand as deep as the key that it belongs to.
    return this.#indent === indent && this.#isDash() ? this.#block(indent) : null;
  }

  /** A value that starts at this offset and, but for literal blocks, ends on this line. */
  #inline(at: number, indent: number): unknown {
    const code = this.#text.charCodeAt(at);
    if (code === 124) return this.#literal(at, indent);
    const value = new FlowReader(this.#text, at, this.#end).whole();
    this.#advance();
    // A deeper line after a whole value is a scalar broken over lines.
    if (this.#indent > indent) throw new NotBlockYaml();
    return value;
  }

  #literal(at: number, indent: number): string {
    const header = /^\|([-+]?)\s*$/.exec(this.#text.slice(at, this.#end));
    if (!header) throw new NotBlockYaml();
    const lines: string[] = [];
    let depth = -1;
    while (this.#next < this.#text.length) {
      const from = this.#next;
      let content = from;
      while (this.#text.charCodeAt(content) === 32) content += 1;
      const blank = content >= this.#text.length || this.#text.charCodeAt(content) === 10 || this.#text.charCodeAt(content) === 13;
      if (!blank && depth < 0) depth = content - from;
      if (!blank && (content - from <= indent || content - from < depth)) {
        if (content - from > indent) throw new NotBlockYaml();
        break;
      }
      this.#stepLine();
      lines.push(blank && depth < 0 ? "" : this.#text.slice(Math.min(from + Math.max(depth, 0), this.#end), this.#end));
    }
    this.#advance();
    return chomped(lines, header[1] ?? "");
  }
}

function chomped(lines: readonly string[], chomp: string): string {
  const body = lines.join("\n");
  if (chomp === "+") return lines.length > 0 ? `${body}\n` : "";
  const kept = withoutTrailing(body, "\n");
  return chomp === "-" || kept === "" ? kept : `${kept}\n`;
}

function scalarKey(value: unknown): string {
  if (typeof value === "object" && value !== null) throw new NotBlockYaml();
  return String(value);
}

/** Characters that cannot start a plain scalar. */
function isReserved(code: number): boolean {
  return "&*!|>%@`\"'[]{},#".includes(String.fromCharCode(code));
}
