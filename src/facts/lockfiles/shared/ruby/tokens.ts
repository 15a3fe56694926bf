// Ruby source cut into tokens, as far as gemspecs, Gemfiles and version files need it. Nothing is run.

export type RubyToken =
  /** A string without interpolation, `%q<…>` and heredocs included; its content. */
  | { readonly kind: "string"; readonly text: string; readonly line: number }
  /** A string that is put together while running. */
  | { readonly kind: "interpolated"; readonly text: string; readonly line: number }
  /** `%w[a b]`. */
  | { readonly kind: "words"; readonly words: readonly string[]; readonly line: number }
  /** `:name`, and `name:` as a key. */
  | { readonly kind: "symbol"; readonly text: string; readonly isKey: boolean; readonly line: number }
  /** Names, constants (`A::B` as one), keywords, numbers. */
  | { readonly kind: "word"; readonly text: string; readonly line: number }
  | { readonly kind: "mark"; readonly text: string; readonly line: number }
  /** The end of a statement. */
  | { readonly kind: "end"; readonly line: number };

const CLOSING: Readonly<Record<string, string>> = { "<": ">", "(": ")", "[": "]", "{": "}" };
const WORD = /(?:::)?[A-Za-z_@$][\w@$]*(?:::[A-Z]\w*)*[?!]?|\d[\w.]*/y;
const MARK = /=>|==|=~|!=|<<|>=|<=|&&|\|\||\+=|\|\|=|&\.|::|\.\.|[^\s\w]/y;
const HEREDOC = /<<[~-]?(["'`]?)([A-Z_a-z]\w*)\1/y;

/** Cuts a source into tokens. What cannot be understood becomes marks: it never fails. */
export function rubyTokens(source: string): RubyToken[] {
  return new RubyCutter(source).all();
}

class RubyCutter {
  readonly #source: string;
  readonly #tokens: RubyToken[] = [];
  readonly #heredocs: { name: string; index: number }[] = [];
  #at = 0;
  #line = 1;
  #depth = 0;
  #knownLineEnd = -1;

  constructor(source: string) {
    this.#source = source.replace(/^\uFEFF/, "");
  }

  all(): RubyToken[] {
    while (this.#at < this.#source.length) this.#step();
    this.#tokens.push({ kind: "end", line: this.#line });
    return this.#tokens;
  }

  #step(): void {
    const source = this.#source;
    const char = source[this.#at] as string;
    if (char === "\n") this.#newline();
    else if (char === " " || char === "\t" || char === "\r") this.#at += 1;
    else if (char === "\\" && /^\\\r?\n/.test(source.slice(this.#at, this.#at + 3))) this.#skipTo(source.indexOf("\n", this.#at) + 1);
    else if (char === "#") this.#skipTo(this.#lineEnd());
    else if (char === "'" || char === '"' || char === "`") this.#string(char, this.#at + 1, char !== "'");
    else if (char === "%" && this.#percent()) return;
    else if (char === ":" && this.#symbol()) return;
    else if (char === "<" && this.#heredoc()) return;
    else if (char === "/" && this.#startsValue()) this.#pattern();
    else if (!this.#word()) this.#mark();
  }

  #skipTo(end: number): void {
    for (let at = this.#at; at < end; at += 1) if (this.#source.charCodeAt(at) === 10) this.#line += 1;
    this.#at = end;
  }

  #lineEnd(): number {
    if (this.#knownLineEnd < this.#at) {
      const end = this.#source.indexOf("\n", this.#at);
      this.#knownLineEnd = end < 0 ? this.#source.length : end;
    }
    return this.#knownLineEnd;
  }

  #newline(): void {
    const last = this.#tokens.at(-1);
    const goesOn = this.#depth > 0 || (last?.kind === "mark" && /^(?:,|\.|&\.|\|\||&&|\+|=|=>|\()$/.test(last.text));
    if (!goesOn && last !== undefined && last.kind !== "end") this.#tokens.push({ kind: "end", line: this.#line });
    this.#skipTo(this.#at + 1);
    for (const { name, index } of this.#heredocs.splice(0)) this.#heredocBody(name, index);
    if (this.#source.startsWith("=begin", this.#at)) {
      const end = this.#source.indexOf("\n=end", this.#at);
      this.#skipTo(end < 0 ? this.#source.length : end + 5);
    } else if (this.#source.startsWith("__END__", this.#at)) this.#at = this.#source.length;
  }

  /** A quoted text that starts after its quote; escapes are resolved as far as names need it. */
  #string(close: string, start: number, interpolates: boolean, open?: string): void {
    const source = this.#source;
    const line = this.#line;
    let depth = 0;
    let at = start;
    let text = "";
    let from = start;
    let interpolated = false;
    for (; at < source.length; at += 1) {
      const char = source[at];
      if (char === "\\") {
        text += source.slice(from, at);
        from = at + 1;
        at += 1;
      } else if (char === close && depth === 0) break;
      else if (open !== undefined && char === open) depth += 1;
      else if (open !== undefined && char === close) depth -= 1;
      else if (interpolates && char === "#" && source[at + 1] === "{") interpolated = true;
    }
    text += source.slice(from, at);
    this.#skipTo(Math.min(source.length, at + 1));
    if (!interpolated && close !== "`" && open === undefined && source[this.#at] === ":" && source[this.#at + 1] !== ":") {
      this.#at += 1;
      this.#tokens.push({ kind: "symbol", text, isKey: true, line });
    } else this.#tokens.push({ kind: interpolated || close === "`" ? "interpolated" : "string", text, line });
  }

  /** `%q<…>`, `%Q(…)`, `%(…)`, `%w[…]`, `%i[…]`. */
  #percent(): boolean {
    const found = /^%([qQwWiI]?)([<([{|!/])/.exec(this.#source.slice(this.#at, this.#at + 3));
    if (!found || !this.#startsValue()) return false;
    const [all, type = "", open = ""] = found;
    const line = this.#line;
    this.#string(CLOSING[open] ?? open, this.#at + all.length, type === "Q" || type === "", CLOSING[open] === undefined ? undefined : open);
    const token = this.#tokens.at(-1);
    if (/[wWiI]/.test(type) && token !== undefined && "text" in token) {
      this.#tokens[this.#tokens.length - 1] = { kind: "words", words: token.text.split(/\s+/).filter((word) => word !== ""), line };
    }
    return true;
  }

  /** Whether a value may start here, rather than an operator go on. */
  #startsValue(): boolean {
    const last = this.#tokens.at(-1);
    if (last === undefined || last.kind === "end") return true;
    if (last.kind === "mark") return !/^[)\]}]$/.test(last.text);
    if (last.kind === "symbol") return last.isKey;
    return last.kind === "word" && /\s/.test(this.#source[this.#at - 1] ?? "") && !/\s/.test(this.#source[this.#at + 1] ?? " ");
  }

  #symbol(): boolean {
    const source = this.#source;
    const quote = source[this.#at + 1];
    if ((quote === '"' || quote === "'") && source[this.#at - 1] !== ":") {
      const line = this.#line;
      this.#string(quote, this.#at + 2, quote === '"', "\u0000");
      const token = this.#tokens.at(-1);
      if (token?.kind === "string") this.#tokens[this.#tokens.length - 1] = { kind: "symbol", text: token.text, isKey: false, line };
      return true;
    }
    const name = /^:([A-Za-z_]\w*[?!=]?)/.exec(source.slice(this.#at, this.#at + 200))?.[1];
    if (name === undefined || source[this.#at - 1] === ":") return false;
    this.#tokens.push({ kind: "symbol", text: name.replace(/=$/, ""), isKey: false, line: this.#line });
    this.#at += 1 + name.replace(/=$/, "").length;
    return true;
  }

  #heredoc(): boolean {
    HEREDOC.lastIndex = this.#at;
    const found = HEREDOC.exec(this.#source);
    if (!found || !this.#startsValue()) return false;
    this.#heredocs.push({ name: found[2] ?? "", index: this.#tokens.length });
    this.#tokens.push({ kind: "string", text: "", line: this.#line });
    this.#at += found[0].length;
    return true;
  }

  #heredocBody(name: string, index: number): void {
    const line = this.#line;
    const lines: string[] = [];
    while (this.#at < this.#source.length) {
      const text = this.#source.slice(this.#at, this.#lineEnd());
      this.#skipTo(Math.min(this.#source.length, this.#lineEnd() + 1));
      if (text.trim() === name) break;
      lines.push(text.trim());
    }
    this.#tokens[index] = { kind: "string", text: lines.join("\n"), line };
  }

  /** A regular expression, up to its slash or the end of its line. */
  #pattern(): void {
    const end = this.#lineEnd();
    let at = this.#at + 1;
    while (at < end && this.#source[at] !== "/") at += this.#source[at] === "\\" ? 2 : 1;
    this.#tokens.push({ kind: "interpolated", text: "", line: this.#line });
    this.#at = Math.min(end, at + 1);
  }

  #word(): boolean {
    WORD.lastIndex = this.#at;
    const text = WORD.exec(this.#source)?.[0];
    if (text === undefined) return false;
    this.#at += text.length;
    if (/^[a-z_]\w*$/i.test(text) && this.#source[this.#at] === ":" && this.#source[this.#at + 1] !== ":") {
      this.#at += 1;
      this.#tokens.push({ kind: "symbol", text, isKey: true, line: this.#line });
    } else this.#tokens.push({ kind: "word", text, line: this.#line });
    return true;
  }

  #mark(): void {
    MARK.lastIndex = this.#at;
    const text = MARK.exec(this.#source)?.[0] ?? (this.#source[this.#at] as string);
    this.#at += text.length;
    if (text === "(" || text === "[" || text === "{") this.#depth += text === "{" ? 0 : 1;
    else if (text === ")" || text === "]") this.#depth = Math.max(0, this.#depth - 1);
    if (text === ";") this.#tokens.push({ kind: "end", line: this.#line });
    else this.#tokens.push({ kind: "mark", text, line: this.#line });
  }
}

/** The statements of a source: tokens between ends, none of them empty. */
export function rubyStatements(tokens: readonly RubyToken[]): RubyToken[][] {
  const statements: RubyToken[][] = [];
  let current: RubyToken[] = [];
  for (const token of tokens) {
    if (token.kind !== "end") current.push(token);
    else if (current.length > 0) {
      statements.push(current);
      current = [];
    }
  }
  if (current.length > 0) statements.push(current);
  return statements;
}
