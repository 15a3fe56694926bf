// Problems with what is measured, where it stands.
import type { Problem, Severity } from "#kit";
import type { MeasureProblemCode } from "../problem-codes.ts";

export function measureProblem(
  code: MeasureProblemCode,
  severity: Severity,
  place: { readonly file: string; readonly line?: number },
  message: string,
  hint?: string,
): Problem {
  return {
    code,
    severity,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

const MOST = 5;

/** `a, b, c and 12 more` */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST;
  return names.slice(0, MOST).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
