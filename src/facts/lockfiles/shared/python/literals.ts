// Literals in Python source, read without running it: texts, lists, dictionaries, and names that are assigned such at the top of the file.

export type PythonValue =
  | { readonly kind: "text"; readonly text: string; readonly line: number }
  | { readonly kind: "list"; readonly items: readonly PythonValue[]; readonly line: number }
  | { readonly kind: "dictionary"; readonly entries: readonly (readonly [key: string, value: PythonValue])[]; readonly line: number }
  | { readonly kind: "name"; readonly name: string; readonly line: number }
  /** What only running the code would tell. */
  | { readonly kind: "code"; readonly line: number };

const MAX_DEPTH = 50;
const STRING_PREFIX = /^[rRbBuU]{0,2}$/;

interface Token {
  readonly kind: "text" | "word" | "mark" | "end";
  readonly text: string;
  readonly line: number;
}

/** Cuts a source into texts, words, marks and ends of lines (outside of brackets). */
function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  let depth = 0;
  const word = /[A-Za-z_0-9][\w.]*/y;
  while (at < source.length) {
    const char = source[at] as string;
    if (char === "\n") {
      if (depth === 0 && tokens.at(-1)?.kind !== "end") tokens.push({ kind: "end", text: "", line });
      line += 1;
      at += 1;
    } else if (char === "\\" && /^\\\r?\n/.test(source.slice(at, at + 3))) {
      at = source.indexOf("\n", at) + 1;
      line += 1;
    } else if (char === " " || char === "\t" || char === "\r") at += 1;
    else if (char === "#") {
      while (at < source.length && source[at] !== "\n") at += 1;
    } else if (char === '"' || char === "'") {
      const found = textAt(source, at);
      const prefix = tokens.at(-1);
      const prefixed = prefix?.kind === "word" && /[A-Za-z]/.test(source[at - 1] ?? "") && prefix.text.length <= 2;
      if (prefixed) tokens.pop();
      // A text with code in it (f"…") is no literal.
      tokens.push(
        prefixed && !STRING_PREFIX.test(prefix.text) ? { kind: "mark", text: "f", line } : { kind: "text", text: found.text, line },
      );
      for (let index = at; index < found.end; index += 1) if (source.charCodeAt(index) === 10) line += 1;
      at = found.end;
    } else {
      word.lastIndex = at;
      const found = word.exec(source)?.[0];
      if (found !== undefined) tokens.push({ kind: "word", text: found, line });
      else {
        if ("([{".includes(char)) depth += 1;
        if (")]}".includes(char)) depth = Math.max(0, depth - 1);
        tokens.push({ kind: "mark", text: char, line });
      }
      at += found?.length ?? 1;
    }
  }
  return tokens;
}

function textAt(source: string, start: number): { text: string; end: number } {
  const quote = source[start] as string;
  const long = source.startsWith(quote.repeat(3), start);
  const close = long ? quote.repeat(3) : quote;
  let at = start + close.length;
  const from = at;
  while (at < source.length && !source.startsWith(close, at) && (long || source[at] !== "\n")) at += source[at] === "\\" ? 2 : 1;
  const text = source
    .slice(from, at)
    .replace(/\\(\r?\n|.)/g, (_, escaped: string) =>
      escaped === "n" ? "\n" : escaped.startsWith("\n") || escaped.startsWith("\r") ? "" : escaped,
    );
  return { text, end: Math.min(source.length, at + close.length) };
}

/** Calls and assignments of one Python file. */
export class PythonSource {
  readonly #tokens: readonly Token[];
  readonly #assigned = new Map<string, number>();
  readonly #resolved = new Map<string, PythonValue>();

  constructor(source: string) {
    this.#tokens = tokensOf(source.replace(/^\uFEFF/, ""));
    for (const [index, token] of this.#tokens.entries()) {
      const next = this.#tokens[index + 1];
      const before = this.#tokens[index - 1];
      const starts = before === undefined || before.kind === "end";
      if (token.kind === "word" && starts && next?.text === "=" && this.#tokens[index + 2]?.text !== "=" && !this.#assigned.has(token.text))
        this.#assigned.set(token.text, index + 2);
    }
  }

  /** Named arguments of the first call of one of these functions; undefined where none is called. */
  call(names: readonly string[]): ReadonlyMap<string, PythonValue> | undefined {
    for (let index = 0; index + 1 < this.#tokens.length; index += 1) {
      const token = this.#tokens[index];
      const before = this.#tokens[index - 1];
      if (token?.kind === "word" && names.includes(token.text) && this.#tokens[index + 1]?.text === "(" && before?.text !== "def")
        return this.#argumentsFrom(index + 2);
    }
    return undefined;
  }

  /** A value with names put in, as far as they are assigned literals. */
  resolve(value: PythonValue | undefined, depth = 0): PythonValue | undefined {
    if (value?.kind !== "name" || depth > 5) return value;
    const known = this.#resolved.get(value.name);
    if (known) return known;
    const start = this.#assigned.get(value.name);
    const resolved = start === undefined ? value : (this.resolve(this.#value(start, 0).value, depth + 1) ?? value);
    this.#resolved.set(value.name, resolved);
    return resolved;
  }

  #argumentsFrom(start: number): Map<string, PythonValue> {
    const found = new Map<string, PythonValue>();
    let at = start;
    while (at < this.#tokens.length && !this.#isMark(at, ")")) {
      const token = this.#tokens[at];
      const before = at;
      if (token?.kind === "word" && this.#tokens[at + 1]?.text === "=" && this.#tokens[at + 1]?.kind === "mark") {
        const { value, next } = this.#value(at + 2, 0);
        found.set(token.text, value);
        at = next;
      } else at = this.#value(at, 0).next;
      if (this.#isMark(at, ",") || at === before) at += 1;
    }
    return found;
  }

  #isMark(at: number, text: string): boolean {
    const token = this.#tokens[at];
    return token?.kind === "mark" && token.text === text;
  }

  /** The value that starts here, up to the comma, bracket or end after it. */
  #value(start: number, depth: number): { value: PythonValue; next: number } {
    const token = this.#tokens[start];
    const line = token?.line ?? 1;
    let value: PythonValue = { kind: "code", line };
    let next = start;
    if (token?.kind === "text") {
      let text = "";
      while (this.#tokens[next]?.kind === "text") {
        text += this.#tokens[next]?.text;
        next += 1;
      }
      value = { kind: "text", text, line };
    } else if (token?.kind === "mark" && "([{".includes(token.text) && depth < MAX_DEPTH) ({ value, next } = this.#group(start, depth));
    else if (token?.kind === "word") {
      value = { kind: "name", name: token.text, line };
      next += 1;
    }
    // Anything behind it (a call, an operator, a condition) makes it code; lists that are added are one list.
    while (this.#isMark(next, "+") && value.kind === "list" && depth < MAX_DEPTH) {
      const more = this.#value(next + 1, depth + 1);
      if (more.value.kind !== "list") return { value: { kind: "code", line }, next: more.next };
      value = { kind: "list", items: [...value.items, ...more.value.items], line };
      next = more.next;
    }
    return this.#endsHere(next) ? { value, next } : { value: { kind: "code", line }, next: this.#skip(next) };
  }

  #endsHere(at: number): boolean {
    const token = this.#tokens[at];
    return token === undefined || token.kind === "end" || (token.kind === "mark" && ",)]}:;".includes(token.text));
  }

  #skip(start: number): number {
    let depth = 0;
    let at = start;
    while (at < this.#tokens.length) {
      if (depth === 0 && this.#endsHere(at)) return at;
      const token = this.#tokens[at];
      if (token?.kind === "mark" && "([{".includes(token.text)) depth += 1;
      if (token?.kind === "mark" && ")]}".includes(token.text)) depth -= 1;
      at += 1;
    }
    return at;
  }

  #group(start: number, depth: number): { value: PythonValue; next: number } {
    const open = this.#tokens[start] as Token;
    const close = { "(": ")", "[": "]", "{": "}" }[open.text] ?? ")";
    const items: PythonValue[] = [];
    const entries: [string, PythonValue][] = [];
    let at = start + 1;
    let commas = 0;
    while (at < this.#tokens.length && !this.#isMark(at, close)) {
      const item = this.#value(at, depth + 1);
      at = item.next;
      if (open.text === "{" && this.#isMark(at, ":")) {
        const content = this.#value(at + 1, depth + 1);
        if (item.value.kind === "text") entries.push([item.value.text, content.value]);
        at = content.next;
      } else items.push(item.value);
      if (this.#isMark(at, ",")) {
        commas += 1;
        at += 1;
      } else if (!this.#isMark(at, close)) at += 1;
    }
    const next = at + 1;
    const only = items[0];
    if (open.text === "(" && commas === 0 && items.length === 1 && only) return { value: only, next };
    return {
      value:
        open.text === "{" && items.length === 0
          ? { kind: "dictionary", entries, line: open.line }
          : { kind: "list", items, line: open.line },
      next,
    };
  }
}
