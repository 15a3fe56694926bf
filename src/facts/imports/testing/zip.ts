// Small zip archives for tests, written here so that the reader is not tested against itself: plain zip and zip64.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  readonly name: string;
  readonly content: string;
  readonly stored?: boolean;
}

export function zipOf(files: readonly ZipFile[], large = false): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored } of files) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(Buffer.byteLength(name), 0);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, lengths, Buffer.from(name), packed]);
    bodies.push(local);
    directory.push(centralEntry(name, fields, offset, large));
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([
    ...bodies,
    list,
    ...(large ? largeEnd(files.length, list.length, offset) : []),
    end(files.length, list.length, offset, large),
  ]);
}

function centralEntry(name: string, fields: Buffer, offset: number, large: boolean): Buffer {
  const extra = Buffer.alloc(large ? 12 : 0);
  if (large) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(Buffer.byteLength(name), 0);
  rest.writeUInt16LE(extra.length, 2);
  rest.writeUInt32LE(large ? 0xffffffff : offset, 14);
  return Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, rest, Buffer.from(name), extra]);
}

function end(count: number, length: number, offset: number, large: boolean): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(large ? 0xffff : count, 4);
  record.writeUInt16LE(large ? 0xffff : count, 6);
  record.writeUInt32LE(large ? 0xffffffff : length, 8);
  record.writeUInt32LE(large ? 0xffffffff : offset, 12);
  return Buffer.concat([Buffer.from("PK\u0005\u0006"), record]);
}

function largeEnd(count: number, length: number, offset: number): Buffer[] {
  const record = Buffer.alloc(52);
  record.writeBigUInt64LE(44n, 0);
  record.writeBigUInt64LE(BigInt(count), 20);
  record.writeBigUInt64LE(BigInt(count), 28);
  record.writeBigUInt64LE(BigInt(length), 36);
  record.writeBigUInt64LE(BigInt(offset), 44);
  const locator = Buffer.alloc(16);
  locator.writeBigUInt64LE(BigInt(offset + length), 4);
  return [Buffer.from("PK\u0006\u0006"), record, Buffer.from("PK\u0006\u0007"), locator];
}
