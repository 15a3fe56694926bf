// Problems of documents, collected while reading goes on; and "did you mean".
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
