// Refs as git stores them in reftables (gitformat-reftable, versions 1 and 2): enough of the format to list names and values.
import { join } from "node:path";
import { readInside } from "./inside.ts";

const MAX_TABLES = 200;
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const MAX_NAME_BYTES = 4096;

/** Ref name → commit id or `ref: NAME`; undefined where the folder holds no reftables that can be read. */
export function readReftables(root: string, folder: string): Map<string, string> | undefined {
  const list = readInside(root, join(folder, "tables.list"), 64 * 1024);
  if (typeof list === "string") return undefined;
  const names = list.toString("latin1").split("\n").filter(Boolean);
  if (names.length > MAX_TABLES) return undefined;
  const refs = new Map<string, string>();
  for (const name of names) {
    // Names are hexadecimal ranges; anything else could lead out of the folder.
    if (!/^[\w-]+\.ref$/.test(name)) return undefined;
    const table = readInside(root, join(folder, name), MAX_TABLE_BYTES);
    if (typeof table === "string" || !readReftable(table, refs)) return undefined;
  }
  return refs;
}

/** Adds the refs of one table, newer than what `refs` holds; false where the bytes are no reftable. Never throws. */
export function readReftable(table: Buffer, refs: Map<string, string>): boolean {
  const version = table.length >= 24 && table.toString("latin1", 0, 4) === "REFT" ? table[4] : undefined;
  if (version !== 1 && version !== 2) return false;
  const header = version === 1 ? 24 : 28;
  const idBytes = version === 2 && table.toString("latin1", 24, 28) === "s256" ? 32 : 20;
  const end = table.length - header - 44; // the footer: the header again, five positions, a checksum
  const aligned = table.readUIntBE(5, 3);
  let start = 0;
  while (start + 4 <= end) {
    const at = start === 0 ? header : start;
    if (table[at] !== 0x72) return true; // other kinds of blocks follow the last block of refs
    const length = table.readUIntBE(at + 1, 3);
    const stop = start + length;
    if (length < at - start + 6 || stop > table.length) return false;
    const records = stop - 2 - 3 * table.readUInt16BE(stop - 2);
    if (!readRecords(new Cursor(table, at + 4, records), idBytes, refs)) return false;
    start = aligned > 0 ? start + Math.max(aligned, length) : stop;
  }
  return true;
}

function readRecords(cursor: Cursor, idBytes: number, refs: Map<string, string>): boolean {
  let name = Buffer.alloc(0);
  while (cursor.more) {
    const prefix = cursor.varint();
    const packed = cursor.varint();
    const suffix = cursor.bytes(packed >> 3);
    if (!suffix || prefix > name.length || prefix + suffix.length > MAX_NAME_BYTES) return false;
    name = Buffer.concat([name.subarray(0, prefix), suffix]);
    cursor.varint(); // when it was last changed
    const value = readValue(cursor, packed & 7, idBytes);
    if (value === undefined) return false;
    if (value === "") refs.delete(name.toString("utf8"));
    else refs.set(name.toString("utf8"), value);
  }
  return true;
}

/** Empty for a deletion; undefined for what cannot be. */
function readValue(cursor: Cursor, type: number, idBytes: number): string | undefined {
  if (type === 0) return "";
  if (type === 1) return cursor.bytes(idBytes)?.toString("hex");
  if (type === 2) return cursor.bytes(idBytes * 2)?.toString("hex", 0, idBytes);
  if (type !== 3) return undefined;
  const target = cursor.bytes(cursor.varint());
  return target && `ref: ${target.toString("utf8")}`;
}

/** Reads forward inside `[at, end)`; past the end there are zeros and no bytes. */
class Cursor {
  readonly #table: Buffer;
  readonly #end: number;
  #at: number;

  constructor(table: Buffer, at: number, end: number) {
    this.#table = table;
    this.#at = at;
    this.#end = end;
  }

  get more(): boolean {
    return this.#at < this.#end;
  }

  varint(): number {
    let byte = this.#byte();
    let value = byte & 0x7f;
    while (byte & 0x80 && value < 2 ** 28) {
      byte = this.#byte();
      value = (value + 1) * 128 + (byte & 0x7f);
    }
    return value;
  }

  bytes(length: number): Buffer | undefined {
    if (length < 0 || this.#at + length > this.#end) return undefined;
    this.#at += length;
    return this.#table.subarray(this.#at - length, this.#at);
  }

  #byte(): number {
    return this.#at < this.#end ? (this.#table[this.#at++] as number) : 0;
  }
}
