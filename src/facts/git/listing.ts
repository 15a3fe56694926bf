// The files of a commit: `git ls-tree`, then the size of every blob by one more call.
import { isUtf8 } from "node:buffer";
import type { TreeFile } from "../tree.ts";
import { textOfName } from "./names.ts";
import { type GitPlace, type GitRun, runGit } from "./run.ts";

export interface Listing {
  readonly files: readonly TreeFile[];
  /** Entries left out because their paths are none that git would check out (`..`, `.git`, empty parts). */
  readonly oddPaths: number;
  /** Set where git ended before the list did; the files are then what it gave until there. */
  readonly incomplete?: string;
}

const TIMEOUT_MS = 120_000;
const MAX_LIST_BYTES = 512 * 1024 * 1024;

/** Lists the files of a commit, with the sizes of those that are here, at most `maxFiles`. Never rejects. */
export async function listFiles(place: GitPlace, commit: string, maxFiles: number): Promise<Listing> {
  const run = await runGit(place, ["ls-tree", "-r", "-z", "--full-tree", commit], {
    maxBytes: MAX_LIST_BYTES,
    maxEntries: maxFiles,
    timeoutMs: TIMEOUT_MS,
  });
  const byPath = new Map<string, TreeFile>();
  let oddPaths = 0;
  let more = false;
  for (const [meta, path] of records(run.output)) {
    if (byPath.size >= maxFiles) {
      more = true;
      break;
    }
    if (ODD_PATH.test(path)) oddPaths += 1;
    else byPath.set(path, fileOf(meta, path));
  }
  const files = await withSizes(place, [...byPath.values()]);
  const incomplete = more ? `it holds more than ${maxFiles} files` : endedEarly(run);
  return { files, oddPaths, ...(incomplete === undefined ? {} : { incomplete }) };
}

function endedEarly(run: GitRun): string | undefined {
  if (run.cut === "time") return "listing its files took too long";
  if (run.cut === "output") return "the list of its files is too large";
  if (run.cut === "abort") return "the run was stopped";
  if (run.code === 0) return undefined;
  return `git could not list all its files (${run.message || `exit ${run.code}`})`;
}

// Git refuses to check these out; whoever joins a path to a folder must not meet them.
const ODD_PATH = /(?:^|\/)(?:\.{1,2}|\.git|)(?:\/|$)/i;

/** `mode type oid` and path of every complete record. */
function* records(output: Buffer): Generator<[string, string]> {
  const end = output.lastIndexOf(0);
  const whole = output.subarray(0, Math.max(end, 0));
  if (whole.length === 0) return;
  if (isUtf8(whole)) {
    for (const record of whole.toString("utf8").split("\0")) {
      const tab = record.indexOf("\t");
      yield [record.slice(0, tab), record.slice(tab + 1)];
    }
    return;
  }
  for (let at = 0; at <= whole.length; ) {
    const found = whole.indexOf(0, at);
    const stop = found < 0 ? whole.length : found;
    const tab = whole.indexOf(9, at);
    yield [whole.toString("latin1", at, tab), textOfName(whole.subarray(tab + 1, stop))];
    at = stop + 1;
  }
}

function fileOf(meta: string, path: string): TreeFile {
  const oid = meta.slice(meta.lastIndexOf(" ") + 1);
  if (meta.startsWith("160000")) return { path, kind: "submodule", oid };
  if (meta.startsWith("120000")) return { path, kind: "symlink", oid };
  return { path, kind: "file", oid };
}

/** The same files with `size`; a blob that is not here (or is no blob) has none. */
async function withSizes(place: GitPlace, files: readonly TreeFile[]): Promise<TreeFile[]> {
  const sizes = new Map<string, number>();
  for (const file of files) if (file.kind === "file" && file.oid) sizes.set(file.oid, -1);
  await readSizes(place, sizes);
  return files.map((file) => {
    const size = file.kind === "file" && file.oid ? sizes.get(file.oid) : undefined;
    return size === undefined || size < 0 ? file : { ...file, size };
  });
}

/** A corrupt object may end git in the middle: what is after it is asked for again, a few times. */
async function readSizes(place: GitPlace, sizes: Map<string, number>): Promise<void> {
  let waiting = [...sizes.keys()];
  for (let attempt = 0; attempt < 20 && waiting.length > 0; attempt += 1) {
    const run = await runGit(place, ["cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", "--buffer"], {
      maxBytes: MAX_LIST_BYTES,
      timeoutMs: TIMEOUT_MS,
      input: `${waiting.join("\n")}\n`,
    });
    const lines = run.output.toString("latin1").split("\n");
    lines.pop();
    for (const line of lines) {
      const [oid, type, size] = line.split(" ");
      if (oid && type === "blob" && size !== undefined) sizes.set(oid, Number(size));
    }
    if (run.code === 0 || run.cut !== undefined) return;
    waiting = waiting.slice(lines.length + 1);
  }
}
