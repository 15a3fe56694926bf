// Which release brought a commit to people first.
import { markOwned } from "./graph.ts";
import type { History } from "./types.ts";

export interface ReleasePoint {
  /** Row of the released commit; -1 owns nothing. */
  readonly commit: number;
  /** Seconds since 1970; releases without a time (NaN) own nothing. */
  readonly time: number;
}

/**
 * For each commit the place (in `releases`) of the first release by time that contains it, -1 where none does. Releases in the order of their time, each takes
 * what it reaches and no earlier one has taken: one pass over the commits, whatever the number of releases. Of two at the same second
 * the first in the list takes. (Apache DevLake walks once for each pair of releases; the answers are the same on a line of releases.)
 */
export function releasesOwning(history: History, releases: readonly ReleasePoint[]): Int32Array {
  const owners = new Int32Array(history.count).fill(-1);
  const order = releases
    .map((release, place) => ({ ...release, place }))
    .filter((release) => release.commit >= 0 && !Number.isNaN(release.time))
    .sort((a, b) => a.time - b.time || a.place - b.place);
  for (const { commit, place } of order) markOwned(history.commits.parents, commit, place, owners);
  return owners;
}
