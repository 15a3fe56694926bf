// Why is this here: for every occurrence the one that brings it in, on the shortest way from what is asked for directly.
import type { LockedPackage } from "../lockfiles/types.ts";

/** One entry of a file with the occurrence (index) that it became; -1 for what was left out as ours. */
export interface Placed {
  readonly locked: LockedPackage;
  readonly occurrence: number;
}

/**
 * Calls `found(occurrence, via)` for all that some direct entry brings in. Breadth first in the order of the file, so that the answer is always the
 * same. Where a file does not say what is direct, ways start at what nothing else brings in.
 */
export function findWays(entries: readonly Placed[], found: (occurrence: number, via: number) => void): void {
  if (!entries.some(({ locked }) => locked.dependsOn && locked.dependsOn.length > 0)) return;
  const byKey = new Map<string, number>();
  for (let index = 0; index < entries.length; index += 1) byKey.set((entries[index] as Placed).locked.key, index);
  const queue = starts(entries, byKey);
  const seen = new Uint8Array(entries.length);
  const reached = new Set<number>();
  for (const index of queue) {
    seen[index] = 1;
    reached.add((entries[index] as Placed).occurrence);
  }
  for (let at = 0; at < queue.length; at += 1) {
    const from = entries[queue[at] as number] as Placed;
    for (const key of from.locked.dependsOn ?? []) {
      const index = byKey.get(key);
      if (index === undefined || seen[index] === 1) continue;
      seen[index] = 1;
      queue.push(index);
      const { occurrence } = entries[index] as Placed;
      if (occurrence < 0 || reached.has(occurrence)) continue;
      reached.add(occurrence);
      if (from.occurrence >= 0) found(occurrence, from.occurrence);
    }
  }
}

function starts(entries: readonly Placed[], byKey: ReadonlyMap<string, number>): number[] {
  const direct: number[] = [];
  entries.forEach(({ locked }, index) => {
    if (locked.direct === true) direct.push(index);
  });
  if (direct.length > 0) return direct;
  const broughtIn = new Uint8Array(entries.length);
  for (const { locked } of entries) {
    for (const key of locked.dependsOn ?? []) {
      const index = byKey.get(key);
      if (index !== undefined) broughtIn[index] = 1;
    }
  }
  return [...entries.keys()].filter((index) => broughtIn[index] === 0);
}
