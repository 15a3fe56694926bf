// Secrets in every blob that a repository holds, reachable or not: listed once, read only where never searched before.
import { compareText, sha256 } from "#kit";
import type { Cache } from "../cache.ts";
import type { FoundRepository } from "../git/found.ts";
import { placeOf } from "../git/place.ts";
import type { GitPlace } from "../git/run.ts";
import { tipsOf } from "../git/tips.ts";
import { inTurn } from "../lock-file.ts";
import { isForShow } from "./allowed.ts";
import { type BlobLog, blobLogFile, openBlobLog } from "./blob-log.ts";
import { listObjects, streamBlobs } from "./blob-stream.ts";
import { type BlobPlace, locateBlobs, reachableBlobs } from "./locate.ts";
import { rulesStamp } from "./rules/index.ts";
import { isBinary, searchSecrets } from "./search.ts";
import { MAX_SECRET_FILE_BYTES } from "./tree.ts";
import type { SecretFinding } from "./types.ts";

export interface HistorySecrets {
  readonly findings: readonly SecretFinding[];
  readonly forShow: number;
  /** In blobs that no tip reaches. */
  readonly unreachable: number;
  readonly blobs: number;
  /** Read in this run. */
  readonly read: number;
  /** Not searched because of their size. */
  readonly large: number;
  /** Hash over what branches and tags named. */
  readonly tips: string;
  /** False where git could not give every blob. */
  readonly complete: boolean;
}

export interface HistorySecretsOptions {
  /** Where it is remembered which blobs were searched; absent: nowhere. */
  readonly folder?: string;
  readonly scratch?: string;
  readonly signal?: AbortSignal;
  /** What an earlier run found: it still holds where branches and tags name the same. */
  readonly known?: HistorySecrets;
  /** Where places of what was found are remembered. */
  readonly cache?: Cache;
  readonly onProgress?: (done: number, total: number) => void;
  /** Another process searches the same repository: what it reads need not be read twice. */
  readonly onWait?: () => void;
}

const FLUSH_BLOBS = 4000;
const MAX_FINDINGS = 1000;

/** `head` is the commit of HEAD: its length says the object format. Throws `git-objects-refused`; whatever git cannot give is told by `complete`. */
export async function secretsInHistory(found: FoundRepository, head: string, options: HistorySecretsOptions): Promise<HistorySecrets> {
  const tips = tipsOf(found, head);
  if (options.known?.complete && options.known.tips === sha256(tips.join())) return { ...options.known, read: 0 };
  const lock = options.folder === undefined ? undefined : `${blobLogFile(options.folder, found.location, rulesStamp)}.lock`;
  return inTurn(lock, () => searched(found, head, tips, options), options.onWait, options.signal);
}

async function searched(
  found: FoundRepository,
  head: string,
  tips: readonly string[],
  options: HistorySecretsOptions,
): Promise<HistorySecrets> {
  const place = placeOf(found, head, options);
  const log = await openBlobLog(options.folder, found.location, rulesStamp);
  const open: string[] = [];
  let [blobs, large] = [0, 0];
  const there = new Set<string>();
  await listObjects(place, (oid, type, size) => {
    if (type !== "blob") return;
    blobs += 1;
    if (size > MAX_SECRET_FILE_BYTES) large += 1;
    else if (!log.searched.has(oid)) open.push(oid);
    if (log.matches.has(oid)) there.add(oid);
  });
  const read = await searchBlobs(place, open, log, there, options);
  const complete = read === open.length;
  const places = await placesOf(place, tips, there, ["secret-places", rulesStamp, found.location], options.cache);
  let [forShow, unreachable] = [0, 0];
  const findings: SecretFinding[] = [];
  for (const oid of [...there].sort()) {
    const matches = log.matches.get(oid) ?? [];
    const known = places.get(oid) ?? [];
    const real = known.find(({ path }) => !isForShow(path));
    // What no tip reaches is no part of the history: left-overs of rewriting, or of other repositories in a shared store.
    if (known.length === 0) unreachable += matches.length;
    else if (!real) forShow += matches.length;
    else for (const match of matches) findings.push({ ...match, ...real });
  }
  return {
    findings: onceEach(findings).slice(0, MAX_FINDINGS),
    forShow,
    unreachable,
    blobs,
    read,
    large,
    tips: sha256(tips.join()),
    complete,
  };
}

type Places = Readonly<Record<string, readonly BlobPlace[]>>;

/** Where each came in. What is known of earlier runs is not looked for again: a pass over all differences takes as long as reading all of them. */
async function placesOf(
  place: GitPlace,
  tips: readonly string[],
  wanted: ReadonlySet<string>,
  key: readonly string[],
  cache: Cache | undefined,
): Promise<Map<string, readonly BlobPlace[]>> {
  const known = new Map(Object.entries(((await cache?.get(key)) as Places | undefined) ?? {}));
  const open = new Set([...wanted].filter((oid) => !known.has(oid)));
  if (open.size === 0) return known;
  const placed = await locateBlobs(place, tips, open);
  const unplaced = new Set([...open].filter((oid) => !placed.has(oid)));
  const reachable = await reachableBlobs(place, tips, unplaced);
  for (const oid of open) known.set(oid, placed.get(oid) ?? reachable.get(oid) ?? []);
  await cache?.put(key, Object.fromEntries(known));
  return known;
}

async function searchBlobs(
  place: GitPlace,
  open: readonly string[],
  log: BlobLog,
  there: Set<string>,
  options: HistorySecretsOptions,
): Promise<number> {
  if (open.length === 0) return 0;
  let [done, flushed] = [0, 0];
  const take = (oid: string, bytes: Uint8Array): void => {
    const matches = isBinary(bytes) ? [] : searchSecrets(bytes);
    log.add(oid, matches);
    if (matches.length > 0) there.add(oid);
    done += 1;
  };
  const pause = async (): Promise<void> => {
    if (done - flushed < FLUSH_BLOBS) return;
    flushed = done;
    await log.flush();
    options.onProgress?.(done, open.length);
  };
  await streamBlobs(place, open, take, pause);
  await log.flush();
  return done;
}

/** The same secret in many versions of a file is one finding: the first by path, line and commit. */
function onceEach(findings: readonly SecretFinding[]): SecretFinding[] {
  const order = (finding: SecretFinding) => [finding.path, String(finding.line).padStart(9, "0"), finding.commit ?? ""].join("\n");
  const seen = new Set<string>();
  return [...findings]
    .map((finding) => ({ finding, key: order(finding) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ finding }) => finding)
    .filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint) !== undefined);
}
