// Files and folders on disk: no symlink is followed, nothing is read beyond the bounds.
import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { readdir } from "node:fs/promises";
import type { Identification } from "../types.ts";
import { headBytes, tailBytes } from "./content.ts";
import { identifyBytes } from "./identify.ts";
import { isCovered, namedByFile, readReuse, type ReuseStatement, withStatement } from "./reuse.ts";

export interface IdentifyPathsOptions {
  /** Makes a path on disk of a path as given (a command resolves against where the user stands). */
  readonly resolve?: (path: string) => string;
  /** Deepest folder level; 40 unless told. */
  readonly maxDepth?: number;
  /** Most files; 1,000,000 unless told. */
  readonly maxFiles?: number;
}

/** Folders that hold no sources of their own. */
const skipped = new Set([".git", ".hg", ".svn"]);
/**
 * Identifies files, and all files below folders, in the order given and by name. `path` is as given, with `/` and the rest below a folder. What REUSE
 * states beside files counts: a `.license` file, the folder's REUSE.toml or .reuse/dep5.
 */
export async function* identifyPaths(paths: readonly string[], options: IdentifyPathsOptions = {}): AsyncIterable<Identification> {
  const resolve = options.resolve ?? ((path: string) => path);
  let left = options.maxFiles ?? 1_000_000;
  for await (const { path, beside, statements } of walk(paths, resolve, options.maxDepth ?? 40)) {
    if (left-- <= 0) break;
    const content = readBounded(resolve(path));
    const found = content ? identifyBytes(content, path) : unreadable(path);
    yield withStatement(withStatement(namedByFile(found), statements), beside ? readBeside(resolve(`${path}.license`)) : undefined);
  }
}

interface Walked {
  readonly path: string;
  /** There is a `.license` file beside it. */
  readonly beside: boolean;
  readonly statements?: ReuseStatement;
}

function unreadable(path: string): Identification {
  return { path, expression: null, licenses: [], remark: "unreadable" };
}

/** What a `.license` file says holds for the file beside it. */
function readBeside(path: string): ReuseStatement | undefined {
  const content = readBounded(path);
  const expression = content ? identifyBytes(content, path).expression : null;
  return expression === null ? undefined : { expression, precedence: "override" };
}

async function* walk(paths: readonly string[], resolve: (path: string) => string, depth: number): AsyncIterable<Walked> {
  for (const path of paths) {
    if (!isFolder(resolve(path))) {
      yield { path, beside: false }; // what is no plain file is answered with nothing found
      continue;
    }
    const [toml, dep5] = ["REUSE.toml", ".reuse/dep5"].map((name) => readBounded(resolve(`${path}/${name}`)));
    const stated = readReuse(toml && Buffer.from(toml).toString("utf8"), dep5 && Buffer.from(dep5).toString("utf8"));
    const start = path.endsWith("/") ? path.length : path.length + 1;
    for await (const file of walkFolder(path, resolve, depth)) {
      const inside = file.path.slice(start);
      const statements = isCovered(inside) ? stated(inside) : undefined;
      yield statements ? { ...file, statements } : file;
    }
  }
}

/** Asked at once and not in turns, like what is read (see below). */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

async function* walkFolder(folder: string, resolve: (path: string) => string, depth: number): AsyncIterable<Walked> {
  const entries: Dirent[] = await readdir(resolve(folder), { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.filter((entry) => entry.isFile() && entry.name.endsWith(".license")).map(({ name }) => name));
  for (const entry of entries) {
    const path = folder.endsWith("/") ? folder + entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield { path, beside: names.has(`${entry.name}.license`) };
    else if (entry.isDirectory() && depth > 0 && !skipped.has(entry.name)) yield* walkFolder(path, resolve, depth - 1);
  }
}

/**
 * A file's bytes, of a large one its two ends; undefined for what is no plain file or cannot be read. Symlinks are not followed.
 * Read at once and not in turns: for many small files waiting for the event loop would take longer than reading.
 */
function readBounded(path: string): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(file);
    if (!status.isFile()) return undefined;
    if (status.size <= headBytes + tailBytes) return readAt(file, 0, status.size);
    return Buffer.concat([readAt(file, 0, headBytes), Uint8Array.of(10), readAt(file, status.size - tailBytes, tailBytes)]);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readAt(file: number, position: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const size = readSync(file, buffer, filled, length - filled, position + filled);
    if (size === 0) break;
    filled += size;
  }
  return buffer.subarray(0, filled);
}
