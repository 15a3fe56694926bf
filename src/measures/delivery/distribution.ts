// 2025: the report names no levels, only how the answers are spread. A figure is then told as the share of answers that are worse, and as good.
// Source: a page that copies the report's figures (secondary); shares are rounded there and need not add up to one.
import type { DeliveryKey } from "./bands.ts";

export interface AnswerBucket {
  /** Name in the catalogues of words. */
  readonly id: string;
  readonly share: number;
}

interface TimeBucket extends AnswerBucket {
  /** Seconds; absent for the last one. `below`: the bound itself belongs to the next. */
  readonly worst?: number;
  readonly below?: true;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

function times(shares: readonly number[]): readonly TimeBucket[] {
  const bounds = [
    { id: "hour", worst: HOUR, below: true },
    { id: "day", worst: DAY, below: true },
    { id: "week", worst: 7 * DAY },
    { id: "month", worst: 30 * DAY },
    { id: "half-year", worst: 182.5 * DAY },
    { id: "longer" },
  ] as const;
  return bounds.map((bound, index) => ({ ...bound, share: shares[index] ?? 0 }));
}

/** Answers of 2025, best first. Failure rates were not published. */
export const distribution2025: Readonly<
  Record<Exclude<DeliveryKey, "changeFailureRate" | "deploymentFrequency">, readonly TimeBucket[]>
> & {
  readonly deploymentFrequency: readonly AnswerBucket[];
} = {
  leadTime: times([0.094, 0.15, 0.319, 0.283, 0.132, 0.02]),
  timeToRestore: times([0.213, 0.353, 0.28, 0.094, 0.049, 0.01]),
  deploymentFrequency: [
    { id: "on-demand", share: 0.162 },
    { id: "hourly", share: 0.065 },
    { id: "daily", share: 0.219 },
    { id: "weekly", share: 0.315 },
    { id: "monthly", share: 0.203 },
    { id: "seldom", share: 0.036 },
  ],
};

/** Where a figure stands among the answers: the share that is worse, and the share in the same bucket. */
export interface Standing {
  readonly bucket: string;
  readonly worse: number;
  readonly same: number;
}

/** The standing of a time in seconds. */
export function standingOfTime(key: "leadTime" | "timeToRestore", seconds: number): Standing {
  const buckets = distribution2025[key];
  const at = buckets.findIndex(({ worst, below }) => worst === undefined || seconds < worst || (seconds === worst && below !== true));
  return standingAt(buckets, at);
}

/** The standing by the name of the bucket that a pace falls into. */
export function standingOfPace(bucket: string): Standing | undefined {
  const at = distribution2025.deploymentFrequency.findIndex(({ id }) => id === bucket);
  return at < 0 ? undefined : standingAt(distribution2025.deploymentFrequency, at);
}

function standingAt(buckets: readonly AnswerBucket[], at: number): Standing {
  const worse = buckets.slice(at + 1).reduce((sum, { share }) => sum + share, 0);
  return { bucket: buckets[at]?.id ?? "", worse: Math.round(worse * 1000) / 1000, same: buckets[at]?.share ?? 0 };
}
