// Changes with the deployment that first brought them. Merges are no changes of their own; what the first deployment of all brought has no predecessor and is left out.
import { type ChangeHistory, parentsOf } from "./change-history.ts";
import type { DeployedChange } from "./lead-time.ts";
import { type DeliveryMark, firstMarks } from "./owners.ts";

export function deployedChanges(
  history: ChangeHistory,
  marks: readonly DeliveryMark[],
  owners: Int32Array = firstMarks(history, marks),
): DeployedChange[] {
  const first = firstMark(marks);
  const changes: DeployedChange[] = [];
  for (let row = 0; row < history.count; row += 1) {
    const owner = owners[row] ?? -1;
    const mark = marks[owner];
    if (mark === undefined || mark.at === first || parentsOf(history, row).length > 1) continue;
    const [authored, committed] = [history.authorTime[row] ?? Number.NaN, history.committerTime[row] ?? Number.NaN];
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
