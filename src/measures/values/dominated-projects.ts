// K-29: projects in which more than half of the commits are ours.
import type { Formula } from "./types.ts";

export const dominatedProjects: Formula = {
  measure: "contribution.dominated-projects",
  compute({ upstreams = [] }) {
    const known = upstreams.filter(({ involvement }) => typeof involvement?.ours?.share === "number");
    const dominated = known.filter(({ involvement }) => (involvement?.ours?.share ?? 0) > 0.5).length;
    return [
      known.length === 0
        ? { subject: "organization", value: null, of: 0, reason: "no-source" }
        : { subject: "organization", value: dominated, of: known.length },
    ];
  },
};
