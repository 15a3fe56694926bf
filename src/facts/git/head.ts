// The commit that HEAD names, by reading files only: fast enough to ask of every repository on every run.
import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { FoundRepository, GitLayout } from "./found.ts";
import { readInside, realInside } from "./inside.ts";
import { readReftables } from "./reftable.ts";

export type Head =
  | { readonly state: "commit"; readonly commit: string; readonly ref?: string }
  /** HEAD names a branch that does not exist (yet). */
  | { readonly state: "unborn"; readonly ref: string }
  | { readonly state: "unreadable"; readonly reason: string };

const MAX_REF_BYTES = 4096;
const MAX_PACKED_BYTES = 256 * 1024 * 1024;
const MAX_LINKS = 5;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The full id of HEAD's commit; undefined for folders, unborn and unreadable repositories. Spawns nothing. */
export function headOf(found: FoundRepository): { readonly commit: string } | undefined {
  const head = readHead(found);
  return head?.state === "commit" ? { commit: head.commit } : undefined;
}

/** HEAD with everything that may be wrong with it; undefined for folders. */
export function readHead(found: FoundRepository): Head | undefined {
  if (!found.git) return undefined;
  const text = headText(found.root, found.git);
  if (text === undefined) return { state: "unreadable", reason: "HEAD cannot be read" };
  if (COMMIT.test(text)) return { state: "commit", commit: text };
  const ref = symbolic(text);
  if (ref === undefined) return { state: "unreadable", reason: "HEAD names neither a branch nor a commit" };
  // The stand-in that git writes into HEAD where refs live in reftables.
  if (ref === "refs/heads/.invalid") return headOfReftable(found.root, found.git);
  return resolve(found.root, found.git, ref);
}

function headText(root: string, git: GitLayout): string | undefined {
  const path = join(git.directory, "HEAD");
  try {
    // Before `ref:` there were symbolic links; the branch that one names need not exist as a file.
    if (lstatSync(path).isSymbolicLink()) {
      const target = readlinkSync(path);
      if (target.startsWith("refs/")) return `ref: ${target}`;
    }
  } catch {
    return undefined;
  }
  return refText(root, path);
}

function refText(root: string, path: string): string | undefined {
  const bytes = readInside(root, path, MAX_REF_BYTES);
  return typeof bytes === "string" ? undefined : bytes.toString("latin1").trim();
}

function symbolic(text: string): string | undefined {
  const ref = /^ref:\s*(\S+)$/.exec(text)?.[1];
  return ref !== undefined && isRefName(ref) ? ref : undefined;
}

/** Names below refs/ that stay below it. */
export function isRefName(ref: string): boolean {
  return ref.startsWith("refs/") && !/\.\.|\/\/|[\p{Cc} ~^:?*[\\]|\/$|\.lock$|@\{/u.test(ref);
}

function resolve(root: string, git: GitLayout, first: string): Head {
  let ref = first;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const loose = join(git.common, ref);
    const text = refText(root, loose) ?? packedRef(root, git.common, ref);
    if (text === undefined) return isThere(loose) ? { state: "unreadable", reason: `${ref} cannot be read` } : { state: "unborn", ref };
    if (COMMIT.test(text)) return { state: "commit", commit: text, ref };
    const next = symbolic(text);
    if (next === undefined) return { state: "unreadable", reason: `${ref} does not hold a commit` };
    ref = next;
  }
  return { state: "unreadable", reason: "HEAD leads through too many symbolic refs" };
}

/** A file of a ref that is there and yet cannot be read: a link that leads outside, a pipe. A folder may hold other refs, and is none. */
function isThere(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The id before ` REF` in packed-refs, found by its bytes: the file may hold a million lines. */
function packedRef(root: string, common: string, ref: string): string | undefined {
  const bytes = readInside(root, join(common, "packed-refs"), MAX_PACKED_BYTES);
  if (typeof bytes === "string") return undefined;
  const needle = Buffer.from(` ${ref}`, "latin1");
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
    const after = bytes[at + needle.length];
    if (after !== undefined && after !== 10 && after !== 13) continue;
    const start = bytes.lastIndexOf(10, at) + 1;
    const id = bytes.toString("latin1", start, at);
    if (COMMIT.test(id)) return id;
  }
  return undefined;
}

function headOfReftable(root: string, git: GitLayout): Head {
  const own = readReftables(root, join(git.directory, "reftable"));
  const refs = git.directory === git.common ? own : readReftables(root, join(git.common, "reftable"));
  if (!own || !refs) return { state: "unreadable", reason: "its refs are stored as reftables that cannot be read" };
  const head = own.get("HEAD");
  if (head === undefined) return { state: "unreadable", reason: "its reftables hold no HEAD" };
  let value = head;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if (COMMIT.test(value)) return { state: "commit", commit: value };
    const ref = symbolic(value);
    if (ref === undefined) break;
    const next = refs.get(ref);
    if (next === undefined) return { state: "unborn", ref };
    value = next;
  }
  return { state: "unreadable", reason: "its reftables lead to no commit" };
}

const MAX_NAMED = 5;

/** A few branches that exist, for the message about a HEAD that names none of them. */
export function someBranches(root: string, git: GitLayout): string[] {
  const packed = readInside(root, join(git.common, "packed-refs"), MAX_PACKED_BYTES);
  const text = typeof packed === "string" ? "" : packed.toString("utf8", 0, 1024 * 1024);
  const names = [...text.matchAll(/^[0-9a-f]{40,64} refs\/heads\/(\S{1,200})$/gm)].map((match) => match[1] as string);
  const folder = realInside(root, join(git.common, "refs/heads"));
  try {
    if (folder !== undefined) names.push(...readdirSync(folder).filter((name) => !name.endsWith(".lock")));
  } catch {
    // none, or a file where the refs live in reftables
  }
  return [...new Set(names)].sort().slice(0, MAX_NAMED);
}
