// Lists and texts of different lengths, one for each row of a table, in one piece of memory.
import { textOfBytes } from "./text.ts";

/** Row `i` owns `data[starts[i]]` up to (not with) `data[starts[i + 1]]`. */
export interface Ragged<T extends Int32Array | Uint8Array = Int32Array> {
  readonly starts: Int32Array;
  readonly data: T;
}

/** The part of one row: a view, not a copy. */
export function rowOf<T extends Int32Array | Uint8Array>(column: Ragged<T>, row: number): T {
  return column.data.subarray(column.starts[row], column.starts[row + 1]) as T;
}

/** The text of one row, decoded now. */
export function textOf(column: Ragged<Uint8Array>, row: number): string {
  return textOfBytes(column.data, column.starts[row] as number, column.starts[row + 1] as number);
}

/** Rows in another order, or some of them. */
export function gatherRagged<T extends Int32Array | Uint8Array>(column: Ragged<T>, order: Int32Array): Ragged<T> {
  const starts = new Int32Array(order.length + 1);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number;
    starts[at + 1] = (starts[at] as number) + (column.starts[row + 1] as number) - (column.starts[row] as number);
  }
  const data = new (column.data.constructor as new (size: number) => T)(starts[order.length] as number);
  eachRun(order, (at, row, length) => {
    data.set(column.data.subarray(column.starts[row], column.starts[row + length]), starts[at]);
  });
  return { starts, data };
}

/** Rows that follow each other in both orders go together: what is new lies at the end, and the rest is one run. */
export function eachRun(order: Int32Array, take: (at: number, row: number, length: number) => void): void {
  for (let at = 0; at < order.length; ) {
    const row = order[at] as number;
    let length = 1;
    while (at + length < order.length && order[at + length] === row + length) length += 1;
    take(at, row, length);
    at += length;
  }
}

/** The rows of `a` with those of `b` between them: row `i` of `b` comes before row `before[i]` of `a`, and `before` ascends. */
export function interleaveRagged<T extends Int32Array | Uint8Array>(a: Ragged<T>, b: Ragged<T>, before: Int32Array): Ragged<T> {
  const rows = a.starts.length - 1;
  const starts = new Int32Array(rows + before.length + 1);
  const data = new (a.data.constructor as new (size: number) => T)(a.data.length + b.data.length);
  let [from, length] = [0, 0];
  const take = (part: Ragged<T>, first: number, end: number, at: number) => {
    const begin = part.starts[first] as number;
    for (let row = first; row < end; row += 1) starts[at + row - first + 1] = length + (part.starts[row + 1] as number) - begin;
    data.set(part.data.subarray(begin, part.starts[end]), length);
    length += (part.starts[end] as number) - begin;
  };
  for (let row = 0; row < before.length; row += 1) {
    const to = before[row] as number;
    take(a, from, to, from + row);
    take(b, row, row + 1, to + row);
    from = to;
  }
  take(a, from, rows, from + before.length);
  return { starts, data };
}

/** The rows of `a`, then those of `b`. */
export function joinRagged<T extends Int32Array | Uint8Array>(a: Ragged<T>, b: Ragged<T>): Ragged<T> {
  const rows = a.starts.length - 1;
  const starts = new Int32Array(rows + b.starts.length);
  starts.set(a.starts);
  for (let at = 0; at < b.starts.length; at += 1) starts[rows + at] = a.data.length + (b.starts[at] as number);
  const data = new (a.data.constructor as new (size: number) => T)(a.data.length + b.data.length);
  data.set(a.data as never);
  data.set(b.data as never, a.data.length);
  return { starts, data };
}
