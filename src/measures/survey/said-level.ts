// The level that an answer stands for: an answer is a range, and gets the level of its worse end, as a figure in a gap does.
import { type BandYear, type DeliveryKey, type Level, type Pace } from "../delivery/index.ts";
import { ratePace, rateShare, rateTime } from "../delivery/level.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** A moment inside of each answer, near its worse end; seconds. */
const TIMES: Readonly<Record<string, number>> = {
  hour: HOUR - 1,
  day: DAY - 1,
  week: 7 * DAY,
  month: 30 * DAY,
  "half-year": 182.5 * DAY,
  longer: 400 * DAY,
};
const SHARES: Readonly<Record<string, number>> = { "0-15": 0.15, "16-30": 0.3, "31-45": 0.45, "46-60": 0.6, "61-75": 0.75, "76-100": 1 };
/** Deployment days a year. */
const PACES: Readonly<Record<string, number>> = { "on-demand": 260, hourly: 260, daily: 52, weekly: 12, monthly: 2, seldom: 1 };
const PER_YEAR: Readonly<Record<Pace["per"], number>> = { week: 52, month: 12, "half-year": 2 };

/** Null where the year's bands do not tell levels apart at this answer, and for what is no answer. */
export function saidLevel(year: BandYear, key: DeliveryKey, given: string): Level | null {
  if (key === "deploymentFrequency") {
    const pace = PACES[given];
    if (pace === undefined) return null;
    const yearly = ({ days, per }: Pace) => days * PER_YEAR[per];
    return ratePace(
      year,
      (bound) => pace >= yearly(bound),
      (bound) => pace > yearly(bound),
    ).level;
  }
  const value = key === "changeFailureRate" ? SHARES[given] : TIMES[given];
  if (value === undefined) return null;
  return key === "changeFailureRate" ? rateShare(year, value).level : rateTime(year, key, value).level;
}
