// Which row has this id: a hash table over the ids where they lie. Ids are hashes already, so their first bytes serve as one.

/** Finds rows by id. Of two rows with the same id, the first one counts. */
export class IdIndex {
  readonly #ids: Uint8Array;
  readonly #width: number;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(ids: Uint8Array, width: number) {
    this.#ids = ids;
    this.#width = width;
    const count = ids.length / width;
    let size = 16;
    while (size < count * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    for (let row = 0; row < count; row += 1) {
      const slot = this.#slotOf(ids, row * width);
      if (this.#slots[slot] === 0) this.#slots[slot] = row + 1;
    }
  }

  /** The row whose id stands in `bytes` from `at`; -1 where there is none. */
  find(bytes: Uint8Array, at: number): number {
    return (this.#slots[this.#slotOf(bytes, at)] as number) - 1;
  }

  /** The slot of this id, or the empty one where it would go. */
  #slotOf(bytes: Uint8Array, at: number): number {
    const start = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8);
    let slot = ((start | (bytes[at + 3] as number)) >>> 0) & this.#mask;
    for (let row = this.#slots[slot] as number; row !== 0; row = this.#slots[slot] as number) {
      if (this.#same((row - 1) * this.#width, bytes, at)) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #same(own: number, bytes: Uint8Array, at: number): boolean {
    for (let step = 0; step < this.#width; step += 1) if (this.#ids[own + step] !== bytes[at + step]) return false;
    return true;
  }
}
