// What was read before, by what it was read from: one file an entry, JSON or bytes. Losing any of it costs time, never an answer.
import { createHash, randomBytes } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";

export interface Cache {
  /** What was put under exactly this key; undefined for anything that is missing, damaged or of another key. Never throws. */
  get(key: readonly string[]): Promise<unknown>;
  /** Remembers a JSON value. Never throws: a full or read-only disk means that nothing is remembered. */
  put(key: readonly string[], value: unknown): Promise<void>;
  /** The same for values that are bytes. */
  getBytes(key: readonly string[]): Promise<Uint8Array | undefined>;
  /** The value may come in parts that lie in several places; they are written one behind the other. */
  putBytes(key: readonly string[], value: Uint8Array | readonly Uint8Array[]): Promise<void>;
  /** Forgets what stands under this key. Never throws. */
  drop(key: readonly string[]): Promise<void>;
}

export interface CacheLimits {
  /** Bytes of all entries together; the ones not used for the longest time go first. Default 1 GB. */
  readonly bytes?: number;
  /** Bytes of one entry; larger ones are not kept. Default 256 MB. */
  readonly entryBytes?: number;
}

const DAY = 86_400_000;
const ENTRY = /^[0-9a-f]{64}\.json$/;
const TEMPORARY = /^[0-9a-f]{64}\.[0-9a-f]+\.tmp$/;

/**
 * Opens a folder (made when something is put) as a cache. Any number of processes may use it at once: an entry is written beside and renamed, so that
 * a reader sees all of it or nothing, whenever a writer dies.
 */
export async function openCache(folder: string, limits: CacheLimits = {}): Promise<Cache> {
  const maxEntry = limits.entryBytes ?? 256_000_000;
  let pruned: Promise<void> | undefined;
  async function getBytes(key: readonly string[]): Promise<Uint8Array | undefined> {
    const path = join(folder, nameOf(key));
    try {
      const value = valueOf(readAtOnce(path), key);
      if (value) touch(path);
      return value;
    } catch {
      return undefined;
    }
  }
  async function putBytes(key: readonly string[], value: Uint8Array | readonly Uint8Array[]): Promise<void> {
    try {
      const parts = value instanceof Uint8Array ? [value] : value;
      if (parts.reduce((sum, part) => sum + part.length, 0) > maxEntry) return;
      const content = contentOf(key, parts);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      pruned ??= prune(folder, limits.bytes ?? 1_000_000_000);
      await pruned;
      await writeWhole(folder, nameOf(key), content);
    } catch {
      // Nothing is remembered this time.
    }
  }
  return {
    getBytes,
    putBytes,
    get: async (key) => parsed(await getBytes(key)),
    put: async (key, value) => {
      const bytes = serialized(value);
      if (bytes) await putBytes(key, bytes);
    },
    drop: (key) => rm(join(folder, nameOf(key)), { force: true }).catch(() => undefined),
  };
}

function serialized(value: unknown): Uint8Array | undefined {
  try {
    return Buffer.from(JSON.stringify(value), "utf8");
  } catch {
    return undefined;
  }
}

function parsed(content: Uint8Array | undefined): unknown {
  try {
    return content && JSON.parse(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** In one go, and waited for: what is read again in every run lies in memory, and four turns of the event loop for each entry cost more than reading it. */
function readAtOnce(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const content = Buffer.allocUnsafeSlow(fstatSync(file).size);
    return content.subarray(0, readSync(file, content, 0, content.length, 0));
  } finally {
    closeSync(file);
  }
}

function nameOf(key: readonly string[]): string {
  return `${createHash("sha256").update(JSON.stringify(key)).digest("hex")}.json`;
}

/** First a line with a checksum of the rest, then the key, then the value. It guards against damage and not against malice: this folder is the user's own. */
function contentOf(key: readonly string[], value: readonly Uint8Array[]): readonly Uint8Array[] {
  const body = [Buffer.from(`${JSON.stringify(key)}\n`, "utf8"), ...value];
  return [Buffer.from(`allmend-cache/2 ${checksumOf(body)}\n`), ...body];
}

function checksumOf(parts: readonly Uint8Array[]): string {
  const [size, sum] = parts.reduce(([before, checksum], part) => [before + part.length, crc32(part, checksum)], [0, 0]);
  return `${size} ${sum.toString(16)}`;
}

function valueOf(content: Buffer, key: readonly string[]): Uint8Array | undefined {
  const end = content.indexOf(10);
  const second = content.indexOf(10, end + 1);
  if (end < 0 || second < 0) return undefined;
  if (content.toString("latin1", 0, end) !== `allmend-cache/2 ${checksumOf([content.subarray(end + 1)])}`) return undefined;
  return content.toString("utf8", end + 1, second) === JSON.stringify(key) ? content.subarray(second + 1) : undefined;
}

/** Marks an entry as used, once a day at most; in the background, for nobody waits for it. */
function touch(path: string): void {
  const now = new Date();
  void stat(path)
    .then((found) => (now.getTime() - found.mtimeMs > DAY ? utimes(path, now, now) : undefined))
    .catch(() => undefined);
}

async function writeWhole(folder: string, name: string, content: readonly Uint8Array[]): Promise<void> {
  const temporary = join(folder, `${name.slice(0, 64)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, content, { flag: "wx", mode: 0o600 });
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes what a killed process left behind, and the least used entries above the limit. */
async function prune(folder: string, maxBytes: number): Promise<void> {
  const entries: { readonly path: string; readonly size: number; readonly used: number }[] = [];
  for (const name of await readdir(folder)) {
    if (!ENTRY.test(name) && !TEMPORARY.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found) continue;
    if (ENTRY.test(name)) entries.push({ path, size: found.size, used: found.mtimeMs });
    else if (Date.now() - found.mtimeMs > DAY) await rm(path, { force: true });
  }
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of entries.sort((a, b) => a.used - b.used)) {
    if (total <= maxBytes) return;
    await rm(entry.path, { force: true });
    total -= entry.size;
  }
}
