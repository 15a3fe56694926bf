// One file of a folder as it was before another one came: what stood there first.
import { folderPlace, output } from "./folder-place.ts";

export interface TextBefore {
  /** Day on which the later file came. */
  readonly begin: string;
  /** Day of the last change to the earlier one before that. */
  readonly at: string;
  /** The earlier file as it was then. */
  readonly text: string;
}

/** Longest wait for a walk through a history. */
const PATIENCE = 5_000;
const MOST_CHARACTERS = 2 * 1024 * 1024;
const COMMIT = ["--format=%H %cI", "--no-show-signature"];

/** By the order of commits, not by their clocks. Undefined where the folder lies in no repository, both came at once, or the history is too long to ask. */
export async function textBefore(location: string, earlier: string, later: string): Promise<TextBefore | undefined> {
  const found = await folderPlace(location, AbortSignal.timeout(PATIENCE)).catch(() => undefined);
  if (!found) return undefined;
  const { place, head, folder } = found;
  const inside = (file: string) => (folder === "" ? file : `${folder}/${file}`);
  const begun = (await output(place, ["log", "--diff-filter=A", ...COMMIT, head, "--", inside(later)])).trim().split("\n").at(-1);
  const [birth, begin] = begun?.split(" ") ?? [];
  if (!birth || !begin) return undefined;
  const [before, at] = (await output(place, ["log", "--max-count=1", ...COMMIT, `${birth}^`, "--", inside(earlier)])).trim().split(" ");
  if (!before || !at) return undefined;
  const text = await output(place, ["cat-file", "blob", `${before}:${inside(earlier)}`]);
  return text === "" || text.length > MOST_CHARACTERS ? undefined : { begin: dayOf(begin), at: dayOf(at), text };
}

function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
