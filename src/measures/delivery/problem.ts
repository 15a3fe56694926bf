// Problems with what is measured, where it stands.
import { type Phrase, phrase, phraseRow, type Problem, problemText, type ProblemWords, type Severity } from "#kit";
import type { MeasureProblemCode } from "../problem-codes.ts";

export function measureProblem(
  code: MeasureProblemCode,
  severity: Severity,
  place: { readonly file: string; readonly line?: number },
  message: ProblemWords["message"],
  hint?: ProblemWords["hint"],
): Problem {
  const line = place.line === undefined ? {} : { line: place.line };
  return { code, severity, file: place.file, ...line, ...problemText({ message, hint }) };
}

const MOST = 5;

/** `a, b, c and 12 more` */
export function listed(names: readonly string[]): Phrase {
  const more = names.length - MOST;
  const told = phraseRow(names.slice(0, MOST));
  return more > 0 ? phrase`${told} and ${more} more` : told;
}
