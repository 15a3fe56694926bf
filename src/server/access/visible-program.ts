// The program and what is known, as somebody sees them where units are kept apart.
import type { Program } from "#program";
import type { AskedResult, ScanResult } from "#scan";
import { type Caller, seesUnit } from "./caller.ts";

/** Products of units that the caller does not see are not there for them. */
export function visibleProgram(program: Program, caller: Caller): Program {
  if (caller.units === "all") return program;
  const products = program.organization.products.filter(({ unit }) => seesUnit(caller, unit));
  return { ...program, organization: { ...program.organization, products } };
}

/** Uses in products that the program does not name are not there. */
export function seenResult(result: AskedResult, { organization }: Program): AskedResult {
  const products = new Set(organization.products.map(({ id }) => id));
  return { ...result, uses: result.uses.filter(({ product }) => product === undefined || products.has(product)) };
}

/** Figures of the organisation, and of products and repositories that the caller sees. */
export function seenFigures(
  { measures, program, repositories }: Pick<ScanResult, "measures" | "program" | "repositories">,
  caller: Caller,
): ScanResult["measures"] {
  if (caller.units === "all") return measures;
  const units = new Map(program.organization.products.map(({ id, unit }) => [id, unit]));
  const hidden = new Set([
    ...[...units].flatMap(([id, unit]) => (seesUnit(caller, unit) ? [] : [`product:${id}`])),
    ...repositories.flatMap(({ id, products }) =>
      products.length === 0 || products.some((product) => seesUnit(caller, units.get(product))) ? [] : [`repository:${id}`],
    ),
  ]);
  return measures.filter(({ subject }) => !hidden.has(subject));
}
