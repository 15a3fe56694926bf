// K-23: commits of our people in the projects that we depend on, by project.
import { aboutUpstreams } from "./by-upstream.ts";
import type { Formula } from "./types.ts";

export const shareOfCommits: Formula = {
  measure: "contribution.share-of-commits",
  compute: (input) =>
    aboutUpstreams(input, ({ contributions, ours, unaffiliatedShare }) => ({
      value: ours?.share ?? null,
      of: contributions,
      ...(ours ? (ours.share === null ? { reason: "nothing-to-measure" } : {}) : { reason: "no-source" }),
      detail: { unaffiliatedShare },
    })),
};
