// Problems of documents, collected while reading goes on; and "did you mean".
import { distance } from "fastest-levenshtein";
import type { Problem, Severity } from "#kit";
import type { Position } from "../model.ts";

/** Codes of this room with what each means: docs/reference/errors.md is made from it. */
export const programProblems = {
  "document-missing": "A document that a program needs is not there.",
  "document-unreadable": "A file could not be read.",
  "document-too-large": "A document is larger, longer or deeper than any real one.",
  "document-unknown": "A file in the program's folder is not one that Allmend reads.",
  "link-leaves-folder": "A symbolic link points outside the program's folder; it is not followed.",
  "yaml-syntax": "The text is not YAML, or not the part of it that documents use.",
  "duplicate-key": "A map holds the same key twice.",
  "unknown-key": "A key is not one of those that stand there.",
  "missing-key": "A key that must be there is not.",
  "wrong-type": "A value is of another kind than expected: a list for a text, a text for a number.",
  "not-one-of": "A value is not one of the words that stand there.",
  malformed: "A value has not the form that it must have.",
  "front-matter-missing": "A page does not begin with its front matter.",
  "area-mismatch": "The area in the front matter is not the one of the file's name.",
  "rule-block-unclear": "A fenced block looks like a rule and is not marked as one.",
  "rule-without-sentence": "No sentence stands above a rule.",
  "duplicate-id": "Two things have one id.",
  "unknown-reference": "Something is named that does not exist.",
  "dates-out-of-order": "One date comes before another that it should follow.",
  "translation-missing": "A sentence or a text is not there in another language.",
  "translation-unknown": "A text in another language belongs to nothing.",
  "strategy-missing": "There is no strategy.",
  "strategy-too-long": "The strategy is longer than about two pages.",
  "objective-without-activity": "No activity serves an objective.",
  "objective-without-key-result": "Nothing measures an objective.",
  "activity-without-objective": "An activity serves no objective.",
  "policy-without-activity": "A policy serves no activity.",
  "area-missing": "A policy area has no document.",
  contradiction: "Two statements of a document do not go together.",
  "pack-unknown": "A pack is not there.",
  "pack-version": "A pack is there in another version.",
  "pack-cycle": "Packs extend each other in a circle.",
  "parameter-unknown": "A parameter is set that no pack has and nothing uses.",
  "parameter-type": "A parameter is of another type than the pack says.",
  "placeholder-unknown": "A placeholder ${…} names no parameter.",
  "table-unclear": "A table of products holds something that is not understood.",
  "record-torn": "The last line of a record file is incomplete.",
  "record-malformed": "A line of a record file is no record.",
} as const satisfies Readonly<Record<string, string>>;
export type ProgramProblemCode = keyof typeof programProblems;

interface Advice {
  readonly expected?: string | undefined;
  readonly hint?: string | undefined;
  readonly severity?: Severity;
}

/** Most problems that are kept for one file; a broken file should not bury the others. */
const maxPerFile = 100;

export class ProblemList {
  private readonly list: Problem[] = [];
  private readonly counts = new Map<string, number>();

  /** Adds one problem at a position; an error unless `advice` says otherwise. */
  add(code: ProgramProblemCode, at: Position | { readonly file: string }, message: string, advice: Advice = {}): void {
    const count = (this.counts.get(at.file) ?? 0) + 1;
    this.counts.set(at.file, count);
    if (count > maxPerFile) return;
    this.list.push({
      code,
      severity: advice.severity ?? "error",
      file: at.file,
      ...("line" in at ? { line: at.line, column: at.column } : {}),
      message: sentence(message),
      ...(advice.expected ? { expected: advice.expected } : {}),
      ...(advice.hint ? { hint: advice.hint } : {}),
    });
  }

  warn(code: ProgramProblemCode, at: Position | { readonly file: string }, message: string, advice: Omit<Advice, "severity"> = {}): void {
    this.add(code, at, message, { ...advice, severity: "warning" });
  }

  get hasErrors(): boolean {
    return this.list.some((problem) => problem.severity === "error");
  }

  /** All problems by file and place; says so where a file had more than are kept. */
  sorted(): Problem[] {
    const more: Problem[] = [];
    for (const [file, count] of this.counts) {
      if (count > maxPerFile) more.push(tooMany(file, count - maxPerFile));
    }
    return [...this.list, ...more].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }
}

/** Messages are written as they go on after a place; printed they are sentences. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?!…]$/.test(message) ? "" : "."}`;
}

function tooMany(file: string, count: number): Problem {
  return { code: "document-unreadable", severity: "error", file, message: `${count} more problems in this file are not shown.` };
}

/** The nearest of the candidates, if one is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    const steps = lower === wanted ? 0 : distance(lower, wanted);
    // A word that is cut off, or goes on, is near as well: `exec` for `executives`.
    const near = steps > 2 && wanted.length >= 4 && (lower.startsWith(wanted) || wanted.startsWith(lower)) ? 2 : steps;
    if (near < bestDistance && near < Math.max(wanted.length, 2)) [best, bestDistance] = [candidate, near];
  }
  return best;
}

export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}

/** Words for a message: `a, b or c`, cut where the list is long. */
export function listed(words: Iterable<string>, limit = 12): string {
  const all = [...words];
  if (all.length > limit) return `${all.slice(0, limit).join(", ")}, …`;
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}
