// Open findings of each product in each policy area, and the order in which products are shown: the worst and most first.
import type { ScanResult } from "#scan";
import { noCounts, openFindings, openStateOf, openStates, type StateCounts } from "./states.ts";

/** Counts by policy area. */
export type Line = Map<string, StateCounts>;

export interface AreaCounts {
  /** What belongs to no product. */
  readonly whole: Line;
  readonly products: Map<string, Line>;
}

export function countByProduct(result: ScanResult): AreaCounts {
  const count: AreaCounts = {
    whole: new Map(),
    products: new Map(result.program.organization.products.map((product) => [product.id, new Map()])),
  };
  for (const finding of openFindings(result)) {
    const product = finding.subject.product;
    const line = product === undefined ? count.whole : (count.products.get(product) ?? new Map<string, StateCounts>());
    if (product !== undefined) count.products.set(product, line);
    const cell = line.get(finding.area) ?? noCounts();
    cell[openStateOf(finding)]++;
    line.set(finding.area, cell);
  }
  return count;
}

/** Worst first, then most. */
export function weight(line: Line): number {
  let total = 0;
  for (const cell of line.values()) total += cell.deny * 1e9 + cell.review * 1e6 + cell.unknown * 1e3 + cell.warn;
  return total;
}

export function joinLines(a: Line, b: Line): Line {
  for (const [area, cell] of b) {
    const sum = a.get(area) ?? noCounts();
    for (const state of openStates) sum[state] += cell[state];
    a.set(area, sum);
  }
  return a;
}
