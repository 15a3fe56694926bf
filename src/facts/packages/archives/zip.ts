// Single small files out of a ZIP archive that is in memory (jar, wheel, nupkg, Go module). Nobody is trusted: sizes are bounded, names are only compared.
import { inflateRawSync } from "node:zlib";

export interface ZipLimits {
  /** Largest file that is unpacked, in bytes; default 2 MB. */
  readonly fileBytes?: number;
  /** Most files that are unpacked; default 40. */
  readonly files?: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record is 22 bytes and may be followed by a comment of 65,535. */
const LONGEST_END = 22 + 65_535;
const MOST_ENTRIES = 200_000;

/** The files whose names `wanted` takes, in the order of the archive's directory. A broken archive, or one of more than 4 GB, gives what could be read before. */
export function* readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = {},
): Generator<{ readonly name: string; readonly content: Uint8Array }> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(archive);
  if (end < 0) return;
  let left = limits.files ?? 40;
  let at = archive.readUInt32LE(end + 16);
  const count = Math.min(archive.readUInt16LE(end + 10), MOST_ENTRIES);
  for (let index = 0; index < count && left > 0; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) return;
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, Math.min(at + 46 + nameLength, archive.length));
    if (!name.endsWith("/") && wanted(name)) {
      const content = contentOf(archive, at, limits.fileBytes ?? 2_000_000);
      if (content) {
        left -= 1;
        yield { name, content };
      }
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function endRecord(archive: Buffer): number {
  const first = Math.max(0, archive.length - LONGEST_END);
  for (let at = archive.length - 22; at >= first; at -= 1) if (archive.readUInt32LE(at) === END) return at;
  return -1;
}

/** The content behind an entry of the directory; undefined where it is too large, encrypted, packed in another way or broken. */
function contentOf(archive: Buffer, entry: number, largest: number): Uint8Array | undefined {
  const flags = archive.readUInt16LE(entry + 8);
  const method = archive.readUInt16LE(entry + 10);
  const packed = archive.readUInt32LE(entry + 20);
  const size = archive.readUInt32LE(entry + 24);
  const local = archive.readUInt32LE(entry + 42);
  if ((flags & 1) === 1 || size > largest || local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + packed > archive.length) return undefined;
  const body = archive.subarray(start, start + packed);
  if (method === 0) return body.length <= largest ? body : undefined;
  if (method !== 8) return undefined;
  try {
    // What unpacks to more than it says is not unpacked further.
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
