// Contents and sizes of a repository's objects, whichever git there is: one process for both since 2.36, one for each before.
import { ObjectReader } from "./object-reader.ts";
import { gitProgram } from "./program.ts";
import type { GitPlace } from "./run.ts";
import type { ObjectContent, ObjectInfo } from "./object-reader.ts";

export class RepositoryObjects {
  readonly #contents: ObjectReader;
  readonly #infos: ObjectReader;

  /** `oldGit` leaves the newer way unused: for tests. */
  constructor(place: GitPlace, maxBytes: number, oldGit = !gitProgram(place.root).batchCommand) {
    this.#contents = new ObjectReader(place, maxBytes, oldGit ? "contents" : "both");
    this.#infos = oldGit ? new ObjectReader(place, maxBytes, "info") : this.#contents;
  }

  /** Undefined where it is missing, larger than the limit, or cannot be read. */
  read(oid: string): Promise<ObjectContent | undefined> {
    return this.#contents.read(oid);
  }

  /** In the order of the ids; undefined where one is missing or cannot be read. */
  infos(oids: readonly string[]): Promise<(ObjectInfo | undefined)[]> {
    return this.#infos.infos(oids);
  }

  async close(): Promise<void> {
    await Promise.all([this.#contents.close(), this.#infos.close()]);
  }
}
