// Deployment frequency as Apache DevLake's dashboard has it (grafana/dashboards/DORA.json): days in UTC, at most 400 of them, weeks and months cut by the window's edges
// counted as whole ones, lower medians.
import { localDay } from "#kit";
import { monthOf, type Window, weekOf } from "../calendar.ts";
import type { Level } from "../bands.ts";
import { lowerMedian } from "../statistics.ts";

export interface DevlakePace {
  readonly perWeek: number | undefined;
  readonly perMonth: number | undefined;
  readonly perHalfYear: number | undefined;
}

const DAY = 86_400_000;
const MOST_DAYS = 400;

export function devlakePace(deployments: readonly number[], window: Window): DevlakePace {
  const days = calendarDays(window);
  const deployed = new Set(deployments.map((at) => localDay(at, "UTC")));
  const byWeek = counted(days, weekOf, deployed);
  const byMonth = counted(days, monthOf, deployed);
  return {
    perWeek: lowerMedian([...byWeek.values()]),
    perMonth: lowerMedian([...byMonth.values()]),
    perHalfYear: halfYears([...byMonth].sort(([a], [b]) => a - b)),
  };
}

/** Days backwards from the window's end, as long as the moment so many days before it lies after the window's beginning. */
function calendarDays({ from, to }: Window): number[] {
  const days: number[] = [];
  for (let back = 0; back < MOST_DAYS && to - back * DAY > from; back += 1) days.push(localDay(to - back * DAY, "UTC"));
  return days;
}

function counted(days: readonly number[], bucketOf: (day: number) => number, deployed: ReadonlySet<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(bucketOf(day), (counts.get(bucketOf(day)) ?? 0) + (deployed.has(day) ? 1 : 0));
  return counts;
}

/** Sums over six months running, of which every sixth counts, backwards in each span of six years; of these the upper median. */
function halfYears(months: readonly (readonly [number, number])[]): number | undefined {
  const sums = months.map(([month], index) => ({
    month,
    sum: months.slice(Math.max(0, index - 5), index + 1).reduce((total, [, count]) => total + count, 0),
  }));
  const spans = new Map<number, number>();
  const taken: number[] = [];
  for (const { month, sum } of sums.toReversed()) {
    const span = Math.floor(Math.floor(month / 12) / 6);
    const number = (spans.get(span) ?? 0) + 1;
    spans.set(span, number);
    if (number % 6 === 1) taken.push(sum);
  }
  const sorted = taken.sort((a, b) => a - b);
  return sorted.find(
    (value, index) => sorted.length === 1 || sorted.indexOf(value) / (sorted.length - 1) >= 0.5 || index === sorted.length - 1,
  );
}

/** By DevLake's own cut points. */
export function devlakePaceLevel(year: 2021 | 2023, { perWeek = 0, perMonth = 0, perHalfYear = 0 }: DevlakePace): Level {
  if (perWeek >= 5) return "elite";
  if (year === 2023) return perWeek >= 1 ? "high" : perMonth >= 1 ? "medium" : "low";
  return perMonth >= 1 ? "high" : perHalfYear >= 1 ? "medium" : "low";
}
