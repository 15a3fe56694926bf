// Open findings by product and policy area, the products that hurt most first.
import type { components, paths } from "../../api/schema.generated.ts";
import { type Counts, openStates, worst } from "./states.ts";

type Cell = paths["/api/findings/matrix"]["get"]["responses"][200]["content"]["application/json"][number];
export type Area = Cell["area"];

export const areas = [
  "discovery",
  "review-approval",
  "commercial-procurement",
  "code-management",
  "community-interaction",
  "compliance",
  "executive-engagement",
] as const satisfies readonly Area[];

export interface MatrixRow {
  /** Absent: about no product. */
  readonly product?: string;
  readonly cells: ReadonlyMap<Area, Counts>;
  readonly sum: Counts;
}

const NOTHING: Counts = { deny: 0, review: 0, unknown: 0, warn: 0 };

export function rowsOf(cells: readonly Cell[], products: readonly components["schemas"]["Product"][]): readonly MatrixRow[] {
  const byProduct = Map.groupBy(cells, ({ product }) => product ?? "");
  const ids = new Set([...products.map(({ id }) => id), ...byProduct.keys()]);
  return [...ids]
    .filter((id) => id !== "" || byProduct.has(""))
    .map((id) => rowOf(id, byProduct.get(id) ?? []))
    .sort((a, b) => weight(b.sum) - weight(a.sum) || ((a.product ?? "") < (b.product ?? "") ? -1 : 1));
}

function rowOf(id: string, cells: readonly Cell[]): MatrixRow {
  const byArea = Map.groupBy(cells, ({ area }) => area);
  return {
    ...(id === "" ? {} : { product: id }),
    cells: new Map([...byArea].map(([area, some]) => [area, countsOf(some)])),
    sum: countsOf(cells),
  };
}

export function countsOf(cells: readonly Cell[]): Counts {
  const sum = { ...NOTHING };
  for (const { outcome, count, unknown } of cells) {
    if (outcome === "allow") continue;
    if (outcome === "deny") sum.deny += count;
    else {
      sum[outcome] += count - unknown;
      sum.unknown += unknown;
    }
  }
  return sum;
}

/** The worse state weighs more than any number of milder ones. */
function weight(sum: Counts): number {
  const state = worst(sum);
  return state === undefined ? 0 : (openStates.length - openStates.indexOf(state)) * 1e9 + sum[state];
}
