// K-32: stable releases in a year, by repository, with the gaps between them.
import type { Figure, Formula } from "./types.ts";

export const releaseFrequency: Formula = {
  measure: "project.release-frequency",
  compute: (input) =>
    input.repositories.flatMap(({ id, community }): Figure[] => {
      if (!community) return [];
      const { releases, lastYear, medianGapDays, longestGapDays, daysSinceLast } = community.releases;
      const detail = { daysSinceLast, longestGapDays, medianGapDays };
      const subject = `repository:${id}`;
      // What never was released has no frequency; what was, and is not any more, has one of 0.
      if (releases === 0) return [{ subject, value: null, of: 0, reason: "nothing-to-measure" }];
      return [{ subject, value: lastYear, of: releases, detail, estimate: true }];
    }),
};
