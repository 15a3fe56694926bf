// Walks over the commits by their parents.
import type { Ragged } from "./ragged.ts";

/** Marks (with 1) every row that is reachable from these, themselves included; rows that are marked already are not entered. */
export function markReachable(parents: Ragged, from: Iterable<number>, marks: Uint8Array): void {
  const waiting: number[] = [];
  for (const row of from) {
    if (row < 0 || marks[row] === 1) continue;
    marks[row] = 1;
    waiting.push(row);
  }
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    for (let at = parents.starts[row] as number; at < (parents.starts[row + 1] as number); at += 1) {
      const parent = parents.data[at] as number;
      if (parent < 0 || marks[parent] === 1) continue;
      marks[parent] = 1;
      waiting.push(parent);
    }
  }
}

/**
 * Where `marks` hold what `before` reaches: marks what `from` reaches, too, and says whether `before` is part of that. If not, the marks are of no use.
 */
export function markOnward(parents: Ragged, from: number, marks: Uint8Array, before: number): boolean {
  if (from < 0 || before < 0) return false;
  if (marks[from] === 1) return from === before;
  // Whoever comes from a descendant meets `before` itself before anything that it reaches.
  let met = false;
  const waiting = [from];
  marks[from] = 1;
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    for (let at = parents.starts[row] as number; at < (parents.starts[row + 1] as number); at += 1) {
      const parent = parents.data[at] as number;
      if (parent === before) met = true;
      if (parent < 0 || marks[parent] === 1) continue;
      marks[parent] = 1;
      waiting.push(parent);
    }
  }
  return met;
}

/** Rows that are nobody's parent. */
export function childless(parents: Ragged): number[] {
  const count = parents.starts.length - 1;
  const isParent = new Uint8Array(count);
  for (const parent of parents.data) if (parent >= 0) isParent[parent] = 1;
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) if (isParent[row] === 0) rows.push(row);
  return rows;
}

/** Writes `owner` at every row that is reachable from this one through rows that nobody owns (-1). */
export function markOwned(parents: Ragged, from: number, owner: number, owners: Int32Array): void {
  if (owners[from] !== -1) return;
  const waiting = [from];
  owners[from] = owner;
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    for (let at = parents.starts[row] as number; at < (parents.starts[row + 1] as number); at += 1) {
      const parent = parents.data[at] as number;
      if (parent < 0 || owners[parent] !== -1) continue;
      owners[parent] = owner;
      waiting.push(parent);
    }
  }
}
