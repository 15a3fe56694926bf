// How often releases come, and how long people wait for one at most.
import { median } from "#kit";
import { DAY, YEAR } from "./contributions.ts";

export interface Cadence {
  /** Releases until now, all of them. */
  readonly releases: number;
  /** In the year before. */
  readonly lastYear: number;
  /** Between the releases of that year and the one before them, in days; null where there is no pair. */
  readonly medianGapDays: number | null;
  /** The longest of these gaps; the time since the last release counts as one. */
  readonly longestGapDays: number | null;
  readonly daysSinceLast: number | null;
}

/** `times` of stable releases in seconds, in any order; those after `until` do not count. */
export function cadenceOf(times: readonly number[], until: number): Cadence {
  const sorted = times.filter((time) => time < until).sort((a, b) => a - b);
  const last = sorted.at(-1);
  const gaps = sorted.flatMap((time, at) => (at === 0 || time < until - YEAR ? [] : [(time - (sorted[at - 1] as number)) / DAY]));
  const sinceLast = last === undefined ? null : (until - last) / DAY;
  return {
    releases: sorted.length,
    lastYear: sorted.filter((time) => time >= until - YEAR).length,
    medianGapDays: rounded(median(gaps)),
    longestGapDays: sinceLast === null ? null : rounded(Math.max(sinceLast, ...gaps)),
    daysSinceLast: sinceLast === null ? null : Math.floor(sinceLast),
  };
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10) / 10;
}
