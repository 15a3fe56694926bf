// `matches`: regular expressions in RE2's syntax and RE2's linear time. The engine is loaded when a rule first needs it.
import { createRequire } from "node:module";

export interface Pattern {
  test(text: string): boolean;
}

/** Longest pattern, and longest text that one is asked about. */
export const longestPattern = 400;
const LONGEST_TEXT = 65_536;

let engine: typeof import("@bufbuild/re2") | undefined;

/** The pattern, or a sentence about what is wrong with it. */
export function compilePattern(source: string): Pattern | string {
  if (source.length > longestPattern) return `The pattern is longer than ${longestPattern} characters.`;
  engine ??= createRequire(import.meta.url)("@bufbuild/re2") as typeof import("@bufbuild/re2");
  try {
    const compiled = engine.RE2JS.compile(source);
    return { test: (text) => text.length <= LONGEST_TEXT && compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "it cannot be read";
    return `The pattern cannot be used: ${reason}.`;
  }
}
