// Why is this here: for every occurrence the one that brings it in, on the shortest way from what is asked for directly.
import type { LockedPackage } from "../lockfiles/types.ts";

/**
 * Calls `found(occurrence, via)` for all that some direct entry brings in. `occurrences` says for each entry of a file which occurrence it became, -1
 * for what was left out as ours. Breadth first in the order of the file, so that the answer is always the same. Where a file does not say what is
 * direct, ways start at what nothing else brings in.
 */
export function findWays(
  entries: readonly LockedPackage[],
  occurrences: readonly number[],
  found: (occurrence: number, via: number) => void,
): void {
  if (!entries.some(({ dependsOn }) => dependsOn !== undefined && dependsOn.length > 0)) return;
  const byKey = new Map<string, number>();
  for (let index = 0; index < entries.length; index += 1) byKey.set((entries[index] as LockedPackage).key, index);
  const queue = starts(entries, byKey);
  const seen = new Uint8Array(entries.length);
  // Occurrences of one file are numbered one after the other.
  const first = occurrences.reduce(
    (least, occurrence) => (occurrence >= 0 && occurrence < least ? occurrence : least),
    Number.MAX_SAFE_INTEGER,
  );
  const reached = new Uint8Array(entries.length);
  for (const index of queue) {
    seen[index] = 1;
    const occurrence = occurrences[index] as number;
    if (occurrence >= 0) reached[occurrence - first] = 1;
  }
  for (let at = 0; at < queue.length; at += 1) {
    const via = occurrences[queue[at] as number] as number;
    const { dependsOn } = entries[queue[at] as number] as LockedPackage;
    if (dependsOn === undefined) continue;
    for (const key of dependsOn) {
      const index = byKey.get(key);
      if (index === undefined || seen[index] === 1) continue;
      seen[index] = 1;
      queue.push(index);
      const occurrence = occurrences[index] as number;
      if (occurrence < 0 || reached[occurrence - first] === 1) continue;
      reached[occurrence - first] = 1;
      if (via >= 0) found(occurrence, via);
    }
  }
}

function starts(entries: readonly LockedPackage[], byKey: ReadonlyMap<string, number>): number[] {
  const direct: number[] = [];
  for (let index = 0; index < entries.length; index += 1) if ((entries[index] as LockedPackage).direct === true) direct.push(index);
  if (direct.length > 0) return direct;
  const broughtIn = new Uint8Array(entries.length);
  for (const { dependsOn } of entries) {
    for (const key of dependsOn ?? []) {
      const index = byKey.get(key);
      if (index !== undefined) broughtIn[index] = 1;
    }
  }
  return [...entries.keys()].filter((index) => broughtIn[index] === 0);
}
