// Zip archives, entry by entry, however many there are: the directory and one window of the file are in memory, nothing else.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { type FileHandle, open } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";
import { Unreadable } from "../../lockfiles/types.ts";

export interface ZipLimits {
  readonly entries: number;
  /** Of the list of entries. */
  readonly directoryBytes: number;
  /** Of one entry, unpacked. */
  readonly entryBytes: number;
  /** Of all entries, unpacked. */
  readonly totalBytes: number;
}

export const zipLimits: ZipLimits = {
  entries: 5_000_000,
  directoryBytes: 1_000_000_000,
  entryBytes: 64_000_000,
  totalBytes: 64_000_000_000,
};

export interface ZipEntry {
  /** As written; never used as a path. */
  readonly name: string;
  /** Unpacked; undefined with the reason where it cannot be read. */
  readonly bytes?: Buffer;
  readonly reason?: string;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const WINDOW = 8 << 20;

interface Place {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Whether a file begins like a zip archive. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(4);
    const { bytesRead } = await file.read(head, 0, 4, 0);
    return bytesRead === 4 && (head.readUInt32LE(0) === LOCAL || head.readUInt32LE(0) === END);
  } finally {
    await file.close();
  }
}

/** The files of an archive in the order of its directory. Throws `Unreadable` where there is no directory, or more than the limits allow. */
export async function* zipEntries(path: string, limits: Partial<ZipLimits> = {}): AsyncGenerator<ZipEntry> {
  const bounds = { ...zipLimits, ...limits };
  const file = await open(path, "r");
  try {
    const window = new Window(file);
    let total = 0;
    for (const place of places(await directoryOf(file, bounds), bounds)) {
      if (place.name.endsWith("/")) continue;
      if (place.size > bounds.entryBytes) {
        yield { name: place.name, reason: `it is larger than ${bounds.entryBytes / 1_000_000} MB unpacked` };
        continue;
      }
      total += place.size;
      if (total > bounds.totalBytes) throw new Unreadable(`Not read: more than ${bounds.totalBytes / 1e9} GB unpacked`);
      yield await entryAt(place, window);
    }
  } finally {
    await file.close();
  }
}

/** Finds the list of entries from the end of the file. */
async function directoryOf(file: FileHandle, bounds: ZipLimits): Promise<Buffer> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, 65_557 + 20));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw new Unreadable("Not a zip archive: it has no directory; the file may be cut off");
  let length = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  if (end >= 20 && tail.readUInt32LE(end - 20) === LOCATOR64) {
    const record = Buffer.alloc(56);
    const { bytesRead } = await file.read(record, 0, 56, number64(tail, end - 20 + 8));
    if (bytesRead < 56 || record.readUInt32LE(0) !== END64) throw new Unreadable("Not a zip archive: its large directory is damaged");
    length = number64(record, 40);
    offset = number64(record, 48);
  }
  if (length > bounds.directoryBytes || offset + length > size)
    throw new Unreadable("Not read: the directory of the archive is damaged or too large");
  const directory = Buffer.alloc(length);
  await file.read(directory, 0, length, offset);
  return directory;
}

function number64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

function* places(directory: Buffer, bounds: ZipLimits): Generator<Place> {
  let count = 0;
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== CENTRAL) throw new Unreadable("Not read: the directory of the archive is damaged");
    if (++count > bounds.entries) throw new Unreadable(`Not read: more than ${bounds.entries} files in the archive`);
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new Unreadable("Not read: the directory of the archive is damaged");
    yield sized(
      {
        name: directory.toString("utf8", at + 46, at + 46 + nameLength),
        flags: directory.readUInt16LE(at + 8),
        method: directory.readUInt16LE(at + 10),
        crc: directory.readUInt32LE(at + 16),
        packed: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      },
      directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
    );
    at = next;
  }
}

const FULL = 0xffffffff;

/** Sizes that do not fit stand in an extra field, in this order, and only those. */
function sized(place: Place, extra: Buffer): Place {
  if (place.size !== FULL && place.packed !== FULL && place.offset !== FULL) return place;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== FULL || next + 8 > extra.length) return value;
      next += 8;
      return number64(extra, next - 8);
    };
    const size = take(place.size);
    const packed = take(place.packed);
    return { ...place, size, packed, offset: take(place.offset) };
  }
  return place;
}

async function entryAt(place: Place, window: Window): Promise<ZipEntry> {
  const { name } = place;
  if (place.flags & 1) return { name, reason: "it is encrypted" };
  if (place.method !== 0 && place.method !== 8) return { name, reason: `it is packed by a method (${place.method}) that is not known` };
  const head = await window.bytes(place.offset, 30);
  if (head?.readUInt32LE(0) !== LOCAL) return { name, reason: "its place in the archive holds something else" };
  const start = place.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await window.bytes(start, place.packed);
  if (!packed) return { name, reason: "the archive is cut off" };
  try {
    const bytes = place.method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, place.size) });
    if (bytes.length !== place.size || crc32(bytes) !== place.crc) return { name, reason: "it is damaged" };
    return { name, bytes };
  } catch {
    return { name, reason: "it is damaged" };
  }
}

/** Entries follow each other: one large read serves thousands of them. */
class Window {
  readonly #file: FileHandle;
  #start = 0;
  #held = Buffer.alloc(0);

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Bytes at a place; good until the next call. Undefined beyond the end. */
  async bytes(offset: number, length: number): Promise<Buffer | undefined> {
    if (offset < this.#start || offset + length > this.#start + this.#held.length) {
      const size = Math.max(length, WINDOW);
      const buffer = Buffer.allocUnsafe(size);
      const { bytesRead } = await this.#file.read(buffer, 0, size, offset);
      this.#held = buffer.subarray(0, bytesRead);
      this.#start = offset;
    }
    const at = offset - this.#start;
    return at + length <= this.#held.length ? this.#held.subarray(at, at + length) : undefined;
  }
}
