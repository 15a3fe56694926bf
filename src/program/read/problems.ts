// Problems of documents, collected while reading goes on; and "did you mean".
import { type Problem, problemText, sentenceOf, type ProblemWords, phrase, type Severity } from "#kit";
import type { Position } from "../model.ts";
import type { ProgramProblemCode } from "../problem-codes.ts";

interface Advice extends Omit<ProblemWords, "message"> {
  readonly severity?: Severity;
}

/** Most problems of one kind that are kept for one file: what is wrong a hundred times should not bury what is wrong once. */
const MOST_OF_A_KIND = 50;

export class ProblemList {
  private readonly list: Problem[] = [];
  private readonly kinds = new Map<string, { count: number; last: Problem }>();

  /** Adds one problem at a position; an error unless `advice` says otherwise. */
  add(code: ProgramProblemCode, at: Position | { readonly file: string }, message: ProblemWords["message"], advice: Advice = {}): void {
    const text = problemText({ ...advice, message });
    const problem: Problem = {
      code,
      severity: advice.severity ?? "error",
      file: at.file,
      ...("line" in at ? { line: at.line, column: at.column } : {}),
      ...text,
      message: sentenceOf(text.message),
    };
    const key = [problem.file, code, problem.severity].join("\n");
    const kind = this.kinds.get(key) ?? { count: 0, last: problem };
    kind.count += 1;
    this.kinds.set(key, kind);
    if (kind.count > MOST_OF_A_KIND) return;
    kind.last = problem;
    this.list.push(problem);
  }

  warn(
    code: ProgramProblemCode,
    at: Position | { readonly file: string },
    message: ProblemWords["message"],
    advice: Omit<Advice, "severity"> = {},
  ): void {
    this.add(code, at, message, { ...advice, severity: "warning" });
  }

  get hasErrors(): boolean {
    return this.list.some((problem) => problem.severity === "error");
  }

  /** All problems by file and place; says so where a file had more of a kind than are kept. */
  sorted(): Problem[] {
    const more = [...this.kinds.values()].flatMap(({ count, last }) =>
      count > MOST_OF_A_KIND ? [tooMany(last, count - MOST_OF_A_KIND)] : [],
    );
    return [...this.list, ...more].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }
}

/** Stands where the last one stands that is shown. */
function tooMany({ expected: _expected, hint: _hint, phrases: _phrases, ...last }: Problem, count: number): Problem {
  return { ...last, ...problemText({ message: phrase`${count} more of this kind in this file are not shown.` }) };
}
