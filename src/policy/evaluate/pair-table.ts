// Interning of pairs of whole numbers in flat arrays: tuples become single numbers without an object or a string for each.

/** Gives each distinct pair (a, b) a number of its own: 0, 1, 2, … in the order of first sight. Both must be 32-bit integers. */
export class PairTable {
  /** Two for each pair. */
  private pairs = new Int32Array(2048);
  /** Index + 1 of the pair in a slot; 0 is free. */
  private slots = new Int32Array(2048);
  size = 0;

  intern(a: number, b: number): number {
    const { slots, pairs } = this;
    const mask = slots.length - 1;
    let slot = hash(a, b) & mask;
    for (;;) {
      const found = (slots[slot] as number) - 1;
      if (found < 0) return this.add(a, b, slot);
      if (pairs[found * 2] === a && pairs[found * 2 + 1] === b) return found;
      slot = (slot + 1) & mask;
    }
  }

  private add(a: number, b: number, slot: number): number {
    const index = this.size++;
    if (index * 2 === this.pairs.length) this.pairs = doubled(this.pairs);
    this.pairs[index * 2] = a;
    this.pairs[index * 2 + 1] = b;
    this.slots[slot] = index + 1;
    if (this.size * 2 > this.slots.length) this.rehash();
    return index;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = hash(this.pairs[index * 2] as number, this.pairs[index * 2 + 1] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }
}

/** From the numbers of such a table to other numbers that are not negative; where nothing was put, there is -1. */
export class NumberMap {
  private values = new Int32Array(1024);

  get(key: number): number {
    return key < this.values.length ? (this.values[key] as number) - 1 : -1;
  }

  put(key: number, value: number): void {
    while (key >= this.values.length) this.values = doubled(this.values);
    this.values[key] = value + 1;
  }
}

/** The same numbers in an array of twice the length. */
export function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function hash(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
