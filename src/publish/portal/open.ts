// Open findings as the portal knows them: counted in the database, by rule.
import type { Finding } from "#policy";
import { noCounts, openStateOf, type StateCounts } from "../shared/states.ts";

export interface OpenCount extends Pick<Finding, "rule" | "area" | "outcome" | "because"> {
  readonly count: number;
}

export function openBy(counts: readonly OpenCount[], part: "rule" | "area"): ReadonlyMap<string, StateCounts> {
  const open = new Map<string, StateCounts>();
  for (const one of counts) {
    if (one.outcome === "allow") continue;
    const sum = open.get(one[part]) ?? noCounts();
    sum[openStateOf(one)] += one.count;
    open.set(one[part], sum);
  }
  return open;
}
