// Problems with exports of deployments and incidents.
import type { Problem, Severity } from "#kit";
import type { FactProblemCode } from "../problem-codes.ts";
import type { DeliveryPlace } from "./types.ts";

export function deliveryProblem(
  code: FactProblemCode,
  severity: Severity,
  place: DeliveryPlace,
  message: string,
  more: { readonly expected?: string; readonly hint?: string } = {},
): Problem {
  return { code, severity, file: place.file, ...(place.line === undefined ? {} : { line: place.line }), message, ...more };
}
