// A profile among the bands of another year: the figures stay, the levels are those of that year.
import type { BandYear } from "./bands.ts";
import { type DeliveryEntry, type DeliveryMetric } from "./entry.ts";
import { type Pacing, ratePacing } from "./frequency.ts";
import { type Rating, rateShare, rateTime } from "./level.ts";
import { overallLevel } from "./overall.ts";

const MONTHS = 12;
const HALF_YEARS = 2;
/** Reasons that the bands of a year give, and not the data. */
const OF_BANDS: ReadonlySet<string | undefined> = new Set([undefined, "not-separable", "no-levels"]);

/**
 * From 2023 on the reports ask for the recovery from a failed deployment in place of the time to restore: it is taken where it is known. Slow paces are
 * told from the deployments of the year, spread evenly: the weeks behind a figure do not stand in an entry.
 */
export function entryInYear(entry: DeliveryEntry, year: BandYear): DeliveryEntry {
  if (entry.year === year) return entry;
  const { metrics, detail } = entry;
  const { deploymentFrequency: pace, leadTime, timeToRestore, changeFailureRate } = metrics;
  const recovery = year >= 2023 ? detail.recovery : undefined;
  const restored = recovery === undefined ? timeToRestore : { ...timeToRestore, value: recovery };
  const ratings = {
    deploymentFrequency: ratingOf(pace, () => ratePacing(year, pacingOf(entry))),
    leadTime: ratingOf(leadTime, (value) => rateTime(year, "leadTime", value)),
    timeToRestore: ratingOf(restored, (value) => rateTime(year, "timeToRestore", value)),
    changeFailureRate: ratingOf(changeFailureRate, (value) => rateShare(year, value)),
  };
  return {
    ...entry,
    year,
    metrics: {
      deploymentFrequency: rated(pace, ratings.deploymentFrequency),
      leadTime: rated(leadTime, ratings.leadTime),
      timeToRestore: rated(restored, ratings.timeToRestore),
      changeFailureRate: rated(changeFailureRate, ratings.changeFailureRate),
    },
    overall: overallLevel(Object.values(ratings)) ?? null,
  };
}

function ratingOf({ value, reason }: DeliveryMetric, rate: (value: number) => Rating | undefined): Rating | undefined {
  return value === null || !OF_BANDS.has(reason) ? undefined : rate(value);
}

function pacingOf({ metrics, detail }: DeliveryEntry): Pacing {
  const { value, sample } = metrics.deploymentFrequency;
  return {
    ...(value === null ? {} : { perWeek: value }),
    perMonth: detail.deploymentsInYear / MONTHS,
    perHalfYear: detail.deploymentsInYear / HALF_YEARS,
    weeks: 0,
    months: MONTHS,
    deployments: sample,
  };
}

/** Without a rating it says what it said, and has no level of the other year. */
function rated({ reason, levels: _levels, standing: _standing, ...metric }: DeliveryMetric, rating: Rating | undefined): DeliveryMetric {
  if (!rating) return { ...metric, level: null, betweenBands: false, reason: reason ?? "trend-only" };
  const { level, betweenBands, levels } = rating;
  return {
    ...metric,
    level,
    betweenBands,
    ...(level === null ? { reason: "not-separable" as const } : {}),
    ...(levels ? { levels } : {}),
  };
}
