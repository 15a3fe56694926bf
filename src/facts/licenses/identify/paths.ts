// Files and folders on disk, identified in batches: no symlink is followed, nothing is read beyond the bounds.
import { type Dirent, constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import type { Identification } from "../types.ts";
import { headBytes, tailBytes } from "./content.ts";
import { identifyBytes } from "./identify.ts";

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
/** Files that are read at once: hides the disk's latency, bounds the memory. */
const batch = 16;

/** Identifies files, and all files below folders, in the order given and by name. `path` is as given, with `/` and the rest below a folder. */
export async function* identifyPaths(paths: readonly string[], options: IdentifyPathsOptions = {}): AsyncIterable<Identification> {
  const resolve = options.resolve ?? ((path: string) => path);
  let pending: string[] = [];
  let left = options.maxFiles ?? 1_000_000;
  for await (const path of walk(paths, resolve, options.maxDepth ?? 40)) {
    if (left-- <= 0) break;
    pending.push(path);
    if (pending.length < batch) continue;
    yield* identifyBatch(pending, resolve);
    pending = [];
  }
  yield* identifyBatch(pending, resolve);
}

async function* identifyBatch(paths: readonly string[], resolve: (path: string) => string): AsyncIterable<Identification> {
  const contents = await Promise.all(paths.map((path) => readBounded(resolve(path))));
  for (const [at, path] of paths.entries()) {
    const content = contents[at];
    yield content ? identifyBytes(content, path) : { path, expression: null, licenses: [] };
  }
}

async function* walk(paths: readonly string[], resolve: (path: string) => string, depth: number): AsyncIterable<string> {
  for (const path of paths) {
    const status = await lstat(resolve(path)).catch(() => undefined);
    if (status?.isDirectory()) yield* walkFolder(path, resolve, depth);
    else yield path; // what is no plain file is answered with nothing found
  }
}

async function* walkFolder(folder: string, resolve: (path: string) => string, depth: number): AsyncIterable<string> {
  const entries: Dirent[] = await readdir(resolve(folder), { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder.endsWith("/") ? folder + entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth > 0 && !skipped.has(entry.name)) yield* walkFolder(path, resolve, depth - 1);
  }
}

/** A file's bytes, of a large one its two ends; undefined for what is no plain file or cannot be read. Symlinks are not followed. */
async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const status = await handle.stat();
    if (!status.isFile()) return undefined;
    const { size } = status;
    if (size <= headBytes + tailBytes) return await readAt(handle, 0, size);
    const head = await readAt(handle, 0, headBytes);
    return Buffer.concat([head, Uint8Array.of(10), await readAt(handle, size - tailBytes, tailBytes)]);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

async function readAt(handle: Awaited<ReturnType<typeof open>>, position: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
