// The tags of a repository as its refs name them, by our own reading: packed refs, files below refs/tags, reftables. Git is not asked.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FoundRepository } from "../git/found.ts";
import { isRefName } from "../git/head.ts";
import { readInside, readRegular, realInside } from "../git/inside.ts";
import { readReftables } from "../git/reftable.ts";

export interface TagRef {
  /** Without `refs/tags/`, as bytes read one for one (Latin-1): names need not be UTF-8. */
  readonly name: string;
  /** Hexadecimal id of what it names: a tag object or the commit itself. */
  readonly id: string;
  /** Set where the refs say that this is no tag object. */
  readonly direct?: boolean;
}

export interface TagRefs {
  readonly refs: readonly TagRef[];
  /** Commits and others that `refs/replace` puts something else in the place of. */
  readonly replaced: readonly string[];
  /** Why there may be more. */
  readonly incomplete?: string;
}

const MAX_PACKED_BYTES = 512 * 1024 * 1024;
const MAX_LOOSE = 200_000;
const MAX_DEPTH = 32;
const MAX_REF_BYTES = 4096;
const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const TAGS = "refs/tags/";
const REPLACE = "refs/replace/";

/** All tags in the order of their names' bytes, a loose one before a packed one of the same name. Never throws. */
export function readTagRefs(found: FoundRepository): TagRefs {
  const common = found.git?.common;
  if (common === undefined) return { refs: [], replaced: [] };
  const tables = readReftables(found.root, join(common, "reftable"));
  const loose = new Loose(found.root, common);
  const tags = tables ? fromTables(tables, TAGS) : loose.read(TAGS);
  const replaced = tables ? fromTables(tables, REPLACE) : loose.read(REPLACE);
  let incomplete = loose.stopped;
  const packed = tables ? "missing" : readInside(found.root, join(common, "packed-refs"), MAX_PACKED_BYTES);
  if (typeof packed !== "string") readPacked(packed, tags, replaced);
  else if (packed !== "missing") incomplete ??= `packed-refs is ${packed}`;
  const refs = [...tags.values()];
  // Packed refs stand in order already.
  if (refs.some((ref, at) => at > 0 && ref.name < (refs[at - 1] as TagRef).name)) refs.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { refs, replaced: [...replaced.keys()].sort(), ...(incomplete === undefined ? {} : { incomplete }) };
}

function fromTables(tables: ReadonlyMap<string, string>, prefix: string): Map<string, TagRef> {
  const refs = new Map<string, TagRef>();
  for (const [ref, id] of tables) {
    if (!ref.startsWith(prefix) || !ID.test(id)) continue;
    const name = Buffer.from(ref.slice(prefix.length), "utf8").toString("latin1");
    refs.set(name, { name, id });
  }
  return refs;
}

/** `ID refs/tags/NAME`, behind a tag object `^ID` of what it names; the first line says whether that is so for all. */
function readPacked(bytes: Buffer, tags: Map<string, TagRef>, replaced: Map<string, TagRef>): void {
  const fully = bytes.toString("latin1", 0, Math.min(200, bytes.length)).split("\n", 1)[0]?.includes(" fully-peeled") ?? false;
  for (let at = 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at);
    const space = bytes.indexOf(32, at);
    if (space > at && space < end && (space - at === 40 || space - at === 64)) {
      const ref = bytes.toString("latin1", space + 1, end);
      if (ref.startsWith(TAGS)) {
        const name = ref.slice(TAGS.length);
        const peeled = bytes[end + 1] === 94;
        if (!tags.has(name))
          tags.set(name, { name, id: bytes.toString("latin1", at, space), ...(fully && !peeled ? { direct: true } : {}) });
      } else if (ref.startsWith(REPLACE)) {
        const name = ref.slice(REPLACE.length);
        replaced.set(name, { name, id: "" });
      }
    }
    at = end + 1;
  }
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(10, at);
  return end < 0 ? bytes.length : end;
}

/** Refs that are files. */
class Loose {
  stopped: string | undefined;
  readonly #root: string;
  readonly #common: string;
  #read = 0;

  constructor(root: string, common: string) {
    this.#root = root;
    this.#common = common;
  }

  read(prefix: string): Map<string, TagRef> {
    const refs = new Map<string, TagRef>();
    this.#enter(prefix, "", 0, refs);
    return refs;
  }

  #enter(prefix: string, below: string, depth: number, refs: Map<string, TagRef>): void {
    const folder = realInside(this.#root, join(this.#common, prefix, below));
    if (folder === undefined || depth > MAX_DEPTH) return;
    for (const entry of listed(folder)) {
      const name = below + entry.name;
      if (entry.isDirectory()) this.#enter(prefix, `${name}/`, depth + 1, refs);
      else if (isRefName(prefix + name)) this.#take(join(folder, entry.name), entry.isFile(), name, refs);
    }
  }

  /** `folder` is a real one inside the root, so a plain file in it needs no look at where it leads. */
  #take(path: string, plain: boolean, name: string, refs: Map<string, TagRef>): void {
    this.#read += 1;
    if (this.#read > MAX_LOOSE) {
      this.stopped = `there are more than ${MAX_LOOSE} refs that are files (git pack-refs --all puts them into one)`;
      return;
    }
    const bytes = plain ? readRegular(path, MAX_REF_BYTES) : readInside(this.#root, path, MAX_REF_BYTES);
    const id = typeof bytes === "string" ? "" : bytes.toString("latin1").trim();
    const key = Buffer.from(name, "utf8").toString("latin1");
    if (ID.test(id)) refs.set(key, { name: key, id });
  }
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
