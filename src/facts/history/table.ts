// Tables of typed columns: the commits and the tags of a history. All that a table can do, it does column by column, whatever they hold.
import { eachRun, gatherRagged, interleaveRagged, joinRagged, type Ragged } from "./ragged.ts";

export type Fixed = Uint8Array | Int16Array | Int32Array | Float64Array;
export type Column = Fixed | Ragged<Int32Array> | Ragged<Uint8Array>;
/** Columns by name, all with as many rows. */
export type Table = Readonly<Record<string, Column>>;

export function isFixed(column: Column): column is Fixed {
  return ArrayBuffer.isView(column);
}

/** Rows in another order, or some of them. `width` says how many numbers a row of a fixed column has, where that is not one. */
export function gather<T extends Table>(table: T, order: Int32Array, width: Readonly<Record<string, number>>): T {
  return mapTable(table, (column, name) =>
    isFixed(column) ? gatherFixed(column, order, width[name] ?? 1) : gatherRagged(column as Ragged, order),
  );
}

function gatherFixed(column: Fixed, order: Int32Array, width: number): Fixed {
  const result = new (column.constructor as new (size: number) => Fixed)(order.length * width);
  eachRun(order, (at, row, length) => result.set(column.subarray(row * width, (row + length) * width), at * width));
  return result;
}

/** The rows of `a`, then those of `b`. */
export function join<T extends Table>(a: T, b: T): T {
  return mapTable(a, (column, name) => {
    const other = b[name] as Column;
    if (!isFixed(column)) return joinRagged(column as Ragged, other as Ragged);
    const result = new (column.constructor as new (size: number) => Fixed)(column.length + (other as Fixed).length);
    result.set(column);
    result.set(other as Fixed, column.length);
    return result;
  });
}

/**
 * The rows of `a` with those of `b` between them: row `i` of `b` comes before row `before[i]` of `a`, and `before` ascends. What lies between two of them is
 * copied as one piece.
 */
export function interleave<T extends Table>(a: T, b: T, before: Int32Array, width: Readonly<Record<string, number>>): T {
  return mapTable(a, (column, name) => {
    const other = b[name] as Column;
    if (!isFixed(column)) return interleaveRagged(column as Ragged, other as Ragged, before);
    return interleaveFixed(column, other as Fixed, before, width[name] ?? 1);
  });
}

function interleaveFixed(a: Fixed, b: Fixed, before: Int32Array, width: number): Fixed {
  const result = new (a.constructor as new (size: number) => Fixed)(a.length + b.length);
  let from = 0;
  for (let row = 0; row < before.length; row += 1) {
    const to = before[row] as number;
    result.set(a.subarray(from * width, to * width), (from + row) * width);
    result.set(b.subarray(row * width, (row + 1) * width), (to + row) * width);
    from = to;
  }
  result.set(a.subarray(from * width), (from + before.length) * width);
  return result;
}

function mapTable<T extends Table>(table: T, change: (column: Column, name: string) => Column): T {
  return Object.fromEntries(Object.entries(table).map(([name, column]) => [name, change(column, name)])) as unknown as T;
}
