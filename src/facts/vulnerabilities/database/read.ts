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
    const places = names.flatMap((name) => (Object.hasOwn(index, name) ? [index[name] ?? NOWHERE] : []));
    const found: StoredAdvisory[] = [];
    for (const stretch of stretchesOf(places)) {
      const bytes = Buffer.alloc(stretch.end - stretch.start);
      await file.read(bytes, 0, bytes.length, head.length + stretch.start);
      for (const [start, length] of stretch.places) {
        const lines = bytes.toString("utf8", start - stretch.start, start - stretch.start + length).split("\n");
        for (const line of lines) if (line !== "") found.push(JSON.parse(line) as StoredAdvisory);
      }
    }
    return found;
  } finally {
    await file.close();
  }
}

type Place = BucketIndex[string];
const NOWHERE: Place = [0, 0];
/** What lies so near to the next is read with it: one read costs more than the bytes between. */
const NEAR = 64 << 10;

/** Places by where they lie, those that are near to each other together. */
function stretchesOf(places: readonly Place[]): { readonly start: number; end: number; readonly places: Place[] }[] {
  const stretches: { readonly start: number; end: number; readonly places: Place[] }[] = [];
  for (const place of [...places].sort((a, b) => a[0] - b[0])) {
    const last = stretches.at(-1);
    if (last && place[0] - last.end <= NEAR) {
      last.end = Math.max(last.end, place[0] + place[1]);
      last.places.push(place);
    } else stretches.push({ start: place[0], end: place[0] + place[1], places: [place] });
  }
  return stretches;
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
