// How a database of advisories lies on disk: many buckets, each with an index by package and one line for each advisory and package.
//
// `current.json` names the folder that holds the buckets and lists what was imported. A new import writes a new folder and then names it, so that a
// reader sees the old or the new whole, whenever a writer dies.
import { createHash } from "node:crypto";
import type { Advisory, Affected } from "../types.ts";

export const BUCKETS = 256;

/** An advisory as far as it concerns one package. `package` leads, so that a line can be told without parsing all of it. */
export interface StoredAdvisory {
  readonly package: string;
  readonly advisory: Omit<Advisory, "affected">;
  readonly affected: readonly Affected[];
}

export interface DatabaseSource {
  /** sha256 of the file. */
  readonly digest: string;
  readonly name: string;
  readonly kind: string;
  readonly at?: string;
  readonly covers: readonly string[];
  readonly taken: number;
  readonly notUnderstood: number;
}

export interface CurrentDatabase {
  readonly schema: "allmend.advisories/1";
  /** Name of the folder with the buckets. */
  readonly folder: string;
  readonly sources: readonly DatabaseSource[];
}

export function bucketOf(packageName: string): number {
  return createHash("sha1").update(packageName).digest()[0] ?? 0;
}

export function bucketFile(bucket: number): string {
  return `${bucket.toString(16).padStart(2, "0")}.jsonl`;
}

/** The first line of a bucket: where the lines of each package begin and how long they are, counted from the end of this line. */
export type BucketIndex = Readonly<Record<string, readonly [number, number]>>;

/** All lines of a bucket as its bytes. The lines stand in the order of packages and ids: the same advisories give the same bytes. */
export function bucketBytes(advisories: readonly StoredAdvisory[]): Buffer {
  const byPackage = new Map<string, StoredAdvisory[]>();
  for (const stored of advisories) {
    const list = byPackage.get(stored.package);
    if (list) list.push(stored);
    else byPackage.set(stored.package, [stored]);
  }
  const index: Record<string, [number, number]> = Object.create(null);
  const lines: Buffer[] = [];
  let at = 0;
  for (const name of [...byPackage.keys()].sort()) {
    const sorted = (byPackage.get(name) ?? []).sort((a, b) => (a.advisory.id < b.advisory.id ? -1 : 1));
    const bytes = Buffer.from(sorted.map((stored) => `${JSON.stringify(stored)}\n`).join(""));
    index[name] = [at, bytes.length];
    lines.push(bytes);
    at += bytes.length;
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...lines]);
}
