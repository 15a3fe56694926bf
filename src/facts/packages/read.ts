// What the packages on this machine say: each component is looked for where it is installed, then in the user's caches.
import { parsePurl, type Purl } from "#kit";
import type { Cache } from "../cache.ts";
import type { CacheFolder } from "./caches.ts";
import { Memory } from "./memory.ts";
import { Place } from "./place.ts";
import { packageSources } from "./sources.ts";
import type { Found, PackageRecord, Shelf } from "./types.ts";

/** A component, and the repositories that use it. */
export interface PackageQuestion {
  readonly purl: string;
  readonly repositories: readonly string[];
}

/** A repository whose installed packages may be read. */
export interface PackageRepository {
  readonly id: string;
  /** Absolute real path of its folder. */
  readonly location: string;
  /** Folders that hold manifests, relative to it; the root is the empty string. */
  readonly folders: readonly string[];
}

export interface PackageAnswer extends PackageRecord {
  readonly from: "installed" | "cache";
  /** Where it is installed; paths are inside it, those of a cache inside the cache. */
  readonly repository?: string;
}

export interface ReadPackagesOptions {
  readonly caches: readonly CacheFolder[];
  /** Where what was read is remembered. */
  readonly cache?: Cache;
  /** Names the readers: what others read is not taken over. */
  readonly readers: string;
}

/** Answers by purl; a package that lies nowhere has none. Installed ones first, in the order of the repositories. */
export async function readPackages(
  questions: readonly PackageQuestion[],
  repositories: readonly PackageRepository[],
  options: ReadPackagesOptions,
): Promise<ReadonlyMap<string, PackageAnswer>> {
  if (repositories.length === 0 && options.caches.length === 0) return new Map();
  const shelves = new Shelves(repositories, options);
  const waiting: Waiting[] = [];
  const answers = new Map<string, PackageAnswer>();
  for (const question of questions) {
    const purl = parsePurl(question.purl);
    const hit = purl && (await shelves.find(purl, question.repositories));
    if (!hit) continue;
    const known = hit.shelf.memory.recall(recordKey(hit.found), hit.found.stamp) as PackageRecord | undefined;
    if (known) answers.set(question.purl, answerOf(known, hit.shelf));
    else waiting.push({ purl: question.purl, ...hit });
  }
  await readWaiting(waiting, answers);
  await shelves.save();
  return answers;
}

interface OpenShelf {
  readonly shelf: Shelf;
  readonly memory: Memory;
  readonly key: readonly string[];
  readonly repository?: string;
  /** What stands before paths in its answers. */
  readonly prefix: string;
}

interface Waiting {
  readonly purl: string;
  readonly found: Found;
  readonly shelf: OpenShelf;
}

function recordKey(found: Found): string {
  return `record ${found.key}`;
}

/** Reading comes after finding: when all is known, the reader of texts need not be loaded. */
async function readWaiting(waiting: readonly Waiting[], answers: Map<string, PackageAnswer>): Promise<void> {
  if (waiting.length === 0) return;
  const { identifyTexts } = await import("./identify-texts.ts");
  for (const [index, { purl, found, shelf }] of waiting.entries()) {
    const { declared, path, texts } = found.describe();
    const sourceBytes = found.sourceBytes?.();
    const record: PackageRecord = {
      ...(declared === undefined ? {} : { declared, ...(path === undefined ? {} : { path }) }),
      version: found.version,
      texts: identifyTexts(texts),
      ...(sourceBytes === undefined ? {} : { sourceBytes }),
    };
    shelf.memory.keep(recordKey(found), found.stamp, record);
    answers.set(purl, answerOf(record, shelf));
    // Other work (a progress bar, a stop signal) gets its turn.
    if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
  }
}

function answerOf(record: PackageRecord, { prefix, repository }: OpenShelf): PackageAnswer {
  const from = repository === undefined ? { from: "cache" as const } : { from: "installed" as const, repository };
  if (prefix === "") return { ...record, ...from };
  const path = record.path === undefined ? {} : { path: prefix + record.path };
  return { ...record, ...path, texts: record.texts.map((text) => ({ ...text, path: prefix + text.path })), ...from };
}

/** Opens shelves when the first package of their ecosystem is asked for. */
export class Shelves {
  readonly #repositories: ReadonlyMap<string, PackageRepository>;
  readonly #options: ReadPackagesOptions;
  readonly #open = new Map<string, readonly OpenShelf[]>();

  constructor(repositories: readonly PackageRepository[], options: ReadPackagesOptions) {
    this.#repositories = new Map(repositories.map((repository) => [repository.id, repository]));
    this.#options = options;
  }

  /** The same for a purl as a text; undefined where it is none. */
  async findPurl(purl: string, repositories: readonly string[]): Promise<{ found: Found; shelf: OpenShelf } | undefined> {
    const parsed = parsePurl(purl);
    return parsed && this.find(parsed, repositories);
  }

  async find(purl: Purl, repositories: readonly string[]): Promise<{ found: Found; shelf: OpenShelf } | undefined> {
    if (!packageSources.some((source) => source.type === purl.type)) return undefined;
    for (const id of [...repositories, undefined]) {
      const key = `${purl.type} ${id ?? ""}`;
      const shelves = this.#open.get(key) ?? (await this.#opened(purl.type, id));
      this.#open.set(key, shelves);
      for (const shelf of shelves) {
        const found = shelf.shelf.find(purl);
        if (found) return { found, shelf };
      }
    }
    return undefined;
  }

  async save(): Promise<void> {
    for (const shelves of this.#open.values()) {
      for (const { memory, key, repository } of shelves) await memory.save(this.#options.cache, key, repository === undefined);
    }
  }

  async #opened(type: string, id: string | undefined): Promise<readonly OpenShelf[]> {
    const source = packageSources.find((candidate) => candidate.type === type);
    if (!source) return [];
    const places = id === undefined ? this.#caches(type) : this.#installed(type, id);
    const opened: OpenShelf[] = [];
    for (const { place, prefix } of places) {
      const key = ["packages", this.#options.readers, type, place.root];
      const memory = await Memory.of(this.#options.cache, key);
      opened.push({ shelf: source.open(place, memory), memory, key, prefix, ...(id === undefined ? {} : { repository: id }) });
    }
    return opened;
  }

  #caches(type: string): { place: Place; prefix: string }[] {
    return this.#options.caches
      .filter((cache) => cache.type === type)
      .map(({ folder }) => ({ place: new Place(folder, true), prefix: "" }));
  }

  #installed(type: string, id: string): { place: Place; prefix: string }[] {
    const repository = this.#repositories.get(id);
    const source = packageSources.find((candidate) => candidate.type === type);
    if (!repository || !source?.installed) return [];
    const folders = [...new Set(["", ...repository.folders])].sort();
    const inside = new Place(repository.location, false);
    return [...new Set(source.installed(inside, folders))].flatMap((path) => {
      const place = inside.within(path);
      return place ? [{ place, prefix: `${path}/` }] : [];
    });
  }
}
