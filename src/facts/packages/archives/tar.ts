// Single small files out of a packed tar archive that is in memory (crates, npm packages). Sizes are bounded, names are only compared.
import { gunzipSync } from "node:zlib";

export interface TarLimits {
  /** Largest archive after unpacking, in bytes; default 64 MB. */
  readonly bytes?: number;
  /** Largest file that is given, in bytes; default 2 MB. */
  readonly fileBytes?: number;
  /** Most files that are given; default 40. */
  readonly files?: number;
}

const BLOCK = 512;
const LONGEST_PAX = 65_536;

/** The regular files whose names `wanted` takes. A broken or too large archive gives nothing, or what stands before the break. */
export function* readTarGz(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: TarLimits = {},
): Generator<{ readonly name: string; readonly content: Uint8Array }> {
  const archive = unpacked(bytes, limits.bytes ?? 64_000_000);
  let left = limits.files ?? 40;
  let longName: string | undefined;
  for (let at = 0; archive && at + BLOCK <= archive.length && left > 0; ) {
    const size = octal(archive, at + 124, 12);
    if (archive[at] === 0 || size === undefined) return;
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const kind = String.fromCharCode(archive[at + 156] ?? 0);
    if (kind === "L") longName = textIn(content, 0, content.length);
    else if (kind === "x") longName = paxPath(content) ?? longName;
    else {
      const name = longName ?? headerName(archive, at);
      longName = undefined;
      if ((kind === "0" || kind === "\0") && size <= (limits.fileBytes ?? 2_000_000) && wanted(name)) {
        left -= 1;
        yield { name, content };
      }
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** Extended headers are lines of `LENGTH name=value`. */
function paxPath(content: Uint8Array): string | undefined {
  const lines = textIn(content, 0, Math.min(content.length, LONGEST_PAX)).split("\n");
  return lines
    .map((line) => line.slice(line.indexOf(" ") + 1))
    .find((line) => line.startsWith("path="))
    ?.slice("path=".length);
}

function unpacked(bytes: Uint8Array, largest: number): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    return undefined;
  }
}

function headerName(archive: Buffer, at: number): string {
  const prefix = textIn(archive, at + 345, 155);
  const ustar = textIn(archive, at + 257, 5) === "ustar";
  const name = textIn(archive, at, 100);
  return ustar && prefix !== "" ? `${prefix}/${name}` : name;
}

/** Up to the first NUL. */
function textIn(bytes: Uint8Array, from: number, length: number): string {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(length, Math.max(0, bytes.length - from)));
  const end = part.indexOf(0);
  return part.toString("utf8", 0, end < 0 ? part.length : end);
}

function octal(archive: Buffer, from: number, length: number): number | undefined {
  const text = textIn(archive, from, length).trim();
  return /^[0-7]{1,12}$/.test(text) ? Number.parseInt(text, 8) : undefined;
}
