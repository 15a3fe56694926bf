// The bytes of a document as a stream of UTF-8 without mark, within limits.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { Unreadable } from "../lockfiles/types.ts";

export type ByteSource = AsyncIterable<Uint8Array> | Uint8Array;

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** What the first bytes say about the encoding: a byte order mark, or the zero bytes of UTF-16 around an ASCII character. */
function encodingOf(head: Uint8Array): { encoding: Encoding; mark: number } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", mark: 2 };
  if (a !== 0 && b === 0) return { encoding: "utf-16le", mark: 0 };
  if (a === 0 && b !== undefined && b !== 0) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
}

/** The first bytes of a file as text. Never throws. */
export function decodeHead(head: Uint8Array): string {
  const { encoding, mark } = encodingOf(head);
  return new TextDecoder(encoding).decode(head.subarray(mark));
}

// Without O_NONBLOCK, opening a fifo waits for ever; without O_NOFOLLOW, a link that appears after the look-up would be followed.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * A regular file on disk as chunks; a link in the last part of the path is not followed. The buffer is used again: a chunk is good until the next one is
 * asked for. What is no regular file, or cannot be opened, has no bytes; `refused` then learns why.
 */
export async function* fileBytes(path: string | Buffer, refused: (why: string) => void = () => {}): AsyncGenerator<Uint8Array> {
  const size = 1 << 20;
  const file = await open(path, OPEN_FLAGS).catch((error: NodeJS.ErrnoException) => refused(error.code ?? error.message));
  if (!file) return;
  try {
    if (!(await file.stat()).isFile()) return refused("no regular file");
    const buffer = Buffer.allocUnsafeSlow(size);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, size);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * The source as UTF-8 chunks: mark removed, UTF-16 (with a mark, or plainly such) turned into UTF-8. Throws `Unreadable` beyond `limit` bytes and
 * for an empty source. The chunks keep the life time of the source's: each is good until the next is asked for.
 */
export async function* utf8Chunks(source: ByteSource, limit: number): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  let total = 0;
  for await (const chunk of source instanceof Uint8Array ? slices(source) : atLeast(source, 4)) {
    total += chunk.length;
    if (total > limit) throw new Unreadable(`Not read: larger than ${limit} bytes`, undefined, "a smaller document");
    let rest = chunk;
    if (first) {
      first = false;
      const { encoding, mark } = encodingOf(chunk);
      if (encoding !== "utf-8") decoder = new TextDecoder(encoding);
      rest = chunk.subarray(mark);
    }
    if (decoder) yield Buffer.from(decoder.decode(rest, { stream: true }), "utf8");
    else if (rest.length > 0) yield rest;
  }
  if (total === 0) throw new Unreadable("The file is empty", undefined, "an SBOM");
}

/** One array in slices, so that a reader works on pieces of a size that caches like. */
function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  const size = 1 << 20;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Joins the first chunks until there are enough bytes to see the encoding. */
async function* atLeast(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  let started = false;
  for await (const chunk of source) {
    if (started) {
      yield chunk;
      continue;
    }
    held = held ? Buffer.concat([held, chunk]) : Buffer.from(chunk);
    if (held.length < size) continue;
    started = true;
    yield held;
  }
  if (!started && held && held.length > 0) yield held;
}
