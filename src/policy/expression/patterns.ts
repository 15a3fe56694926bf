// `matches`: regular expressions in RE2's syntax and RE2's linear time. The engine is loaded when a rule first needs it.
import { phrase, type Phrase } from "#kit";
import { createRequire } from "node:module";

export interface Pattern {
  test(text: string): boolean;
  /** What a character of the text may cost, in those of a plain search: the machine may be in all of its states at once. */
  readonly size: number;
}

/** Longest pattern, and longest text that one is asked about. */
export const longestPattern = 400;
export const longestText = 65_536;
/** `(?:a?){1000}` is short to write: what counts is what it unfolds to. */
const MAX_STATES = 2000;
const COST_OF_STATE = 8;

let engine: typeof import("@bufbuild/re2") | undefined;

/** The pattern, or a sentence about what is wrong with it. */
export function compilePattern(source: string): Pattern | Phrase {
  if (source.length > longestPattern) return phrase`The pattern is longer than ${longestPattern} characters.`;
  engine ??= createRequire(import.meta.url)("@bufbuild/re2") as typeof import("@bufbuild/re2");
  try {
    const compiled = engine.RE2JS.compile(source);
    const states = compiled.re2().prog.numInst();
    if (states > MAX_STATES) return phrase`The pattern repeats too much: it unfolds to more than 2,000 steps.`;
    return { test: (text) => compiled.test(text), size: states * COST_OF_STATE };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "it cannot be read";
    return phrase`The pattern cannot be used: ${reason}.`;
  }
}
