// How much happens over time: twelve parts of the window and the twelve before, and where that leads.
import { type Contribution, DAY, YEAR } from "./contributions.ts";

export interface Activity {
  /** Contributions in the window. */
  readonly contributions: number;
  /** In the window before it. */
  readonly before: number;
  /** Change against the window before: 0.5 is half as many more; null where there was nothing. */
  readonly trend: number | null;
  /** Contributions in 24 parts of two years, the oldest first, each a twelfth of a year. */
  readonly parts: readonly number[];
  readonly last90Days: number;
}

const PARTS = 24;

/** Of the year before `until` (seconds). `list` holds all contributions before that. */
export function activityOf(list: readonly Contribution[], until: number): Activity {
  const parts = Array.from({ length: PARTS }, () => 0);
  const from = until - 2 * YEAR;
  let last90Days = 0;
  for (const { time } of list) {
    if (time < from || time >= until) continue;
    const part = Math.min(PARTS - 1, Math.floor((time - from) / ((2 * YEAR) / PARTS)));
    parts[part] = (parts[part] as number) + 1;
    if (time >= until - 90 * DAY) last90Days += 1;
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const [before, contributions] = [sum(parts.slice(0, PARTS / 2)), sum(parts.slice(PARTS / 2))];
  return { contributions, before, trend: before === 0 ? null : (contributions - before) / before, parts, last90Days };
}
