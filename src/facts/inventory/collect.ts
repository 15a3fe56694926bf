// The inventory of one repository: finds what names components, reads it through the tree, joins it. One broken file is a problem, never the end.
import { AllmendError, type Problem } from "#kit";
import { type LockfileFormat, type ReadContext, type Reading, Unreadable } from "../lockfiles/types.ts";
import { isNamedSbom } from "../sboms/detect.ts";
import type { Tree } from "../tree.ts";
import { readContext } from "./context.ts";
import { coveredBy } from "./covers.ts";
import { HANDFUL } from "./handful.ts";
import type { MavenCache } from "./maven-cache.ts";
import { mergeReadings, type ReadManifest } from "./merge.ts";
import type { Inventory, Manifest } from "./types.ts";

export interface InventoryOptions {
  /** Largest lockfile, manifest or SBOM that is read, in bytes; default 100 MB. */
  readonly maxFileBytes?: number;
  /** Most files that are read; default 20,000. */
  readonly maxFiles?: number;
  /** Reads files of a Maven repository (`group/…/artifact-1.0.pom`); absent: no parent is known that the tree does not hold. */
  readonly mavenCache?: MavenCache;
  /** Ends the collection between two files. */
  readonly signal?: AbortSignal;
}

/** How many files are on their way at the same time: reading waits for git while parsing works. */
const AHEAD = 8;

/**
 * Reads every lockfile, manifest and SBOM of a tree. `problems` holds what is wrong with those files (`lockfile-unreadable`, `lockfile-too-large`, …, as
 * `id:path` with the line); what the tree itself could not read stays in `tree.problems`. The same tree gives the same inventory to the byte.
 * Throws only when the signal ends it.
 */
export async function collectInventory(tree: Tree, options: InventoryOptions = {}): Promise<Inventory> {
  // Loaded when there is something to read: the readers are many, and an unchanged repository needs none of them.
  const { candidates, linkedCandidates } = await import("./files.ts");
  const problems: Problem[] = linkProblems(tree.id, await linkedCandidates(tree.files));
  const found = await candidates(tree.files);
  const files = found.slice(0, options.maxFiles ?? 20_000);
  if (files.length < found.length) {
    const message = `Only ${files.length} of its ${found.length} lockfiles and manifests are read`;
    problems.push({ code: "inventory-too-many-files", severity: "warning", file: tree.id, message });
  }
  const reader = new FileReader(tree, options, problems);
  const results: (FileReading | undefined)[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      options.signal?.throwIfAborted();
      const candidate = files[index];
      if (candidate) results[index] = await reader.read(candidate.file.path, candidate.file.size, candidate.format);
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, work));
  const read = results.filter((result) => result !== undefined);
  const sorted = problems.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
  return mergeReadings(tree.id, withCovers(read), sorted);
}

function linkProblems(id: string, [first, ...others]: readonly string[]): Problem[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : others.length === 1 ? "; so is another" : `; so are ${others.length} more`;
  return [{ code: "lockfile-is-link", severity: "note", file: `${id}:${first}`, message: clipped(`Not read: a symbolic link${more}`) }];
}

interface FileReading extends Pick<Manifest, "path" | "format" | "kind"> {
  readonly reader: LockfileFormat | undefined;
  readonly reading: Reading;
}

function withCovers(read: readonly FileReading[]): readonly ReadManifest[] {
  const covered = coveredBy(read.map(({ path, reader, reading }) => ({ path, format: reader, members: reading.members })));
  return read.map(({ path, format, kind, reading }, index): ReadManifest => {
    const by = covered[index];
    return { path, format, kind, reading, ...(by === undefined ? {} : { coveredBy: by }) };
  });
}

/** Reads single files of one tree; what goes wrong becomes a problem. */
class FileReader {
  readonly #tree: Tree;
  readonly #maxBytes: number;
  readonly #problems: Problem[];
  readonly #context: ReadContext;

  constructor(tree: Tree, options: InventoryOptions, problems: Problem[]) {
    this.#tree = tree;
    this.#maxBytes = options.maxFileBytes ?? 100_000_000;
    this.#problems = problems;
    this.#context = readContext(tree, options.mavenCache);
  }

  async read(path: string, size: number | undefined, format: LockfileFormat | undefined): Promise<FileReading | undefined> {
    // SBOMs grow large, and are read piece by piece.
    const streams = format === undefined && this.#tree.stream !== undefined;
    if (size !== undefined && size > this.#maxBytes && !streams) return this.#tooLarge(path);
    try {
      const known = format ?? (await this.#byContent(path, size));
      return known ? await this.#lockfile(path, known) : await this.#sbom(path);
    } catch (error) {
      // Among many files one that is only named like an SBOM (a schema, a context) is no trouble; a file that somebody named alone is.
      const guessed = format === undefined && this.#tree.files.length > 1;
      if (guessed && error instanceof Unreadable && error.message.startsWith("Not an SBOM")) return undefined;
      return this.#failed(path, error);
    }
  }

  /** What the name of one of a handful of files does not tell, its beginning may. */
  async #byContent(path: string, size: number | undefined): Promise<LockfileFormat | undefined> {
    if (this.#tree.files.length > HANDFUL || size === undefined || size > this.#maxBytes || isNamedSbom(path)) return undefined;
    const text = await this.#tree.text(path);
    if (text === undefined) return undefined;
    const { formatByContent } = await import("../lockfiles/signatures.ts");
    return formatByContent(text);
  }

  async #lockfile(path: string, format: LockfileFormat): Promise<FileReading | undefined> {
    const text = await this.#tree.text(path);
    if (text === undefined) return undefined;
    if (text.length > this.#maxBytes) return this.#tooLarge(path);
    const reading = await format.read({ path, text }, this.#context);
    this.#tell(reading);
    return { path, format: format.id, kind: format.kind, reader: format, reading };
  }

  async #sbom(path: string): Promise<FileReading | undefined> {
    const source = this.#tree.stream?.(path) ?? (await this.#tree.read(path));
    if (source === undefined) return undefined;
    if (source instanceof Uint8Array && source.length > this.#maxBytes) return this.#tooLarge(path);
    const { sbomManifestIfAny } = await import("../sboms/locked.ts");
    // A name like `bom.json` may mean anything.
    const reading = await sbomManifestIfAny(source, path);
    if (reading === undefined) return undefined;
    this.#tell(reading);
    return { path, format: reading.format, kind: "sbom", reader: undefined, reading };
  }

  #tell(reading: Reading): void {
    for (const problem of reading.problems ?? []) {
      this.#problems.push({ ...problem, file: `${this.#tree.id}:${problem.file}`, message: clipped(problem.message) });
    }
  }

  #tooLarge(path: string): undefined {
    const message = `Not read: larger than ${this.#maxBytes} bytes`;
    this.#problems.push({ code: "lockfile-too-large", severity: "warning", file: `${this.#tree.id}:${path}`, message });
  }

  #failed(path: string, error: unknown): undefined {
    if (error instanceof AllmendError) throw error;
    const file = `${this.#tree.id}:${path}`;
    if (error instanceof Unreadable) {
      const { line, expected } = error;
      const message = clipped(error.message);
      const hint = "Its components are missing from the inventory. Make it again with its package manager, or remove it.";
      this.#problems.push({ code: "lockfile-unreadable", severity: "error", file, line, message, expected, hint });
      return;
    }
    const message = `Not read, by a fault of ours: ${clipped(error instanceof Error ? error.message : String(error))}`;
    this.#problems.push({ code: "lockfile-reader-failed", severity: "error", file, message, hint: "Please report this with the file." });
  }
}

const LONGEST_MESSAGE = 400;

/** Messages repeat what the reader stumbled over, and a name in a hostile file may be as long as the file. */
function clipped(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}
