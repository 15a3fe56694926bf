// The tags of a repository as its refs name them, by our own reading: packed refs, files below refs/tags, reftables. Git is not asked.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FoundRepository } from "../git/found.ts";
import { isRefName } from "../git/head.ts";
import { readInside, readRegular, realInside } from "../git/inside.ts";
import { readReftables } from "../git/reftable.ts";
import { startsWith } from "./parse-commit.ts";

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
/** More tags than anybody has who did not mean harm: a million take some 400 MB on their way into figures. */
const MAX_TAGS = 1_000_000;
const MAX_LOOSE = 200_000;
const MAX_DEPTH = 32;
const MAX_REF_BYTES = 4096;
const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const TAGS = "refs/tags/";
const REPLACE = "refs/replace/";
const TAG_BYTES = Buffer.from(TAGS);
const REPLACE_BYTES = Buffer.from(REPLACE);

/** All tags (`most` of them) in the order of their names' bytes, a loose one before a packed one of the same name. Never throws. */
export function readTagRefs(found: FoundRepository, most = MAX_TAGS): TagRefs {
  const common = found.git?.common;
  if (common === undefined) return { refs: [], replaced: [] };
  const tables = readReftables(found.root, join(common, "reftable"));
  const loose = new Loose(found.root, common);
  const tags = tables ? fromTables(tables, TAGS) : loose.read(TAGS);
  const replaced = tables ? fromTables(tables, REPLACE) : loose.read(REPLACE);
  let incomplete = loose.stopped;
  const packed = tables ? "missing" : readInside(found.root, join(common, "packed-refs"), MAX_PACKED_BYTES);
  const refs = [...tags.values()];
  if (typeof packed !== "string") readPacked(packed, tags, refs, replaced, refs.length + most + 1);
  else if (packed !== "missing") incomplete ??= `packed-refs is ${packed}`;
  const ordered = inOrder(refs);
  if (ordered.length > most) incomplete ??= `there are more than ${most}`;
  return {
    refs: ordered.length > most ? ordered.slice(0, most) : ordered,
    replaced: [...replaced.keys()].sort(),
    ...(incomplete === undefined ? {} : { incomplete }),
  };
}

/** Each name once, in order. Packed refs stand so already, unless somebody wrote them by hand. */
function inOrder(refs: TagRef[]): TagRef[] {
  const before = (at: number) => (refs[at - 1] as TagRef).name;
  if (refs.some(({ name }, at) => at > 0 && name < before(at))) refs.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return refs.some(({ name }, at) => at > 0 && name === before(at)) ? refs.filter(({ name }, at) => at === 0 || name !== before(at)) : refs;
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
function readPacked(bytes: Buffer, loose: ReadonlyMap<string, TagRef>, into: TagRef[], replaced: Map<string, TagRef>, most: number): void {
  let last = { id: "", at: 0 };
  const fully = bytes.toString("latin1", 0, Math.min(200, bytes.length)).split("\n", 1)[0]?.includes(" fully-peeled") ?? false;
  for (let at = 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at);
    const space = bytes.indexOf(32, at);
    if (space > at && space < end && (space - at === 40 || space - at === 64)) {
      if (startsWith(bytes, space + 1, TAG_BYTES)) {
        // From the bytes: a slice of the whole ref would keep all of it in memory.
        const name = bytes.toString("latin1", space + 1 + TAGS.length, end);
        const peeled = bytes[end + 1] === 94;
        // Many tags of one commit share one text.
        const again = last.id.length === space - at && bytes.compare(bytes, last.at, last.at + last.id.length, at, space) === 0;
        if (!again) last = { id: bytes.toString("latin1", at, space), at };
        const { id } = last;
        if (!loose.has(name) && into.length < most) into.push(fully && !peeled ? { name, id, direct: true } : { name, id });
      } else if (startsWith(bytes, space + 1, REPLACE_BYTES)) {
        const name = bytes.toString("latin1", space + 1 + REPLACE.length, end);
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
