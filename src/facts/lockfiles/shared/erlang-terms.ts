// Erlang terms as `file:consult` reads them: what rebar.lock consists of.
import { Unreadable } from "../types.ts";

export type ErlangTerm =
  /** `<<"text">>`, `"text"` and atoms alike: in lockfiles they mean the same. */
  | { readonly kind: "text"; readonly text: string; readonly line: number }
  | { readonly kind: "number"; readonly text: string; readonly line: number }
  | { readonly kind: "tuple" | "list"; readonly items: readonly ErlangTerm[]; readonly line: number };

const MAX_DEPTH = 100;
const TEXT =
  /<<\s*"([^"\\]*(?:\\.[^"\\]*)*)"(?:\/utf8)?\s*>>|"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\\n]*(?:\\.[^'\\\n]*)*)'|([a-z][\w@]*)|(<<\s*>>)/sy;
const NUMBER = /-?\d[\d.#eE+-]*/y;

/** All terms of a text, each ended by a dot. Throws `Unreadable` with the line. */
export function erlangTerms(text: string): ErlangTerm[] {
  const reader = new ErlangReader(text.replace(/^\uFEFF/, ""));
  return reader.all();
}

class ErlangReader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): ErlangTerm[] {
    const terms: ErlangTerm[] = [];
    this.#space();
    while (this.#at < this.#text.length) {
      terms.push(this.#term());
      this.#space();
      if (this.#text[this.#at] !== ".") this.#fail("a dot is missing after a term");
      this.#at += 1;
      this.#space();
    }
    return terms;
  }

  #fail(message: string): never {
    throw new Unreadable(`Not Erlang terms: ${message}`, this.#line, "terms as rebar3 writes them");
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 10) this.#line += 1;
      if (code === 37) {
        const end = this.#text.indexOf("\n", this.#at);
        this.#at = end < 0 ? this.#text.length : end;
      } else if (code === 32 || code === 9 || code === 13 || code === 10) this.#at += 1;
      else return;
    }
  }

  #term(): ErlangTerm {
    this.#space();
    const char = this.#text[this.#at];
    if (char === "{") return this.#group("tuple", "}");
    if (char === "[") return this.#group("list", "]");
    const line = this.#line;
    TEXT.lastIndex = this.#at;
    const found = TEXT.exec(this.#text);
    if (found) {
      this.#pass(found[0]);
      return { kind: "text", text: (found[1] ?? found[2] ?? found[3] ?? found[4] ?? "").replace(/\\(.)/gs, "$1"), line };
    }
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.#text)?.[0];
    if (number === undefined) this.#fail(char === undefined ? "the file ends too early" : `unexpected ${char}`);
    this.#at += number.length;
    return { kind: "number", text: number, line };
  }

  #pass(passed: string): void {
    for (let at = passed.indexOf("\n"); at >= 0; at = passed.indexOf("\n", at + 1)) this.#line += 1;
    this.#at += passed.length;
  }

  #group(kind: "tuple" | "list", close: string): ErlangTerm {
    if (this.#depth >= MAX_DEPTH) this.#fail("nested too deeply");
    this.#depth += 1;
    const line = this.#line;
    const items: ErlangTerm[] = [];
    this.#at += 1;
    this.#space();
    while (this.#text[this.#at] !== close) {
      items.push(this.#term());
      this.#space();
      if (this.#text[this.#at] === ",") {
        this.#at += 1;
        this.#space();
        if (this.#text[this.#at] === close) this.#fail(`unexpected ${close} after a comma`);
      } else if (this.#text[this.#at] !== close) this.#fail(`a comma or ${close} is missing`);
    }
    this.#at += 1;
    this.#depth -= 1;
    return { kind, items, line };
  }
}
