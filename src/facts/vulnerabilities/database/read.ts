// Asking the database: only the lines of the packages that are asked for are read and parsed.
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Advisory } from "../types.ts";
import { type BucketIndex, bucketFile, bucketOf, type CurrentDatabase, type StoredAdvisory } from "./format.ts";

/** What the folder holds; undefined where nothing was imported, or what is there is of another form. */
export async function currentDatabase(folder: string): Promise<CurrentDatabase | undefined> {
  try {
    const current = JSON.parse(await readFile(join(folder, "current.json"), "utf8")) as CurrentDatabase;
    return current.schema === "allmend.advisories/1" && /^draft-[0-9a-f-]+$/.test(current.folder) ? current : undefined;
  } catch {
    return undefined;
  }
}

/** The advisories about these packages (package URLs without version), withdrawn ones left out. */
export async function advisoriesOf(folder: string, current: CurrentDatabase, packages: Iterable<string>): Promise<Advisory[]> {
  const wanted = new Map<number, string[]>();
  for (const name of packages) {
    const bucket = bucketOf(name);
    const list = wanted.get(bucket);
    if (list) list.push(name);
    else wanted.set(bucket, [name]);
  }
  const found: Advisory[] = [];
  for (const [bucket, names] of [...wanted].sort(([a], [b]) => a - b)) {
    for (const { advisory, affected } of await storedIn(join(folder, current.folder, bucketFile(bucket)), names)) {
      if (!advisory.withdrawn) found.push({ ...advisory, affected });
    }
  }
  return found;
}

const HEAD = 64 << 10;

async function storedIn(path: string, names: readonly string[]): Promise<StoredAdvisory[]> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return [];
  try {
    const head = await headOf(file);
    const index = JSON.parse(head.text) as BucketIndex;
    const found: StoredAdvisory[] = [];
    for (const name of names) {
      const place = Object.hasOwn(index, name) ? index[name] : undefined;
      if (!place) continue;
      const bytes = Buffer.alloc(place[1]);
      await file.read(bytes, 0, bytes.length, head.length + place[0]);
      for (const line of bytes.toString("utf8").split("\n")) if (line !== "") found.push(JSON.parse(line) as StoredAdvisory);
    }
    return found;
  } finally {
    await file.close();
  }
}

/** The first line and its length in bytes. */
async function headOf(file: Awaited<ReturnType<typeof open>>): Promise<{ text: string; length: number }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(piece, 0, HEAD, length);
    const end = piece.subarray(0, bytesRead).indexOf(0x0a);
    pieces.push(piece.subarray(0, end < 0 ? bytesRead : end));
    if (end >= 0 || bytesRead === 0) return { text: Buffer.concat(pieces).toString("utf8"), length: length + end + 1 };
    length += bytesRead;
  }
}
