// The grammar of go.mod: directives, one a line or in a block (https://go.dev/ref/mod#go-mod-file-grammar).
import { Unreadable } from "../types.ts";

/** One directive with its words: `require example.com/m v1.0.0 // indirect`. */
export interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  /** Without the slashes, trimmed; empty where there is none. */
  readonly comment: string;
  readonly line: number;
}

const VERBS = new Set(["module", "go", "toolchain", "require", "exclude", "replace", "retract", "tool", "ignore", "godebug", "use"]);

/** All directives of a go.mod or go.work. Throws `Unreadable` at the first line that is none. */
export function directivesOf(text: string): Directive[] {
  const directives: Directive[] = [];
  let block: string | undefined;
  let line = 0;
  for (const raw of text.split("\n")) {
    line += 1;
    const { words, comment } = wordsOf(raw, line);
    const first = words[0];
    if (first === undefined) continue;
    if (block !== undefined) {
      if (first === ")" && words.length === 1) block = undefined;
      else directives.push({ verb: block, words, comment, line });
      continue;
    }
    if (!VERBS.has(first))
      throw new Unreadable(`Not a directive of go.mod: ${first.slice(0, 60)}`, line, "module, go, require, replace, …");
    if (words.at(-1) === "(" && words.length === 2) block = first;
    else if (words[1] === "(" && words.at(-1) === ")") {
      if (words.length > 3) directives.push({ verb: first, words: words.slice(2, -1), comment, line });
    } else if (words.length > 1) directives.push({ verb: first, words: words.slice(1), comment, line });
    else throw new Unreadable(`The directive ${first} says nothing.`, line, "words after it, or a block in brackets");
  }
  if (block !== undefined) throw new Unreadable(`The block of ${block} does not end.`, line, "a closing bracket");
  return directives;
}

/** What ends a word; the byte order mark counts as white space, as it may open the file. */
const STOPS = new Set(' \t\r\uFEFF"`(),');

/** Words of a line, quotes taken off, up to the comment. */
function wordsOf(raw: string, line: number): { words: string[]; comment: string } {
  const words: string[] = [];
  let at = 0;
  while (at < raw.length) {
    const char = raw[at] as string;
    if (char === " " || char === "\t" || char === "\r" || char === "\uFEFF") at += 1;
    else if (raw.startsWith("//", at)) return { words, comment: raw.slice(at + 2).trim() };
    else if (char === '"' || char === "`") {
      const end = raw.indexOf(char, at + 1);
      if (end < 0) throw new Unreadable("A string does not end on its line.", line, `a closing ${char}`);
      words.push(raw.slice(at + 1, end));
      at = end + 1;
    } else if (char === "(" || char === ")" || char === ",") {
      words.push(char);
      at += 1;
    } else {
      let end = at;
      while (end < raw.length && !STOPS.has(raw[end] as string) && !raw.startsWith("//", end)) end += 1;
      words.push(raw.slice(at, end));
      at = end;
    }
  }
  return { words, comment: "" };
}
