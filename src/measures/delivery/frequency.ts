// Deployment frequency: the median number of distinct deployment days in a whole ISO week of the window, empty weeks included. Weeks cannot show what comes once a
// month or in half a year: a second, longer window does. Days are counted, not deployments: ten on one day are one step.
import { localDay, median } from "#kit";
import type { BandYear, Pace } from "./bands.ts";
import { countByBucket, monthOf, type WholeDays, type Window, weekOf, wholeDays, wholeMonths, wholeWeeks } from "./calendar.ts";
import { type Rating, ratePace } from "./level.ts";

/** Fewer whole weeks than this are no basis for a median. */
export const LEAST_WEEKS = 4;
/** Months that have to be seen before “once a month” and “once in half a year” are answered. */
const LEAST_MONTHS = 3;
const HALF_YEAR = 6;

export interface FrequencyInput {
  /** Moments of deployments (production, successful, each run once), in any order. */
  readonly deployments: readonly number[];
  /** The window of the figure, and the longer one for slow paces. */
  readonly window: Window;
  readonly slowWindow: Window;
  /** Since when deployments would have been seen: before it, a week without one says nothing. */
  readonly observedFrom: number;
  readonly zone: string;
}

export interface Pacing {
  /** Median deployment days a week; absent with fewer than four whole weeks. */
  readonly perWeek?: number;
  /** Median deployment days a calendar month, and over six months running; absent where too little was seen. */
  readonly perMonth?: number;
  readonly perHalfYear?: number;
  /** Deployments themselves, in whole weeks, by week. */
  readonly deploymentsPerWeek?: number;
  readonly weeks: number;
  readonly months: number;
  /** Deployments in the window. */
  readonly deployments: number;
}

/** Counts by week, month and half year. */
export function paceOf(input: FrequencyInput): Pacing {
  const days = input.deployments.map((at) => localDay(at, input.zone));
  const distinct = new Set(days);
  const weeks = wholeWeeks(seenDays(input.window, input));
  const months = wholeMonths(seenDays(input.slowWindow, input));
  const byWeek = countByBucket(distinct, weeks, weekOf);
  const byMonth = countByBucket(distinct, months, monthOf);
  const all = countByBucket(days, weeks, weekOf);
  const enough = byWeek.length >= LEAST_WEEKS;
  return {
    ...(enough ? { perWeek: median(byWeek) ?? 0, deploymentsPerWeek: sum(all) / all.length } : {}),
    ...(byMonth.length >= LEAST_MONTHS ? { perMonth: median(byMonth) ?? 0 } : {}),
    ...(byMonth.length >= HALF_YEAR ? { perHalfYear: median(running(byMonth, HALF_YEAR)) ?? 0 } : {}),
    weeks: byWeek.length,
    months: byMonth.length,
    deployments: input.deployments.filter((at) => at >= input.window.from && at < input.window.to).length,
  };
}

/** Whole days of the window on which a deployment would have been seen: the day of the first one counts as a whole. */
function seenDays(window: Window, { observedFrom, zone }: FrequencyInput): WholeDays {
  const days = wholeDays(window, zone);
  return observedFrom > window.from ? { from: Math.max(days.from, localDay(observedFrom, zone)), to: days.to } : days;
}

function running(counts: readonly number[], length: number): number[] {
  return Array.from({ length: counts.length - length + 1 }, (_, index) => sum(counts.slice(index, index + length)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The level of a pace; undefined where what was seen does not reach far enough to tell. */
export function ratePacing(year: BandYear, pacing: Pacing): Rating | undefined {
  let unsure = false;
  const keeps = (pace: Pace): boolean => {
    const kept = keepsPace(pacing, pace);
    unsure ||= kept === undefined;
    return kept === true;
  };
  const rating = ratePace(year, keeps, (pace) => beatsPace(pacing, pace));
  return unsure ? undefined : rating;
}

/** What holds for a week holds for the month and the half year around it. Undefined: not seen for long enough. */
function keepsPace({ perWeek, perMonth, perHalfYear }: Pacing, { days, per }: Pace): boolean | undefined {
  const known = per === "week" ? [perWeek] : per === "month" ? [perWeek, perMonth] : [perWeek, perMonth, perHalfYear];
  if (known.some((value) => value !== undefined && value >= days)) return true;
  return known.at(-1) === undefined ? undefined : false;
}

function beatsPace({ perWeek, perMonth, perHalfYear }: Pacing, { days, per }: Pace): boolean {
  const value = per === "week" ? perWeek : per === "month" ? perMonth : perHalfYear;
  return value !== undefined && value > days;
}

const BUCKETS: readonly (readonly [string, Pace])[] = [
  ["on-demand", { days: 5, per: "week" }],
  ["daily", { days: 1, per: "week" }],
  ["weekly", { days: 1, per: "month" }],
  ["monthly", { days: 1, per: "half-year" }],
];

/** The bucket of 2025's answers that a pace falls into; undefined where too little was seen. On demand is several a day, not only every day. */
export function paceBucket(pacing: Pacing): string | undefined {
  for (const [bucket, pace] of BUCKETS) {
    const kept = keepsPace(pacing, pace);
    if (kept === undefined) return undefined;
    if (kept) return bucket === "on-demand" && (pacing.deploymentsPerWeek ?? 0) < 10 ? "daily" : bucket;
  }
  return "seldom";
}
