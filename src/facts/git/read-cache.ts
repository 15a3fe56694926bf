// The last small files read: several readers want the same LICENSE or package.json, and asking git twice costs more than keeping them.

const MAX_ENTRY_BYTES = 1024 * 1024;
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;

type Content = Promise<Uint8Array | undefined>;

/** Contents by key, oldest out first; at most 32 MB. */
export class ReadCache {
  readonly #entries = new Map<string, { readonly content: Content; readonly size: number }>();
  #total = 0;

  /** What is kept under this key, or what `read` gives; `size` in bytes must be its length. */
  get(key: string, size: number, read: () => Content): Content {
    const known = this.#entries.get(key);
    if (known) return known.content;
    const content = read();
    if (size <= MAX_ENTRY_BYTES) this.#keep(key, size, content);
    return content;
  }

  #keep(key: string, size: number, content: Content): void {
    this.#entries.set(key, { content, size });
    this.#total += size;
    for (const [oldest, entry] of this.#entries) {
      if (this.#total <= MAX_TOTAL_BYTES) break;
      this.#entries.delete(oldest);
      this.#total -= entry.size;
    }
  }
}
