// A history as one run of bytes, to be remembered: a line of JSON, then the columns one behind the other.
import { isFixed, type Column, type Fixed, type Table } from "./table.ts";

const KINDS = { u8: Uint8Array, i16: Int16Array, i32: Int32Array, f64: Float64Array } as const;
type Kind = keyof typeof KINDS;

interface Layout {
  readonly head: unknown;
  /** Name, kind of the values, how many, and how many row starts where rows differ in length. */
  readonly columns: readonly (readonly [string, Kind, number, number?])[];
}

/** The parts of that run, in their order: columns are not copied. `head` is any JSON value. */
export function pack(head: unknown, table: Table): readonly Uint8Array[] {
  const columns = Object.entries(table);
  const layout: Layout = {
    head,
    columns: columns.map(([name, column]) =>
      isFixed(column) ? [name, kindOf(column), column.length] : [name, kindOf(column.data), column.data.length, column.starts.length],
    ),
  };
  const parts = columns.flatMap(([, column]) => (isFixed(column) ? [column] : [column.starts, column.data]));
  return [Buffer.from(`${JSON.stringify(layout)}\n`, "utf8"), ...parts.map(bytesOf)];
}

/** Undefined where the bytes are not what `pack` writes. */
export function unpack(bytes: Uint8Array): { head: unknown; table: Table } | undefined {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = buffer.indexOf(10);
    const layout = JSON.parse(buffer.toString("utf8", 0, end)) as Layout;
    let at = end + 1;
    const take = (kind: Kind, length: number): Fixed => {
      const size = KINDS[kind].BYTES_PER_ELEMENT * length;
      if (at + size > buffer.length) throw new RangeError("short");
      // Bytes need no place that is aligned: they stay where they are.
      if (kind === "u8") {
        at += size;
        return new Uint8Array(bytes.buffer, bytes.byteOffset + at - size, size);
      }
      const copy = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + size);
      at += size;
      return new KINDS[kind](copy as ArrayBuffer);
    };
    const table: Record<string, Column> = {};
    for (const [name, kind, length, starts] of layout.columns) {
      table[name] =
        starts === undefined
          ? take(kind, length)
          : ({ starts: take("i32", starts) as Int32Array, data: take(kind, length) as Int32Array } satisfies Column);
    }
    return { head: layout.head, table };
  } catch {
    return undefined;
  }
}

function kindOf(values: Fixed): Kind {
  if (values instanceof Uint8Array) return "u8";
  if (values instanceof Int16Array) return "i16";
  return values instanceof Int32Array ? "i32" : "f64";
}

function bytesOf(values: Fixed): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
