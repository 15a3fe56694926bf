// Elixir literals: what mix.lock consists of, and what dependencies in mix.exs mostly are. Nothing is run.

export type ElixirTerm =
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "atom"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "tuple" | "list"; readonly items: readonly ElixirTerm[]; readonly line: number }
  | { readonly kind: "map"; readonly entries: readonly ElixirEntry[] }
  /** `key: value` inside a list or tuple. */
  | { readonly kind: "pair"; readonly key: string; readonly value: ElixirTerm }
  /** What is worked out while running: names, calls, operators. */
  | { readonly kind: "code" };

export interface ElixirEntry {
  readonly key: ElixirTerm;
  readonly value: ElixirTerm;
  readonly line: number;
}

/** What was found where a term was looked for, and why that is none. */
export class NoTerm extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const MAX_DEPTH = 100;
const ATOM = /:(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([A-Za-z_][\w@]*[?!]?))/y;
const KEY = /(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([A-Za-z_][\w@]*[?!]?)):(?=\s)/y;
const NUMBER = /-?\d[\d_]*(?:\.\d+)?/y;
const CODE = /[@&]?[A-Za-z_][\w.]*[?!]?/y;
const CLOSING = { "{": "}", "[": "]", "(": ")" } as const;

/** Reads terms one after another from a source. */
export class ElixirReader {
  readonly #source: string;
  #at: number;
  #line: number;
  #depth = 0;

  constructor(source: string, at = 0, line = 1) {
    this.#source = source;
    this.#at = at;
    this.#line = line;
  }

  get at(): number {
    return this.#at;
  }

  get line(): number {
    return this.#line;
  }

  /** The next term. Throws `NoTerm` where there is none. */
  term(): ElixirTerm {
    this.#space();
    const source = this.#source;
    const char = source[this.#at];
    if (char === "{" || char === "[") return this.#group(char);
    if (char === "(") return { kind: "list", items: this.#items("("), line: this.#line };
    if (char === "%") return this.#map();
    if (char === '"') return { kind: "string", text: this.#string() };
    if (char === "~") return this.#sigil();
    const atom = this.#match(ATOM);
    if (atom) return { kind: "atom", text: atom[1] ?? atom[2] ?? "" };
    const number = this.#match(NUMBER);
    if (number) return { kind: "number", text: number[0] };
    return this.#code();
  }

  #fail(message: string): never {
    throw new NoTerm(message, this.#line);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }

  #space(): void {
    for (;;) {
      const code = this.#source.charCodeAt(this.#at);
      if (code === 10) this.#line += 1;
      if (code === 35) {
        const end = this.#source.indexOf("\n", this.#at);
        this.#at = end < 0 ? this.#source.length : end;
      } else if (code === 32 || code === 9 || code === 13 || code === 10 || code === 0xfeff) this.#at += 1;
      else return;
    }
  }

  #group(open: "{" | "["): ElixirTerm {
    const line = this.#line;
    return { kind: open === "{" ? "tuple" : "list", items: this.#items(open), line };
  }

  #items(open: "{" | "[" | "("): ElixirTerm[] {
    this.#enter();
    const items: ElixirTerm[] = [];
    const close = CLOSING[open];
    while (!this.#closes(close)) {
      items.push(this.#pair() ?? this.term());
      this.#operators();
      if (!this.#comma() && !this.#closesNext(close)) this.#fail(`a comma or ${close} is missing`);
    }
    this.#depth -= 1;
    return items;
  }

  /** Steps behind an opening bracket. */
  #enter(): void {
    if (this.#depth >= MAX_DEPTH) this.#fail("nested too deeply");
    this.#depth += 1;
    this.#at += 1;
  }

  #pair(): ElixirTerm | undefined {
    this.#space();
    const key = this.#match(KEY);
    return key ? { kind: "pair", key: key[1] ?? key[2] ?? "", value: this.term() } : undefined;
  }

  #comma(): boolean {
    this.#space();
    if (this.#source[this.#at] !== ",") return false;
    this.#at += 1;
    return true;
  }

  #closesNext(close: string): boolean {
    this.#space();
    return this.#source[this.#at] === close;
  }

  #closes(close: string): boolean {
    if (!this.#closesNext(close)) return false;
    this.#at += 1;
    return true;
  }

  #map(): ElixirTerm {
    if (!this.#match(/%(?:[A-Z][\w.]*)?(?=\{)/y)) this.#fail("unexpected %");
    this.#enter();
    const entries: ElixirEntry[] = [];
    while (!this.#closes("}")) entries.push(this.entry());
    this.#depth -= 1;
    return { kind: "map", entries };
  }

  /** One entry of a map, `key => value` or `key: value`, with the comma after it. */
  entry(): ElixirEntry {
    this.#space();
    const line = this.#line;
    const pair = this.#pair();
    const key: ElixirTerm = pair?.kind === "pair" ? { kind: "atom", text: pair.key } : this.term();
    let value: ElixirTerm;
    if (pair?.kind === "pair") value = pair.value;
    else {
      this.#space();
      if (!this.#match(/=>/y)) this.#fail("=> is missing");
      value = this.term();
    }
    if (!this.#comma() && !this.#closesNext("}")) this.#fail("a comma or } is missing");
    return { key, value, line };
  }

  #string(): string {
    const source = this.#source;
    if (source.startsWith('"""', this.#at)) return this.#until('"""', 3);
    const start = this.#at + 1;
    let end = start;
    while (end < source.length && source[end] !== '"') end += source[end] === "\\" ? 2 : 1;
    if (end >= source.length) this.#fail("a text does not end");
    const text = source.slice(start, end);
    this.#countLines(text);
    this.#at = end + 1;
    return text.replace(/\\(.)/gs, "$1");
  }

  #until(mark: string, opening: number): string {
    const start = this.#at + opening;
    const end = this.#source.indexOf(mark, start);
    if (end < 0) this.#fail("a text does not end");
    const text = this.#source.slice(start, end);
    this.#countLines(text);
    this.#at = end + mark.length;
    return text;
  }

  #countLines(text: string): void {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }

  /** `~r/…/`, `~w(a b)a`: not needed, only passed over. */
  #sigil(): ElixirTerm {
    const found = this.#match(/~[A-Za-z]+([/|"'([{<])/y);
    if (!found) this.#fail("unexpected ~");
    const open = found[1] ?? "";
    this.#until({ "(": ")", "[": "]", "{": "}", "<": ">" }[open] ?? open, 0);
    this.#match(/[A-Za-z]*/y);
    return { kind: "code" };
  }

  #code(): ElixirTerm {
    const found = this.#match(CODE);
    if (!found) this.#fail(this.#at >= this.#source.length ? "the file ends too early" : `unexpected ${this.#source[this.#at]}`);
    if (this.#source[this.#at] === "(") this.#items("(");
    return /^(?:true|false|nil)$/.test(found[0]) ? { kind: "atom", text: found[0] } : { kind: "code" };
  }

  /** `a || b`, `x <> y`, `"a" in b`: what stands behind an operator is read and dropped. */
  #operators(): void {
    for (;;) {
      this.#space();
      if (!this.#match(/\|\||&&|==|!=|<>|\+\+|\|>|(?:in|and|or|when)(?=\s)|not(?=\s)/y)) return;
      if (!this.#pair()) this.term();
    }
  }
}

/** The value of a key in a keyword list or among the pairs of a tuple. */
export function pairValue(items: readonly ElixirTerm[], key: string): ElixirTerm | undefined {
  for (const item of items) {
    if (item.kind === "pair" && item.key === key) return item.value;
    if (item.kind === "list") {
      const inside = pairValue(item.items, key);
      if (inside) return inside;
    }
  }
  return undefined;
}

export function textOf(term: ElixirTerm | undefined): string | undefined {
  return term?.kind === "string" || term?.kind === "atom" ? term.text : undefined;
}
