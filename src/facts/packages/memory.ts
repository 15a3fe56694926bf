// What a shelf said before, in one cache entry a shelf: unchanged packages are not read again.
import type { Cache } from "../cache.ts";
import type { ShelfMemory } from "./types.ts";

type Remembered = Record<string, readonly [stamp: string, value: unknown]>;

export class Memory implements ShelfMemory {
  readonly #known: Map<string, readonly [string, unknown]>;
  readonly #used = new Map<string, readonly [string, unknown]>();
  #changed = false;

  private constructor(known: Map<string, readonly [string, unknown]>) {
    this.#known = known;
  }

  static async of(cache: Cache | undefined, key: readonly string[]): Promise<Memory> {
    const kept = (await cache?.get(key)) as Remembered | undefined;
    return new Memory(new Map(kept ? Object.entries(kept) : []));
  }

  recall(key: string, stamp: string): unknown {
    const known = this.#known.get(key);
    if (known?.[0] !== stamp) return undefined;
    this.#used.set(key, known);
    return known[1];
  }

  keep(key: string, stamp: string, value: unknown): void {
    this.#changed = true;
    this.#used.set(key, [stamp, value]);
    this.#known.set(key, [stamp, value]);
  }

  /** Puts down what was used this time; `all`: also what was not asked for, because other scans may ask for it. */
  async save(cache: Cache | undefined, key: readonly string[], all: boolean): Promise<void> {
    if (this.#changed) await cache?.put(key, Object.fromEntries(all ? this.#known : this.#used));
  }
}
