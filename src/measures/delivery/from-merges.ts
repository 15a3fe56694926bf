// The figures of one unit from what reached the default branch: a trend, never a level. What reaches a branch need not reach anybody.
import { type History, parentsOf } from "#facts";
import { type DeliveryMark, deployedChanges } from "./deployed-changes.ts";
import { beginningOf } from "./from-releases.ts";
import type { DeliveryInput } from "./measure.ts";
import type { DeliveryUnit } from "./units.ts";

/** Undefined where no repository has a commit on its default branch up to now (milliseconds). */
export function fromMerges(unit: DeliveryUnit, histories: readonly History[], now: number): DeliveryInput | undefined {
  const marks = new Map(histories.map((history) => [history, mainline(history, now)]));
  const deployments = [...marks].flatMap(([history, list]) => list.map(({ row, at }) => ({ id: `${history.repository}@${row}`, at })));
  if (deployments.length === 0) return undefined;
  return {
    subject: unit.subject,
    source: "merges",
    deployments,
    observedFrom: Math.min(...histories.map(beginningOf)),
    changes: [...marks].flatMap(([history, list]) => deployedChanges(history, list)),
  };
}

/** Commits of the default branch itself: first parents from HEAD down. */
function mainline(history: History, now: number): DeliveryMark[] {
  const marks: DeliveryMark[] = [];
  const seen = new Set<number>();
  for (let row = history.head; row >= 0 && !seen.has(row); row = parentsOf(history, row)[0] ?? -1) {
    seen.add(row);
    const at = (history.commits.committerTime[row] ?? Number.NaN) * 1000;
    if (at > 0 && at <= now) marks.push({ row, at });
  }
  return marks;
}
