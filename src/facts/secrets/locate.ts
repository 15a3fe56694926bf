// Where in the history blobs came in: the first commit (oldest) that shows one as a new content, and under which path.
import type { GitPlace } from "../git/run.ts";
import { startGit } from "../git/run.ts";

export interface BlobPlace {
  /** Absent where only a merge brought it in. */
  readonly commit?: string;
  readonly path: string;
}

/**
 * One pass over the differences of all commits that these tips reach. A blob that only a merge brought in, or that nothing reaches any more, is not among the answers.
 */
export async function locateBlobs(
  place: GitPlace,
  tips: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<Map<string, BlobPlace[]>> {
  const found = new Map<string, BlobPlace[]>();
  if (wanted.size === 0 || tips.length === 0) return found;
  const git = startGit(place, [
    "log",
    "--stdin",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--root",
    "--reverse",
    "--topo-order",
    "--format=format:commit %H",
    "--diff-filter=AM",
  ]);
  git.stderr.resume();
  git.stdin.end(`${tips.join("\n")}\n`);
  let rest = Buffer.alloc(0);
  let commit = "";
  let blob: string | undefined;
  for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(0, from); end >= 0; end = bytes.indexOf(0, from)) {
      const entry = bytes.subarray(from, end);
      from = end + 1;
      if (blob !== undefined) {
        if (wanted.has(blob)) add(found, blob, { commit, path: entry.toString("utf8") });
        blob = undefined;
      } else {
        const text = entry.toString("latin1");
        const header = text.lastIndexOf("commit ");
        if (text[header + 7] !== undefined && header >= 0) commit = /^[0-9a-f]+/.exec(text.slice(header + 7))?.[0] ?? commit;
        const raw = /:\d{6} \d{6} [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/.exec(text);
        if (raw) blob = raw[1];
      }
    }
    rest = Buffer.from(bytes.subarray(from));
  }
  return found;
}

/** Those of the blobs that the tips reach at all, with one of their paths: for what no plain difference shows (a merge that was changed by hand). */
export async function reachableBlobs(
  place: GitPlace,
  tips: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<Map<string, BlobPlace[]>> {
  const found = new Map<string, BlobPlace[]>();
  if (wanted.size === 0 || tips.length === 0) return found;
  const git = startGit(place, ["rev-list", "--stdin", "--objects"]);
  git.stderr.resume();
  git.stdin.end(`${tips.join("\n")}\n`);
  let rest = "";
  for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const end = line.indexOf(" ");
      if (end > 0 && wanted.has(line.slice(0, end)))
        add(found, line.slice(0, end), { path: Buffer.from(line.slice(end + 1), "latin1").toString("utf8") });
    }
  }
  return found;
}

const MOST_PLACES = 5;

function add(found: Map<string, BlobPlace[]>, blob: string, place: BlobPlace): void {
  const places = found.get(blob);
  if (!places) found.set(blob, [place]);
  else if (places.length < MOST_PLACES && !places.some(({ path }) => path === place.path)) places.push(place);
}
