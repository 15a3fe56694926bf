// The text of one JSON object that arrives in pieces, with the line of each piece, so that an error deep inside names its line in the document.
import { parseJsonLines } from "../../lockfiles/shared/json.ts";
import { Unreadable } from "../../lockfiles/types.ts";

interface Piece {
  readonly bytes: Buffer;
  readonly line: number;
}

const NEWLINE = 0x0a;

export class GatheredText {
  readonly #limit: number;
  #pieces: Piece[] | undefined;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps a copy of these bytes, which begin on `line`. Throws `Unreadable` beyond the limit. */
  keep(chunk: Buffer, from: number, to: number, line: number): void {
    if (to <= from) return;
    this.#grow(to - from, line);
    this.#pieces ??= [];
    this.#pieces.push({ bytes: Buffer.from(chunk.subarray(from, to)), line });
  }

  /** The value of everything kept and these last bytes. Throws `Unreadable` with the line of the first mistake. */
  parse(chunk: Buffer, from: number, to: number, line: number): unknown {
    this.#grow(to - from, line);
    const last = { bytes: chunk.subarray(from, to), line };
    const pieces = this.#pieces ? [...this.#pieces, last] : [last];
    const text = this.#pieces ? Buffer.concat(pieces.map((piece) => piece.bytes)).toString("utf8") : chunk.toString("utf8", from, to);
    try {
      return JSON.parse(text);
    } catch {
      throw explained(text, pieces);
    }
  }

  #grow(size: number, line: number): void {
    this.#size += size;
    if (this.#size > this.#limit) {
      throw new Unreadable(`Not read: one part of the document is larger than ${this.#limit} bytes`, line, "smaller components");
    }
  }
}

/** The engine does not always say where; the slower reader does. */
function explained(text: string, pieces: readonly Piece[]): Unreadable {
  try {
    parseJsonLines(text);
  } catch (error) {
    if (error instanceof Unreadable) return new Unreadable(error.message, lineIn(pieces, error.line ?? 1), error.expected);
  }
  return new Unreadable("Not JSON", pieces[0]?.line, "a JSON document");
}

/** From a line counted in the joined pieces to the line in the document. */
function lineIn(pieces: readonly Piece[], line: number): number {
  let left = line - 1;
  for (const piece of pieces.slice(0, -1)) {
    const lines = countLines(piece.bytes);
    if (left < lines) return piece.line + left;
    left -= lines;
  }
  return (pieces.at(-1)?.line ?? 1) + left;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
