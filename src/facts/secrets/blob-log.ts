// Which blobs of a repository were searched, and what was found in them: one file that grows by whole batches. A run that is killed leaves a batch without its
// checksum, which the next one cuts off; two runs at once append beside each other. Losing any of it costs time, never an answer.
import { createHash, randomBytes } from "node:crypto";
import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "#kit";
import { OidSet } from "./oid-set.ts";
import type { SecretMatch } from "./types.ts";

const HEADER = 12;
const SUM = 8;
const MAX_BATCH_BYTES = 256 * 1024 * 1024;

export interface BlobLog {
  readonly searched: OidSet;
  /** Of the blobs in which something was found, by id. */
  readonly matches: ReadonlyMap<string, readonly SecretMatch[]>;
  /** Remembers blobs as searched; kept for good with the next `flush`. */
  add(oid: string, matches: readonly SecretMatch[]): void;
  /** Writes what was added. Never throws: on a full disk it is searched again another time. */
  flush(): Promise<void>;
}

/** Where it lies in that folder; the rules stand in its name. */
export function blobLogFile(folder: string, name: string, stamp: string): string {
  return join(folder, `${sha256(name).slice(0, 32)}-${stamp}.log`);
}

/** `folder` is made when something is written; `name` names the repository, `stamp` the rules. Without a folder nothing is remembered. */
export async function openBlobLog(folder: string | undefined, name: string, stamp: string): Promise<BlobLog> {
  const file = folder === undefined ? undefined : blobLogFile(folder, name, stamp);
  const searched = new OidSet();
  const matches = new Map<string, readonly SecretMatch[]>();
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  const whole = content === undefined ? 0 : readBatches(content, searched, matches);
  if (file !== undefined && content !== undefined && whole < content.length) await cutOff(file, content.subarray(0, whole));
  let fresh: string[] = [];
  let found: Record<string, readonly SecretMatch[]> = {};
  return {
    searched,
    matches,
    add(oid, given) {
      if (!searched.add(oid)) return;
      fresh.push(oid);
      if (given.length === 0) return;
      matches.set(oid, given);
      found[oid] = given;
    },
    async flush() {
      if (folder === undefined || file === undefined || fresh.length === 0) return;
      const batch = batchOf(fresh, found);
      fresh = [];
      found = {};
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await appendFile(file, batch, { mode: 0o600 });
      } catch {
        // Searched again another time.
      }
    },
  };
}

/** Count of ids, bytes of an id, bytes of the findings; ids; findings as JSON; the start of a hash over all that. */
function batchOf(oids: readonly string[], found: Readonly<Record<string, readonly SecretMatch[]>>): Buffer {
  const ids = Buffer.from(oids.join(""), "hex");
  const json = Buffer.from(Object.keys(found).length === 0 ? "" : JSON.stringify(found), "utf8");
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(oids.length, 0);
  header.writeUInt32BE(ids.length / oids.length, 4);
  header.writeUInt32BE(json.length, 8);
  const body = Buffer.concat([header, ids, json]);
  return Buffer.concat([body, sumOf(body)]);
}

function sumOf(body: Uint8Array): Buffer {
  return createHash("sha1").update(body).digest().subarray(0, SUM);
}

/** How many bytes are whole batches. */
function readBatches(content: Buffer, searched: OidSet, matches: Map<string, readonly SecretMatch[]>): number {
  let at = 0;
  while (at + HEADER + SUM <= content.length) {
    const [count, width, length] = [content.readUInt32BE(at), content.readUInt32BE(at + 4), content.readUInt32BE(at + 8)];
    const end = at + HEADER + count * width + length;
    if ((width !== 20 && width !== 32) || end - at > MAX_BATCH_BYTES || end + SUM > content.length) return at;
    if (!sumOf(content.subarray(at, end)).equals(content.subarray(end, end + SUM))) return at;
    const ids = content.toString("hex", at + HEADER, at + HEADER + count * width);
    for (let id = 0; id < ids.length; id += width * 2) searched.add(ids.slice(id, id + width * 2));
    if (length > 0) takeMatches(content.toString("utf8", end - length, end), matches);
    at = end + SUM;
  }
  return at;
}

function takeMatches(json: string, matches: Map<string, readonly SecretMatch[]>): void {
  for (const [oid, found] of Object.entries(JSON.parse(json) as Record<string, readonly SecretMatch[]>)) matches.set(oid, found);
}

/** Through a second name, so that no other run sees half a file. */
async function cutOff(file: string, whole: Uint8Array): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(draft, whole, { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true });
  }
}
