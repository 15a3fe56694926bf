// For whom those work who contribute, quarter by quarter: ours, other organisations, people who stand for none that is known. Numbers of people, never who.
import { type Affiliate, unaffiliated } from "./affiliation.ts";
import { type Contribution, YEAR } from "./contributions.ts";
import { SMALLEST_GROUP } from "./organizations.ts";

/** People in each quarter, the oldest first; null where there were some, but fewer than five. */
export type StreamBand = readonly (number | null)[];

export interface ContributorStream {
  /** Absent where the organisation names neither domains nor people: ours are then among the others. */
  readonly ours?: StreamBand;
  readonly others: StreamBand;
  readonly unaffiliated: StreamBand;
}

/** Two years in quarters. */
export const STREAM_QUARTERS = 8;

const QUARTER = (2 * YEAR) / STREAM_QUARTERS;

/** Of the two years before `until` (seconds). Each person counts once in a quarter, by the last contribution in it; `list` is in the order of time. */
export function streamOf(list: readonly Contribution[], until: number, knowsUs: boolean): ContributorStream {
  const quarters = Array.from({ length: STREAM_QUARTERS }, () => new Map<number, Affiliate>());
  const from = until - 2 * YEAR;
  for (const { person, time, affiliate } of list) {
    if (time >= from && time < until) quarters[Math.floor((time - from) / QUARTER)]?.set(person, affiliate);
  }
  const band = (belongs: (affiliate: Affiliate) => boolean): StreamBand =>
    quarters.map((people) => {
      const count = [...people.values()].filter(belongs).length;
      return count > 0 && count < SMALLEST_GROUP ? null : count;
    });
  return {
    ...(knowsUs ? { ours: band(({ ours }) => ours) } : {}),
    others: band((affiliate) => affiliate !== unaffiliated && !(knowsUs && affiliate.ours)),
    unaffiliated: band((affiliate) => affiliate === unaffiliated),
  };
}
