// Changes with the deployment that first brought them. Merges are no changes of their own; what the first deployment of all brought has no predecessor and is left out.
import { type History, isMerge, releasesOwning } from "#facts";
import type { DeployedChange } from "./lead-time.ts";

/** A commit that was delivered, and when (milliseconds since 1970). */
export interface DeliveryMark {
  readonly row: number;
  readonly at: number;
}

/** For every row the number of the first mark by time that holds it; -1 for what none holds. */
export function firstMarks(history: History, marks: readonly DeliveryMark[]): Int32Array {
  return releasesOwning(
    history,
    marks.map(({ row, at }) => ({ commit: row, time: at / 1000 })),
  );
}

export function deployedChanges(
  history: History,
  marks: readonly DeliveryMark[],
  owners: Int32Array = firstMarks(history, marks),
): DeployedChange[] {
  const first = firstMark(marks);
  const changes: DeployedChange[] = [];
  for (let row = 0; row < history.count; row += 1) {
    const owner = owners[row] ?? -1;
    const mark = marks[owner];
    if (mark === undefined || mark.at === first || isMerge(history, row)) continue;
    const { authorTime, committerTime } = history.commits;
    const [authored, committed] = [authorTime[row] ?? Number.NaN, committerTime[row] ?? Number.NaN];
    if (Number.isNaN(committed)) continue;
    changes.push({
      ...(Number.isNaN(authored) ? {} : { authoredAt: authored * 1000 }),
      committedAt: committed * 1000,
      deployedAt: mark.at,
    });
  }
  return changes;
}

function firstMark(marks: readonly DeliveryMark[]): number {
  return marks.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
}
