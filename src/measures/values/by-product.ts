// Groups that many formulas need: the components of each product, each once.
import type { Figure, MeasureInput } from "./types.ts";

/** Indexes of components by product id; under the empty id what the whole organisation uses. A product without components has an empty list. */
export function componentsByProduct(input: MeasureInput): ReadonlyMap<string, readonly number[]> {
  return groups(input, new Set(input.components.keys()), input.uses);
}

/** The same, of what is used directly: named by a file of ours, not brought along by something else. */
export function directByProduct(input: MeasureInput): ReadonlyMap<string, readonly number[]> {
  const direct = input.uses.filter((use) => use.direct === true);
  return groups(input, new Set(direct.map(({ component }) => component)), direct);
}

function groups(input: MeasureInput, all: Set<number>, uses: MeasureInput["uses"]): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, Set<number>>([["", all]]);
  for (const { id } of input.products) sets.set(id, new Set());
  for (const use of uses) if (use.product !== undefined) sets.get(use.product)?.add(use.component);
  return new Map([...sets].map(([product, set]) => [product, [...set]]));
}

/** `organization`, or `product:<id>`. */
export function subjectOf(product: string): string {
  return product === "" ? "organization" : `product:${product}`;
}

/** A share with its denominator; nothing to measure where that is 0. */
export function share(subject: string, part: number, of: number, detail?: Figure["detail"]): Figure {
  const beside = detail === undefined ? {} : { detail };
  return of === 0 ? { subject, value: null, of: 0, reason: "nothing-to-measure", ...beside } : { subject, value: part / of, of, ...beside };
}
