// Where in bytes any of many keywords stands, whatever its case: jumps by blocks of two bytes (Wu and Manber, 1994), so that most bytes are never looked at.

const BLOCK = 4;

interface Keyword<T> {
  readonly bytes: Uint8Array;
  readonly of: T;
}

/** Keywords are ASCII of four characters or more. */
export class Prefilter<T> {
  /** By the last two bytes of a window of four: how far the window may move without missing a keyword. */
  readonly #shift = new Uint8Array(65_536).fill(BLOCK - 1);
  readonly #byStart = new Map<number, Keyword<T>[]>();

  constructor(keywords: readonly (readonly [keyword: string, of: T])[]) {
    for (const [keyword, of] of keywords) {
      const bytes = Buffer.from(keyword.toLowerCase(), "latin1");
      if (bytes.length < BLOCK) throw new RangeError(`the keyword "${keyword}" is shorter than ${BLOCK}`);
      for (let at = 1; at < BLOCK; at += 1) this.#allow(bytes[at - 1] as number, bytes[at] as number, BLOCK - 1 - at);
      const start = bytes.readUInt32BE(0);
      const list = this.#byStart.get(start);
      if (list) list.push({ bytes, of });
      else this.#byStart.set(start, [{ bytes, of }]);
    }
  }

  #allow(first: number, second: number, most: number): void {
    for (const a of casesOf(first)) {
      for (const b of casesOf(second)) {
        const index = (a << 8) | b;
        this.#shift[index] = Math.min(this.#shift[index] as number, most);
      }
    }
  }

  /** Calls back for each place where a keyword begins, in order. */
  search(bytes: Uint8Array, found: (at: number, of: T) => void): void {
    const shift = this.#shift;
    const end = bytes.length;
    let at = BLOCK - 1;
    while (at < end) {
      const move = shift[((bytes[at - 1] as number) << 8) | (bytes[at] as number)] as number;
      if (move > 0) {
        at += move;
        continue;
      }
      this.#verify(bytes, at - BLOCK + 1, found);
      at += 1;
    }
  }

  #verify(bytes: Uint8Array, start: number, found: (at: number, of: T) => void): void {
    const first = ((low(bytes[start]) << 24) | (low(bytes[start + 1]) << 16) | (low(bytes[start + 2]) << 8) | low(bytes[start + 3])) >>> 0;
    const list = this.#byStart.get(first);
    if (!list) return;
    for (const { bytes: keyword, of } of list) if (isAt(bytes, start, keyword)) found(start, of);
  }
}

function casesOf(byte: number): number[] {
  return byte >= 97 && byte <= 122 ? [byte, byte - 32] : [byte];
}

function low(byte: number | undefined): number {
  const value = byte ?? 0;
  return value >= 65 && value <= 90 ? value + 32 : value;
}

function isAt(bytes: Uint8Array, start: number, keyword: Uint8Array): boolean {
  if (start + keyword.length > bytes.length) return false;
  for (let at = BLOCK; at < keyword.length; at += 1) if (low(bytes[start + at]) !== keyword[at]) return false;
  return true;
}
