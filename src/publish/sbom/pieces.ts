// JSON written piece by piece, so that a document of any size needs the memory of one line.
import { createHash } from "node:crypto";

/** Pieces are given away when they are about this long. */
const SIZE = 1 << 18;

/** A JSON list with one item on each line. */
export function* jsonList(items: Iterable<string>): Generator<string> {
  let first = true;
  for (const item of items) {
    yield first ? `[\n${item}` : `,\n${item}`;
    first = false;
  }
  yield first ? "[]" : "\n]";
}

/** The same text in fewer pieces. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < SIZE) continue;
    yield held.join("");
    held = [];
    length = 0;
  }
  if (length > 0) yield held.join("");
}

/** Documents up to this many characters are made once and kept; longer ones are made twice, so that they never are in memory as a whole. */
const KEPT = 1 << 25;

/** A document's content, and the id that comes from it and stands before it. `make` gives the same pieces each time. */
export function identified(make: () => Iterable<string>): { readonly uuid: string; readonly content: Iterable<string> } {
  const hash = createHash("sha256");
  const kept: string[] = [];
  let length = 0;
  for (const piece of gathered(make())) {
    hash.update(piece);
    length += piece.length;
    if (length <= KEPT) kept.push(piece);
    else kept.length = 0;
  }
  return { uuid: contentUuid(hash.digest("hex")), content: length <= KEPT ? kept : gathered(make()) };
}

/** A UUID (version 8: made from content) out of its SHA-256. */
function contentUuid(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
