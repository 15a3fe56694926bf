// Words of a build script in Groovy or Kotlin: enough to see statements, strings and blocks. Nothing is run.

export interface Token {
  readonly kind: "word" | "string" | "sign" | "line-end";
  /** A word may be dotted (`libs.spring.boot`); a string is without its quotes; a sign is one character. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Strings only: whether `$name` in it stands for a value. */
  readonly isOpen?: boolean;
}

const WORD_START = /[A-Za-z_]/;
const WORD = /[\w.]/;

/** Splits a script into tokens; comments are dropped. Whatever is broken ends at the end of its line or of the text. */
export function tokensOf(text: string): readonly Token[] {
  return new Tokenizer(text).tokens();
}

class Tokenizer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  tokens(): readonly Token[] {
    while (this.#at < this.#text.length) this.#next();
    return this.#tokens;
  }

  #next(): void {
    const text = this.#text;
    const char = text[this.#at] as string;
    if (char === "\n") {
      this.#push("line-end", "\n");
      this.#line += 1;
      this.#at += 1;
    } else if (text.startsWith("//", this.#at)) this.#skipTo(text.indexOf("\n", this.#at));
    else if (text.startsWith("/*", this.#at)) this.#comment();
    else if (char === '"' || char === "'") this.#string(char);
    else if (WORD_START.test(char)) this.#word();
    else {
      if (char.trim() !== "") this.#push("sign", char);
      this.#at += 1;
    }
  }

  #push(kind: Token["kind"], text: string): void {
    this.#tokens.push({ kind, text, line: this.#line });
  }

  #skipTo(end: number): void {
    this.#at = end < 0 ? this.#text.length : end;
  }

  #comment(): void {
    const close = this.#text.indexOf("*/", this.#at + 2);
    const end = close < 0 ? this.#text.length : close + 2;
    this.#countLines(this.#at, end);
    this.#at = end;
  }

  #countLines(from: number, to: number): void {
    for (let at = from; at < to; at += 1) if (this.#text.charCodeAt(at) === 10) this.#line += 1;
  }

  #word(): void {
    const start = this.#at;
    while (this.#at < this.#text.length && WORD.test(this.#text[this.#at] as string)) this.#at += 1;
    this.#push("word", this.#text.slice(start, this.#at));
  }

  #string(quote: string): void {
    const long = quote.repeat(3);
    if (this.#text.startsWith(long, this.#at)) this.#longString(long);
    else this.#shortString(quote);
  }

  #longString(quotes: string): void {
    const start = this.#at + 3;
    const close = this.#text.indexOf(quotes, start);
    const end = close < 0 ? this.#text.length : close;
    this.#tokens.push({ kind: "string", text: this.#text.slice(start, end), line: this.#line, isOpen: quotes === '"""' });
    this.#countLines(start, end);
    this.#at = Math.min(end + 3, this.#text.length);
  }

  /** Inside `${…}` the same quotes may stand again: `"${property("x")}"`. */
  #shortString(quote: string): void {
    const text = this.#text;
    const start = this.#at + 1;
    let depth = 0;
    let at = start;
    for (; at < text.length && text[at] !== "\n"; at += 1) {
      const char = text[at];
      if (char === "\\") at += 1;
      else if (quote === '"' && char === "$" && text[at + 1] === "{") depth += 1;
      else if (char === "}" && depth > 0) depth -= 1;
      else if (char === quote && depth === 0) break;
    }
    this.#tokens.push({ kind: "string", text: text.slice(start, at), line: this.#line, isOpen: quote === '"' });
    this.#at = text[at] === quote ? at + 1 : at;
  }
}
