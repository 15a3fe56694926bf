// Keys of entries: unique in their file.

/** Hands out keys; a base that is taken gets `#2`, `#3`, … */
export class Keys {
  readonly #used = new Map<string, number>();

  unique(base: string): string {
    const times = (this.#used.get(base) ?? 0) + 1;
    this.#used.set(base, times);
    return times === 1 ? base : this.unique(`${base}#${times}`);
  }
}
