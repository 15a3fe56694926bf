// Conditions of MSBuild (https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions), in three values: what depends on the machine is not known.
import type { Expansion } from "./expansion.ts";

/** True, false, or undefined for not known. */
export type Answer = boolean | undefined;

const MAX_DEPTH = 64;
const MAX_LENGTH = 8_192;

/** Evaluates a condition; an absent or empty one holds, a broken one is not known. `exists` answers for paths of the repository. */
export function holds(condition: string | undefined, properties: Expansion, exists: (path: string) => Answer): Answer {
  if (condition === undefined || condition.trim() === "") return true;
  if (condition.length > MAX_LENGTH) return undefined;
  return new Reader(condition, properties, exists).read();
}

type Part = { readonly kind: "text" | "word"; readonly text: string } | { readonly kind: "sign"; readonly text: string };

class Reader {
  readonly #parts: readonly Part[] | undefined;
  readonly #properties: Expansion;
  readonly #exists: (path: string) => Answer;
  #at = 0;
  #depth = 0;

  constructor(text: string, properties: Expansion, exists: (path: string) => Answer) {
    this.#parts = partsOf(text);
    this.#properties = properties;
    this.#exists = exists;
  }

  read(): Answer {
    if (!this.#parts) return undefined;
    const answer = this.#or();
    return this.#at === this.#parts.length ? answer : undefined;
  }

  #peek(): string | undefined {
    const part = this.#parts?.[this.#at];
    return part?.kind === "text" ? undefined : part?.text.toLowerCase();
  }

  #or(): Answer {
    let answer = this.#and();
    while (this.#peek() === "or") {
      this.#at += 1;
      const right = this.#and();
      answer = answer === true || right === true ? true : answer === undefined || right === undefined ? undefined : false;
    }
    return answer;
  }

  #and(): Answer {
    let answer = this.#not();
    while (this.#peek() === "and") {
      this.#at += 1;
      const right = this.#not();
      answer = answer === false || right === false ? false : answer === undefined || right === undefined ? undefined : true;
    }
    return answer;
  }

  #not(): Answer {
    if (this.#peek() !== "!") return this.#primary();
    this.#at += 1;
    const answer = this.#nested(() => this.#not());
    return answer === undefined ? undefined : !answer;
  }

  #nested(read: () => Answer): Answer {
    if (this.#depth >= MAX_DEPTH) {
      this.#at = this.#parts?.length ?? 0;
      return undefined;
    }
    this.#depth += 1;
    const answer = read();
    this.#depth -= 1;
    return answer;
  }

  #primary(): Answer {
    if (this.#peek() === "(") {
      this.#at += 1;
      const answer = this.#nested(() => this.#or());
      if (this.#peek() === ")") this.#at += 1;
      return answer;
    }
    const part = this.#parts?.[this.#at];
    if (!part || part.kind === "sign") {
      this.#at += 1;
      return undefined;
    }
    this.#at += 1;
    if (part.kind === "word" && this.#peek() === "(") return this.#call(part.text.toLowerCase());
    return this.#comparison(this.#properties.expand(part.text));
  }

  #call(name: string): Answer {
    const argument = this.#parts?.[this.#at + 1];
    this.#at += 3;
    const value = argument && this.#properties.expand(argument.text);
    if (value === undefined) return undefined;
    if (name === "exists") return this.#exists(value);
    return name === "hastrailingslash" ? /[\\/]$/.test(value) : undefined;
  }

  #comparison(left: string | undefined): Answer {
    const sign = this.#peek();
    if (sign === undefined || !["==", "!=", "<", ">", "<=", ">="].includes(sign)) return asBoolean(left);
    const right = this.#parts?.[this.#at + 1];
    this.#at += 2;
    const value = right && right.kind !== "sign" ? this.#properties.expand(right.text) : undefined;
    return left === undefined || value === undefined ? undefined : compare(left, sign, value);
  }
}

function asBoolean(text: string | undefined): Answer {
  const plain = text?.toLowerCase();
  return plain === "true" || plain === "on" || plain === "yes"
    ? true
    : plain === "false" || plain === "off" || plain === "no"
      ? false
      : undefined;
}

function compare(left: string, sign: string, right: string): Answer {
  if (sign === "==") return left.toLowerCase() === right.toLowerCase();
  if (sign === "!=") return left.toLowerCase() !== right.toLowerCase();
  const order = compareVersions(left, right);
  if (order === undefined) return undefined;
  if (sign === "<") return order < 0;
  if (sign === ">") return order > 0;
  return sign === "<=" ? order <= 0 : order >= 0;
}

function compareVersions(left: string, right: string): number | undefined {
  const [a, b] = [left, right].map((text) =>
    /^v?\d+(?:\.\d+)*$/.test(text.trim()) ? text.trim().replace(/^v/, "").split(".").map(Number) : undefined,
  );
  if (!a || !b) return undefined;
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Splits a condition; undefined where a quote does not close. */
function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char.trim() === "") at += 1;
    else if (char === "'") {
      const end = text.indexOf("'", quoteStart(text, at + 1));
      if (end < 0) return undefined;
      parts.push({ kind: "text", text: text.slice(at + 1, end) });
      at = end + 1;
    } else if (/^[=!<>]=/.test(text.slice(at, at + 2))) {
      parts.push({ kind: "sign", text: text.slice(at, at + 2) });
      at += 2;
    } else if ("!<>()".includes(char)) {
      parts.push({ kind: "sign", text: char });
      at += 1;
    } else {
      const end = wordEnd(text, at);
      if (end === at) return undefined;
      parts.push({ kind: "word", text: text.slice(at, end) });
      at = end;
    }
  }
  return parts;
}

/** Quotes inside of `$(…)` belong to it: the search for the closing one goes on after. */
function quoteStart(text: string, from: number): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf("'", at);
    const call = text.indexOf("$(", at);
    if (call < 0 || quote < 0 || quote < call) return at;
    const end = bracketEnd(text, call + 1);
    if (end < 0) return at;
    at = end;
  }
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text.startsWith("$(", at)) {
      const end = bracketEnd(text, at + 1);
      if (end < 0) return text.length;
      at = end;
    } else if (/[\s'()=!<>]/.test(text[at] as string)) break;
    else at += 1;
  }
  return at;
}

/** Where the bracket at this place has closed (one past it), or -1. */
function bracketEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return -1;
}
