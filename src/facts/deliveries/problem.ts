// Problems with exports of deployments and incidents.
import { type Problem, problemText, type ProblemWords, type Severity, phrase } from "#kit";
import type { FactProblemCode } from "../problem-codes.ts";
import type { DeliveryPlace } from "./types.ts";

export function deliveryProblem(
  code: FactProblemCode,
  severity: Severity,
  place: DeliveryPlace,
  message: ProblemWords["message"],
  more: Omit<ProblemWords, "message"> = {},
): Problem {
  const line = place.line === undefined ? {} : { line: place.line };
  return { code, severity, file: place.file, ...line, ...problemText({ message, ...more }) };
}

const MOST = 50;

/** A file whose every row is wrong says so once, not a hundred thousand times: the first, and how many more. */
export function fewOf(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MOST) return problems;
  const message = phrase`${problems.length - MOST} more rows have something wrong; they were treated in the same way`;
  const worst = problems.some(({ severity }) => severity === "warning") ? "warning" : "note";
  return [...problems.slice(0, MOST), deliveryProblem("delivery-row", worst, { file }, message)];
}
