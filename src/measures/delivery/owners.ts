// Which release or deployment first held a commit. One pass: marks in the order of time, each takes what it reaches and nobody before it took. (Comparing pairs of
// deployments, as others do, costs deployments × commits.)
import type { ChangeHistory } from "./change-history.ts";

/** A commit that was delivered, and when (milliseconds since 1970). */
export interface DeliveryMark {
  readonly row: number;
  readonly at: number;
}

/** For every row the number of the first mark that holds it; -1 for what no mark holds. Marks keep their numbers, whatever their order. */
export function firstMarks({ count, parents }: ChangeHistory, marks: readonly DeliveryMark[]): Int32Array {
  const owners = new Int32Array(count).fill(-1);
  const order = marks
    .map((_, number) => number)
    .sort((a, b) => (marks[a]?.at ?? 0) - (marks[b]?.at ?? 0) || (marks[a]?.row ?? 0) - (marks[b]?.row ?? 0));
  const waiting: number[] = [];
  for (const number of order) {
    waiting.push(marks[number]?.row ?? -1);
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      if (row < 0 || owners[row] !== -1) continue;
      owners[row] = number;
      const end = parents.starts[row + 1] ?? 0;
      for (let at = parents.starts[row] ?? 0; at < end; at += 1) waiting.push(parents.data[at] ?? -1);
    }
  }
  return owners;
}
