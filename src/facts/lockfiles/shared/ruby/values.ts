// Values that can be read off Ruby source without running it.
import type { ReadContext } from "../../types.ts";
import { folderOf, inFolder, resolveInside } from "../paths.ts";
import { type RubyToken, rubyStatements, rubyTokens } from "./tokens.ts";

const MAX_DEPTH = 6;
const MAX_FILES = 20;

/** Reads values of one source file, and of those that it requires. */
export class RubyValues {
  readonly #path: string;
  readonly #context: ReadContext;
  readonly #statements: readonly (readonly RubyToken[])[];
  readonly #required: string[] = [];
  /** Other files that were looked into. */
  readonly alsoRead: string[] = [];

  constructor(path: string, statements: readonly (readonly RubyToken[])[], context: ReadContext) {
    this.#path = path;
    this.#context = context;
    this.#statements = statements;
    for (const statement of statements) {
      const first = statement[0];
      if (first?.kind !== "word" || !/^(?:require|require_relative|load)$/.test(first.text)) continue;
      const joined = joinedPath(statement.slice(1));
      if (joined !== undefined && this.#required.length < MAX_FILES) this.#required.push(joined);
    }
  }

  /** The text that an expression stands for; undefined where only running it would tell. */
  async text(expression: readonly RubyToken[], depth = 0): Promise<string | undefined> {
    const tokens = withoutFreeze(expression);
    const first = tokens[0];
    if (first === undefined || depth > MAX_DEPTH) return undefined;
    if (tokens.length === 1 && first.kind === "string") return first.text;
    if (first.kind !== "word") return undefined;
    if (first.text === "Gem::Version" && tokens[1]?.kind === "mark" && tokens[1].text === ".")
      return this.text(insideBrackets(tokens), depth + 1);
    if (first.text === "File") return this.#fileContent(tokens);
    if (tokens.length === 1) return this.#named(first.text, depth);
    return undefined;
  }

  /** A constant or a variable: its assignment in this file, then in the files that it requires. */
  async #named(name: string, depth: number): Promise<string | undefined> {
    const last = name.slice(name.lastIndexOf(":") + 1);
    const here = assigned(this.#statements, last);
    if (here) return this.text(here, depth + 1);
    if (!/^[A-Z]/.test(last)) return undefined;
    for (const required of this.#required) {
      const path = this.#fileFor(required);
      const text = path === undefined ? undefined : await this.#context.text(path);
      if (path === undefined || text === undefined) continue;
      this.alsoRead.push(path);
      const statements = rubyStatements(rubyTokens(text));
      const value = assigned(statements, last);
      const found = value && (await new RubyValues(path, statements, this.#context).text(value, depth + 1));
      if (found !== undefined) return found;
      const parts = value && joinedNumbers(value, statements);
      if (parts !== undefined) return parts;
    }
    return undefined;
  }

  /** `File.read("VERSION").strip` and its kin. */
  async #fileContent(tokens: readonly RubyToken[]): Promise<string | undefined> {
    const method = tokens[2];
    if (method?.kind !== "word" || !/^(?:read|readlines|open)$/.test(method.text)) return undefined;
    const joined = joinedPath(tokens.slice(3));
    const path = joined === undefined ? undefined : this.#fileFor(joined);
    if (path === undefined) return undefined;
    this.alsoRead.push(path);
    const content = (await this.#context.text(path))?.trim();
    return content !== undefined && content.length < 100 && !/\s/.test(content) ? content : undefined;
  }

  /** The file that a joined path means: from this file's folder, or below `lib`, with `.rb` added where needed. */
  #fileFor(joined: string): string | undefined {
    const folder = folderOf(this.#path);
    const plain = joined.replace(/^\/+/, "");
    // `File.expand_path("../x", __FILE__)` goes up from the file itself.
    const bases = [resolveInside(folder, plain), resolveInside(this.#path, plain), resolveInside(inFolder(folder, "lib"), plain)];
    for (const base of bases) {
      if (base === undefined || base === "") continue;
      for (const path of [base, `${base}.rb`]) if (this.#context.has(path)) return path;
    }
    return undefined;
  }
}

/** String parts of a path expression, joined with slashes; undefined where there are none. */
function joinedPath(tokens: readonly RubyToken[]): string | undefined {
  const parts: string[] = [];
  for (const token of tokens) {
    if (token.kind === "string") parts.push(token.text);
    else if (token.kind === "word" && /^(?:if|unless|rescue)$/.test(token.text)) break;
    else if (token.kind === "interpolated") parts.push(token.text.replace(/^#\{__dir__\}|#\{File\.dirname\(__FILE__\)\}/, ""));
  }
  return parts.length === 0 || parts.some((part) => part.includes("#{")) ? undefined : parts.join("/").slice(0, 500);
}

/** What is assigned to a name for the first time: `NAME = …`. */
function assigned(statements: readonly (readonly RubyToken[])[], name: string): readonly RubyToken[] | undefined {
  for (const statement of statements) {
    for (let at = 0; at + 2 < statement.length && at < 12; at += 1) {
      const token = statement[at];
      const mark = statement[at + 1];
      if (token?.kind !== "word" || mark?.kind !== "mark" || !/^(?:=|\|\|=)$/.test(mark.text)) continue;
      if (token.text.slice(token.text.lastIndexOf(":") + 1) === name) return statement.slice(at + 2);
    }
  }
  return undefined;
}

/** `[MAJOR, MINOR, 0].join(".")`, with numbers and names of numbers and texts. */
function joinedNumbers(tokens: readonly RubyToken[], statements: readonly (readonly RubyToken[])[]): string | undefined {
  const first = tokens[0];
  if (first?.kind !== "mark" || first.text !== "[" || !tokens.some((token) => token.kind === "word" && token.text === "join"))
    return undefined;
  const parts: string[] = [];
  for (const token of tokens.slice(1)) {
    if (token.kind === "mark" && token.text === "]") return parts.length > 0 ? parts.join(".") : undefined;
    if (token.kind === "string") parts.push(token.text);
    else if (token.kind === "word" && token.text !== "nil") {
      const value = /^\d/.test(token.text) ? token : assigned(statements, token.text)?.[0];
      if (value?.kind !== "word" && value?.kind !== "string") return undefined;
      if (value.text !== "nil") parts.push(value.text);
    } else if (token.kind !== "mark") return undefined;
  }
  return undefined;
}

/** Without what changes nothing: `.freeze`, `.dup`, `.to_s`, `.strip`, and modifiers at the end. */
function withoutFreeze(tokens: readonly RubyToken[]): readonly RubyToken[] {
  const stop = tokens.findIndex((token, index) => index > 0 && token.kind === "word" && /^(?:if|unless|rescue)$/.test(token.text));
  let rest = stop < 0 ? tokens : tokens.slice(0, stop);
  for (;;) {
    const last = rest.at(-1);
    const dot = rest.at(-2);
    const plain = last?.kind === "word" && /^(?:freeze|dup|to_s|strip|chomp)$/.test(last.text) && dot?.kind === "mark" && dot.text === ".";
    if (!plain) return rest;
    rest = rest.slice(0, -2);
  }
}

function insideBrackets(tokens: readonly RubyToken[]): readonly RubyToken[] {
  const open = tokens.findIndex((token) => token.kind === "mark" && token.text === "(");
  const close = tokens.findLastIndex((token) => token.kind === "mark" && token.text === ")");
  return open < 0 || close < open ? [] : tokens.slice(open + 1, close);
}

/** The texts given to a call: strings, and those in arrays (`"x", [">= 1", "< 2"]`), up to the first option (`group: …`). */
export function stringArguments(tokens: readonly RubyToken[]): string[] {
  const texts: string[] = [];
  for (const token of tokens) {
    if (token.kind === "string") texts.push(token.text);
    else if (token.kind === "symbol" || token.kind === "interpolated") break;
    else if (token.kind === "word" && /^(?:if|unless|do)$/.test(token.text)) break;
  }
  return texts;
}
