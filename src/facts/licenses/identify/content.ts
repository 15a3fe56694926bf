// A file's bytes as the scanner wants them: bounded, UTF-8 (or another ASCII superset), nothing binary.

/** Most bytes of one file that are looked at; of larger ones the beginning and the end, where licences stand. */
export const headBytes = 1024 * 1024;
export const tailBytes = 64 * 1024;

const utf16 = { le: new TextDecoder("utf-16le"), be: new TextDecoder("utf-16be") };

/** What can be scanned of a file; undefined for binary content. */
export function scannable(bytes: Uint8Array): Uint8Array | undefined {
  const bounded = bytes.length > headBytes + tailBytes ? joinEnds(bytes) : bytes;
  const order = utf16Order(bounded);
  const text = order ? Buffer.from(utf16[order].decode(bounded.subarray(0, bounded.length & ~1))) : bounded;
  return isBinary(text) ? undefined : withoutIgnored(text);
}

/** What stands between REUSE's marks speaks of licences without stating one (REUSE 3.3): blanked, so that places stay what they are. */
function withoutIgnored(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = buffer.indexOf("REUSE-IgnoreStart");
  if (start < 0) return bytes;
  const copy = Buffer.from(buffer);
  while (start >= 0) {
    const end = buffer.indexOf("REUSE-IgnoreEnd", start);
    const stop = end < 0 ? buffer.length : end;
    for (let at = start; at < stop; at++) if (copy[at] !== 10) copy[at] = 32;
    start = end < 0 ? -1 : buffer.indexOf("REUSE-IgnoreStart", end);
  }
  return copy;
}

function joinEnds(bytes: Uint8Array): Uint8Array {
  const newline = Uint8Array.of(10);
  return Buffer.concat([bytes.subarray(0, headBytes), newline, bytes.subarray(bytes.length - tailBytes)]);
}

function utf16Order(bytes: Uint8Array): "le" | "be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "be";
  // Without a mark: ASCII text in UTF-16 has a zero in every other byte.
  if (bytes.length < 16) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < 16; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd === 8 && even === 0) return "le";
  return even === 8 && odd === 0 ? "be" : undefined;
}

/** 1 for control characters that stand in no text. */
const isStrange = Uint8Array.from({ length: 256 }, (_, c) => (c < 32 && ![1, 9, 10, 12, 13, 27].includes(c) ? 1 : 0));

/** A NUL in the first 8 KiB, as git decides it, or mostly control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 8192);
  if (start.includes(0)) return true;
  let strange = 0;
  for (let at = 0; at < start.length; at++) strange += isStrange[start[at] as number] as number;
  return strange * 10 > start.length;
}
