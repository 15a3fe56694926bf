// What went wrong with an input, as data: a run collects problems and goes on; nothing is dropped silently.
import { printable } from "./printable.ts";
import { inEnglish, type Phrase } from "./phrase.ts";

export type Severity = "error" | "warning" | "note";

/** One thing that is wrong with one input. `code` is stable (docs/reference/errors.md lists them all); `message` is English; other languages: `problemIn` of #look. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Path as the user knows it: as given on the command line, or `repository:path/in/it`. */
  readonly file: string;
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** What was expected there, in a few words. */
  readonly expected?: string;
  /** What to do; a "did you mean" goes here. */
  readonly hint?: string;
  /** The same with its places apart, for other languages; absent for what is one fixed sentence, or was never written for them. */
  readonly phrases?: { readonly message?: Phrase; readonly expected?: Phrase; readonly hint?: Phrase };
}

/** What is to be told of a problem, as sentences that other languages can say too. */
export interface ProblemWords {
  readonly message: Phrase;
  readonly expected?: Phrase | undefined;
  readonly hint?: Phrase | undefined;
}

/** The words of a problem: English, and beside them what other languages need. */
export type ProblemText = Pick<Problem, "message" | "expected" | "hint" | "phrases">;

export function problemText({ message, expected, hint }: ProblemWords): ProblemText {
  return {
    message: inEnglish(message),
    ...(expected ? { expected: inEnglish(expected) } : {}),
    ...(hint ? { hint: inEnglish(hint) } : {}),
    phrases: { message, ...(expected ? { expected } : {}), ...(hint ? { hint } : {}) },
  };
}

/** Messages are written as they go on after a place; printed they are sentences. */
export function sentenceOf(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?!…]$/.test(message) ? "" : "."}`;
}

/** What a code means and what to do about it. Each room keeps a table of its codes; docs/reference/errors.md is made from them. */
export interface ProblemMeaning {
  readonly means: string;
  readonly remedy: string;
}

/** `file:line:column  message (expected …). hint`: the one form in which problems are printed, on one line whatever names stand in it. */
export function formatProblem(problem: Problem): string {
  return formatProblemAs(problem, { expected: "Expected", severity: problem.severity });
}

/** The same with the words of another language around it; the problem's own are those that it comes with. */
export function formatProblemAs(problem: Problem, words: { readonly expected: string; readonly severity: string }): string {
  const place = [problem.file, problem.line, problem.line === undefined ? undefined : problem.column].filter((part) => part !== undefined);
  const expected = problem.expected ? ` ${words.expected}: ${problem.expected}.` : "";
  const hint = problem.hint ? ` ${problem.hint}` : "";
  const stop = (expected !== "" || hint !== "") && !/[.!?]$/.test(problem.message) ? "." : "";
  return printable(`${place.join(":")}  ${words.severity}  ${problem.message}${stop}${expected}${hint}  [${problem.code}]`);
}
