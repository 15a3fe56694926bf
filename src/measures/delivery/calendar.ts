// Days, ISO weeks and months in the organisation's time zone. A window is half open, [from, to); only what lies in it as a whole counts.
import { localDay } from "#kit";

export interface Window {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Whole days of a window: numbers of days since 1970-01-01 in the zone, [from, to). */
export interface WholeDays {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
/** Days that lie in the window from their first to their last moment. */
export function wholeDays({ from, to }: Window, zone: string): WholeDays {
  const first = localDay(from, zone);
  const begins = localDay(from - 1, zone) !== first;
  return { from: begins ? first : first + 1, to: localDay(to, zone) };
}

/** The ISO week (Monday to Sunday) of a day, counted from the week of 1970-01-01. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The month of a day: year × 12 + month. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Weeks that lie wholly in these days, [first, end). */
export function wholeWeeks(days: WholeDays): readonly [number, number] {
  return [Math.ceil((days.from + 3) / 7), Math.floor((days.to + 3) / 7)];
}

/** Calendar months that lie wholly in these days, [first, end). */
export function wholeMonths(days: WholeDays): readonly [number, number] {
  const first = monthOf(days.from);
  const begins = monthOf(days.from - 1) !== first;
  return [begins ? first : first + 1, monthOf(days.to)];
}

/** How many of these days fall into each bucket from `first` to before `end`, empty buckets included. */
export function countByBucket(
  days: Iterable<number>,
  [first, end]: readonly [number, number],
  bucketOf: (day: number) => number,
): number[] {
  const counts: number[] = Array.from({ length: Math.max(0, end - first) }, () => 0);
  for (const day of days) {
    const at = bucketOf(day) - first;
    if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
