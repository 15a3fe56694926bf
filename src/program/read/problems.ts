// Problems of documents, collected while reading goes on; and "did you mean".
import { distance } from "fastest-levenshtein";
import type { Problem, Severity } from "#kit";
import type { Position } from "../model.ts";
import type { ProgramProblemCode } from "../problem-codes.ts";

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
