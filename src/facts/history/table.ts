// Tables of typed columns: the commits and the tags of a history. All that a table can do, it does column by column, whatever they hold.
import { eachRun, gatherRagged, joinRagged, type Ragged } from "./ragged.ts";

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

function mapTable<T extends Table>(table: T, change: (column: Column, name: string) => Column): T {
  return Object.fromEntries(Object.entries(table).map(([name, column]) => [name, change(column, name)])) as unknown as T;
}
