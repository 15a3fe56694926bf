// The files of a commit, from its tree objects. We walk them ourselves: a tree may name itself a billion times, or lack a part.
import type { TreeFile } from "../tree.ts";
import { textOfName } from "./names.ts";
import type { RepositoryObjects } from "./repository-objects.ts";

export interface Listing {
  /** In git's order. */
  readonly files: readonly TreeFile[];
  /** Entries left out because their paths are none that git would check out (`..`, `.git`, empty parts). */
  readonly oddPaths: number;
  /** Why files are missing, where some are. */
  readonly incomplete?: string;
}

interface Entry {
  readonly kind: "file" | "symlink" | "submodule" | "folder";
  readonly name: string;
  readonly oid: string;
}

type Trees = ReadonlyMap<string, readonly Entry[]>;

const MAX_DEPTH = 256;

/** Lists the files below a tree, with the sizes of those that are here, at most `maxFiles`. Never rejects. */
export async function listFiles(objects: RepositoryObjects, tree: string, maxFiles: number): Promise<Listing> {
  const loaded = await loadTrees(objects, tree, maxFiles);
  const walk = new Walk(loaded.trees, maxFiles);
  walk.enter(tree, "", 0);
  const files = await withSizes(objects, walk.files);
  const incomplete = loaded.missing > 0 ? `${loaded.missing} of its folders are missing or damaged` : walk.stopped;
  return { files, oddPaths: walk.oddPaths, ...(incomplete === undefined ? {} : { incomplete }) };
}

/** All tree objects below one, level by level, each once. */
async function loadTrees(objects: RepositoryObjects, top: string, maxTrees: number): Promise<{ trees: Trees; missing: number }> {
  const trees = new Map<string, readonly Entry[]>();
  let missing = 0;
  let level: string[] = [top];
  for (let depth = 0; level.length > 0 && depth <= MAX_DEPTH && trees.size + level.length <= maxTrees + 1; depth += 1) {
    const contents = await Promise.all(level.map((oid) => objects.read(oid)));
    const below = new Set<string>();
    contents.forEach((content, at) => {
      const oid = level[at] as string;
      const entries = content?.type === "tree" ? parseTree(content.bytes, oid.length / 2) : undefined;
      if (!entries) missing += 1;
      trees.set(oid, entries ?? []);
      for (const entry of entries ?? []) if (entry.kind === "folder") below.add(entry.oid);
    });
    level = [...below].filter((oid) => !trees.has(oid));
  }
  return { trees, missing };
}

const SPACE = 32;
const LONGEST_NAME = 255;

/** `mode SP name NUL id`, again and again; undefined where the bytes are something else. */
function parseTree(bytes: Buffer, idBytes: number): Entry[] | undefined {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0 || end + 1 + idBytes > bytes.length || space - at > 7) return undefined;
    const kind = kindOf(bytes.toString("latin1", at, space));
    // No file system holds a longer name, and whoever looks at names takes them for short.
    const name = end - space - 1 > LONGEST_NAME ? "" : textOfName(bytes.subarray(space + 1, end));
    entries.push({ kind, name, oid: bytes.toString("hex", end + 1, end + 1 + idBytes) });
    at = end + 1 + idBytes;
  }
  return entries;
}

function kindOf(mode: string): Entry["kind"] {
  if (mode === "40000" || mode === "040000") return "folder";
  if (mode === "160000") return "submodule";
  return mode === "120000" ? "symlink" : "file";
}

class Walk {
  readonly files: TreeFile[] = [];
  oddPaths = 0;
  stopped: string | undefined;
  readonly #trees: Trees;
  readonly #maxFiles: number;
  readonly #seen = new Set<string>();
  #folders = 0;

  constructor(trees: Trees, maxFiles: number) {
    this.#trees = trees;
    this.#maxFiles = maxFiles;
  }

  enter(oid: string, prefix: string, depth: number): void {
    this.#folders += 1;
    if (depth > MAX_DEPTH) this.stopped ??= `its folders are nested deeper than ${MAX_DEPTH} levels`;
    if (this.#folders > this.#maxFiles) this.stopped ??= `it holds more than ${this.#maxFiles} folders`;
    if (depth > MAX_DEPTH || this.#folders > this.#maxFiles) return;
    for (const entry of this.#trees.get(oid) ?? []) {
      if (this.files.length >= this.#maxFiles) {
        this.stopped ??= `it holds more than ${this.#maxFiles} files`;
        return;
      }
      this.#take(entry, prefix, depth);
    }
  }

  #take(entry: Entry, prefix: string, depth: number): void {
    // Git refuses to check these out; whoever joins a path to a folder must not meet them.
    if (ODD_NAME.test(entry.name)) {
      this.oddPaths += 1;
      return;
    }
    const path = prefix + entry.name;
    if (entry.kind === "folder") return this.enter(entry.oid, `${path}/`, depth + 1);
    if (this.#seen.has(path)) this.oddPaths += 1;
    else this.files.push({ path, kind: entry.kind, oid: entry.oid });
    this.#seen.add(path);
  }
}

/** Empty names (also those that were too long), `.`, `..`, `.git`, and what holds a slash. */
const ODD_NAME = /^(?:\.{0,2}|\.git)$|\//i;

/** The same files with `size`; a blob that is not here (or is no blob) has none. */
async function withSizes(objects: RepositoryObjects, files: readonly TreeFile[]): Promise<TreeFile[]> {
  const oids = [...new Set(files.filter((file) => file.kind === "file").map((file) => file.oid as string))];
  const infos = await objects.infos(oids);
  const sizes = new Map<string, number>();
  infos.forEach((info, at) => {
    if (info?.type === "blob") sizes.set(oids[at] as string, info.size);
  });
  return files.map((file) => {
    const size = file.kind === "file" ? sizes.get(file.oid as string) : undefined;
    return size === undefined ? file : { ...file, size };
  });
}
