// Entries by name, where a name can have several.

/** No real file has this many versions of one package; without a bound, such a file would have square many edges. */
const MAX_PER_NAME = 64;

/** Keys of entries by the name of their package. */
export class NameIndex {
  readonly #keys = new Map<string, string[]>();

  add(name: string, key: string): void {
    const known = this.#keys.get(name);
    if (known === undefined) this.#keys.set(name, [key]);
    else if (known.length < MAX_PER_NAME) known.push(key);
  }

  /** The keys of this name, in the order of the file. */
  of(name: string): readonly string[] {
    return this.#keys.get(name) ?? [];
  }
}
