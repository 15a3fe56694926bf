// Interning of texts: a number for each distinct one. Faster than a Map for a million ids, because hashes are kept and nothing is allocated for one.

/** Longest run of occupied slots that chance allows; beyond it somebody chose the texts, and another seed is taken. */
const LONGEST_RUN = 256;

export class TextTable {
  private readonly texts: string[] = [];
  private hashes = new Int32Array(1024);
  /** Index + 1 of the text in a slot; 0 is free. */
  private slots = new Int32Array(2048);
  private seed = (Math.random() * 0x7fffffff) | 0;

  get size(): number {
    return this.texts.length;
  }

  /** The number of a text: 0, 1, 2, … in the order of first sight. */
  numberOf(text: string): number {
    const hash = hashOf(text, this.seed);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask, run = 0; run < LONGEST_RUN; slot = (slot + 1) & mask, run++) {
      const found = (this.slots[slot] as number) - 1;
      if (found < 0) return this.add(text, hash, slot);
      if (this.hashes[found] === hash && this.texts[found] === text) return found;
    }
    this.reseed();
    return this.numberOf(text);
  }

  at(number: number): string {
    return this.texts[number] ?? "";
  }

  private add(text: string, hash: number, slot: number): number {
    const number = this.texts.push(text) - 1;
    if (number === this.hashes.length) {
      const larger = new Int32Array(number * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[number] = hash;
    this.slots[slot] = number + 1;
    if (this.texts.length * 2 > this.slots.length) this.place(this.slots.length * 2);
    return number;
  }

  private reseed(): void {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    this.texts.forEach((text, number) => {
      this.hashes[number] = hashOf(text, this.seed);
    });
    this.place(this.slots.length * 2);
  }

  private place(size: number): void {
    this.slots = new Int32Array(size);
    for (let number = 0; number < this.texts.length; number++) {
      let slot = (this.hashes[number] as number) & (size - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = number + 1;
    }
  }
}

/** Two rounds of mixing for each code unit, from a seed that nobody outside knows. */
function hashOf(text: string, seed: number): number {
  let hash = seed ^ text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
