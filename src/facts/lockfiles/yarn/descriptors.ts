// From what a manifest or an entry asks for (`name`, `range`) to the entry that answers it.
import type { NpmEdges } from "../shared/npm-scopes.ts";
import { splitDescriptor } from "../shared/npm.ts";
import type { YarnEntry } from "./entry.ts";

export class Descriptors {
  readonly #keys = new Map<string, string>();
  /** The only entry of a name; empty where there are several. */
  readonly #single = new Map<string, string>();

  constructor(entries: readonly YarnEntry[]) {
    for (const { key, descriptors } of entries) {
      for (const descriptor of descriptors) {
        this.#keys.set(descriptor, key);
        const { name } = splitDescriptor(descriptor);
        const known = this.#single.get(name);
        this.#single.set(name, known === undefined || known === key ? key : "");
      }
    }
  }

  edgesOf(entry: YarnEntry): NpmEdges {
    return { required: this.keysOf(entry.dependencies), optional: this.keysOf(entry.optionalDependencies) };
  }

  /** Keys of the entries that answer these; what the file does not hold (a workspace, a peer) is left out. */
  keysOf(asks: readonly (readonly [string, string])[]): string[] {
    const keys: string[] = [];
    for (const [name, range] of asks) {
      const key = this.#keyOf(name, range);
      if (key !== undefined) keys.push(key);
    }
    return keys;
  }

  /** Yarn 2 and later write `npm:` before ranges, older files not; a `resolutions` field changes the range: then the name alone must do. */
  #keyOf(name: string, range: string): string | undefined {
    if (/^(?:workspace|link|portal):/.test(range)) return undefined;
    const exact = this.#keys.get(`${name}@${range}`) ?? this.#keys.get(`${name}@npm:${range}`);
    return exact ?? (this.#single.get(name) || undefined);
  }
}
