// Secrets in the files at HEAD: only blobs that were never searched are read.
import type { Tree, TreeFile } from "../tree.ts";
import { isForShow, isNotSearched } from "./allowed.ts";
import type { BlobLog } from "./blob-log.ts";
import { isBinary, searchSecrets } from "./search.ts";
import type { SecretFinding, SecretMatch } from "./types.ts";

export const MAX_SECRET_FILE_BYTES = 5_000_000;
const AT_ONCE = 64;
const MAX_FINDINGS = 1000;

export interface TreeSecrets {
  readonly findings: readonly SecretFinding[];
  /** Found in tests, samples and code of others: nobody's secrets, so not told one by one. */
  readonly forShow: number;
  /** Files that were not searched because of their size. */
  readonly large: number;
}

export async function secretsInTree(tree: Tree, log: BlobLog): Promise<TreeSecrets> {
  const files = tree.files.filter((file) => file.kind === "file" && !isNotSearched(file.path));
  const small = files.filter(({ size }) => size === undefined || size <= MAX_SECRET_FILE_BYTES);
  const open = small.filter(({ oid }) => oid === undefined || !log.searched.has(oid));
  const fresh = new Map<string, readonly SecretMatch[]>();
  for (let at = 0; at < open.length; at += AT_ONCE) {
    await Promise.all(open.slice(at, at + AT_ONCE).map((file) => searchFile(file, tree, log, fresh)));
  }
  await log.flush();
  const findings: SecretFinding[] = [];
  let forShow = 0;
  for (const { path, oid } of small) {
    const matches = (oid === undefined ? fresh.get(path) : log.matches.get(oid)) ?? [];
    if (isForShow(path)) forShow += matches.length;
    else for (const match of matches) if (findings.length < MAX_FINDINGS) findings.push({ ...match, path });
  }
  return { findings, forShow, large: files.length - small.length };
}

async function searchFile(file: TreeFile, tree: Tree, log: BlobLog, fresh: Map<string, readonly SecretMatch[]>): Promise<void> {
  if (file.oid !== undefined && log.searched.has(file.oid)) return;
  const bytes = await tree.read(file.path);
  if (!bytes) return;
  const matches = isBinary(bytes) ? [] : searchSecrets(bytes);
  if (file.oid === undefined) fresh.set(file.path, matches);
  else log.add(file.oid, matches);
}
