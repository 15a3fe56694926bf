// Adding an export to the database: advisories are spread over buckets while they come, then each bucket is joined with what it held before.
import { randomBytes } from "node:crypto";
import { appendFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Advisory, Affected } from "../types.ts";
import { BUCKETS, bucketBytes, bucketFile, bucketOf, type CurrentDatabase, type DatabaseSource, type StoredAdvisory } from "./format.ts";
import { currentDatabase } from "./read.ts";

/** Text of one bucket that waits in memory: 256 of them make the bound. */
const WAITING = 256 << 10;

export class DatabaseWriter {
  readonly #folder: string;
  readonly #draft: string;
  readonly #waiting: string[] = Array.from({ length: BUCKETS }, () => "");

  private constructor(folder: string, draft: string) {
    this.#folder = folder;
    this.#draft = draft;
  }

  static async open(folder: string): Promise<DatabaseWriter> {
    const draft = `draft-${process.pid}-${randomBytes(6).toString("hex")}`;
    await mkdir(join(folder, draft), { recursive: true, mode: 0o700 });
    return new DatabaseWriter(folder, draft);
  }

  add(advisory: Advisory): void {
    const { affected, ...rest } = advisory;
    const byPackage = new Map<string, Affected[]>();
    for (const entry of affected) byPackage.set(entry.package, [...(byPackage.get(entry.package) ?? []), entry]);
    for (const [name, entries] of byPackage) {
      const stored: StoredAdvisory = { package: name, advisory: rest, affected: entries };
      const bucket = bucketOf(name);
      this.#waiting[bucket] += `${JSON.stringify(stored)}\n`;
      if ((this.#waiting[bucket]?.length ?? 0) >= WAITING) this.#flush(bucket);
    }
  }

  #flush(bucket: number): void {
    const text = this.#waiting[bucket] ?? "";
    this.#waiting[bucket] = "";
    if (text !== "") appendFileSync(join(this.#folder, this.#draft, `${bucketFile(bucket)}.new`), text, { mode: 0o600 });
  }

  /** Joins with what was there and makes it the current database. */
  async finish(source: DatabaseSource): Promise<void> {
    for (let bucket = 0; bucket < BUCKETS; bucket++) this.#flush(bucket);
    const before = await currentDatabase(this.#folder);
    for (let bucket = 0; bucket < BUCKETS; bucket++) await this.#join(bucket, before);
    const sources = [...(before?.sources ?? []).filter(({ digest }) => digest !== source.digest), source];
    const current: CurrentDatabase = { schema: "allmend.advisories/1", folder: this.#draft, sources };
    const path = join(this.#folder, "current.json");
    await writeFile(`${path}.${process.pid}`, `${JSON.stringify(current)}\n`, { mode: 0o600 });
    await rename(`${path}.${process.pid}`, path);
    await this.#clean();
  }

  async #join(bucket: number, before: CurrentDatabase | undefined): Promise<void> {
    const name = bucketFile(bucket);
    const old = before ? linesOf(await optional(join(this.#folder, before.folder, name)), true) : [];
    const fresh = join(this.#folder, this.#draft, `${name}.new`);
    const joined = new Map<string, StoredAdvisory>();
    for (const stored of [...old, ...linesOf(await optional(fresh), false)]) {
      const key = `${stored.package}\n${stored.advisory.id}`;
      const known = joined.get(key);
      if (!known || (stored.advisory.modified ?? "") >= (known.advisory.modified ?? "")) joined.set(key, stored);
    }
    // What was withdrawn is kept as such: an older export, imported later, does not bring it back.
    if (joined.size > 0) await writeFile(join(this.#folder, this.#draft, name), bucketBytes([...joined.values()]), { mode: 0o600 });
    await rm(fresh, { force: true });
  }

  /** Removes earlier folders. A reader that still has one of their files open keeps it. */
  async #clean(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (name.startsWith("draft-") && name !== this.#draft) await rm(join(this.#folder, name), { recursive: true, force: true });
    }
  }

  /** Leaves everything as it was. */
  async abandon(): Promise<void> {
    await rm(join(this.#folder, this.#draft), { recursive: true, force: true });
  }
}

async function optional(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

function linesOf(bytes: Buffer | undefined, indexed: boolean): StoredAdvisory[] {
  if (!bytes) return [];
  const lines = bytes.toString("utf8").split("\n");
  return lines.slice(indexed ? 1 : 0).flatMap((line) => (line === "" ? [] : [JSON.parse(line) as StoredAdvisory]));
}
