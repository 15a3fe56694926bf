// A set of object ids in one piece of memory: 12 bytes each, by their first 12 bytes, which nothing but an attack on SHA-1 makes equal.

const WORDS = 3;

export class OidSet {
  #slots = new Uint32Array(1024 * WORDS);
  #capacity = 1024;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(hex: string): boolean {
    return this.#slots[this.#find(...wordsOf(hex)) + 2] !== 0;
  }

  /** False where it was there already. */
  add(hex: string): boolean {
    if (this.#size * 2 >= this.#capacity) this.#grow();
    const words = wordsOf(hex);
    const slot = this.#find(...words);
    if (this.#slots[slot + 2] !== 0) return false;
    this.#slots.set(words, slot);
    this.#size += 1;
    return true;
  }

  #find(a: number, b: number, c: number): number {
    let at = (a % this.#capacity) * WORDS;
    for (;;) {
      if (this.#slots[at + 2] === 0 || (this.#slots[at] === a && this.#slots[at + 1] === b && this.#slots[at + 2] === c)) return at;
      at = at + WORDS === this.#slots.length ? 0 : at + WORDS;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(this.#capacity * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 2] !== 0)
        this.#slots.set(old.subarray(at, at + WORDS), this.#find(old[at] as number, old[at + 1] as number, old[at + 2] as number));
    }
  }
}

/** The last word is never 0, which marks a free slot. */
function wordsOf(hex: string): [number, number, number] {
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16), Number.parseInt(hex.slice(16, 24), 16) || 1];
}
