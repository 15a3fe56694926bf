// Which row has this id: a hash table over the ids where they lie. Ids are hashes already, so their first bytes serve as one.

/** Finds rows by id. Of two rows with the same id, the first one counts. */
export class IdIndex {
  #ids: Uint8Array;
  readonly #width: number;
  #slots = new Int32Array(16);
  #mask = 15;
  #count = 0;
  /** Where each row went since the ids were indexed. */
  #place: Int32Array | undefined;

  constructor(ids: Uint8Array, width: number) {
    this.#ids = ids;
    this.#width = width;
    this.#add();
  }

  /** The row whose id stands in `bytes` from `at`; -1 where there is none. */
  find(bytes: Uint8Array, at: number): number {
    const row = (this.#slots[this.#slotOf(bytes, at)] as number) - 1;
    return row >= 0 && this.#place ? (this.#place[row] as number) : row;
  }

  /** `ids` begin with those that are here, in their present order: the rows behind them come in, at a cost that depends on these alone. */
  extend(ids: Uint8Array): void {
    this.#settle();
    this.#ids = ids;
    this.#add();
  }

  /** The same rows in another order: `place` says where each one went, -1 for one that is gone. Costs nothing until the index is extended again. */
  reorder(place: Int32Array): void {
    this.#settle();
    this.#place = place;
  }

  #settle(): void {
    const place = this.#place;
    if (!place) return;
    this.#place = undefined;
    if (place.includes(-1)) {
      // A slot cannot be emptied: what was put behind it would not be found.
      this.#slots = new Int32Array(16);
      this.#mask = 15;
      this.#count = 0;
      return;
    }
    const slots = this.#slots;
    for (let slot = 0; slot < slots.length; slot += 1) {
      const row = slots[slot] as number;
      if (row !== 0) slots[slot] = (place[row - 1] as number) + 1;
    }
  }

  /** Between a quarter and a half of the slots are taken when it was made, up to two thirds after rows came in. */
  #add(): void {
    const count = this.#ids.length / this.#width;
    let from = this.#count;
    if (count * 3 > this.#slots.length * 2) {
      let size = 16;
      while (size < count * 2) size *= 2;
      this.#slots = new Int32Array(size);
      this.#mask = size - 1;
      from = 0;
    }
    for (let row = from; row < count; row += 1) {
      const slot = this.#slotOf(this.#ids, row * this.#width);
      if (this.#slots[slot] === 0) this.#slots[slot] = row + 1;
    }
    this.#count = count;
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
