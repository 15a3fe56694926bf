// Where bands and figures lie on a scale from 0 (best) to 1 (worst): times and paces by their logarithm, shares as they are.
import type { BandMark, BandSegment, Language } from "#look";
import { wordsOf } from "#look";
import {
  type Band,
  bands,
  type BandYear,
  bandYears,
  type DeliveryEntry,
  type DeliveryKey,
  type Level,
  levels,
  type Pace,
  type PaceBand,
} from "#measures";

const MINUTE = 60;
const YEAR = 365 * 86_400;
const LARGEST_SHARE = 0.6;
const MOST_A_YEAR = 7 * 52;
const LEAST_A_YEAR = 1;
const PER_YEAR: Readonly<Record<Pace["per"], number>> = { week: 52, month: 12, "half-year": 2 };

/** The bands of the entry's year; none for 2025, which has no levels. */
export function segmentsOf(entry: DeliveryEntry, key: DeliveryKey, language: Language): BandSegment[] {
  const year = bandYears.find((known) => known === entry.year);
  if (year === undefined) return [];
  const ranges = levels.flatMap((level) => {
    const range = rangeOf(year, key, level);
    return range ? [{ level, ...range }] : [];
  });
  const segments: { whole: number; from: number; to: number; levels: Level[] }[] = [];
  for (const { level, from, to } of ranges) {
    const same = segments.find((segment) => segment.whole === from && segment.to === to);
    // “Less than a day” begins where “less than an hour” ends.
    const begins = Math.max(from, ...segments.map((segment) => (segment.to < to ? segment.to : 0)));
    if (same) same.levels.push(level);
    else segments.push({ whole: from, from: begins, to, levels: [level] });
  }
  return segments.map(({ from, to, levels: shared }) => ({ from, to, tone: toneOf(shared), label: labelOf(shared, language) }));
}

function toneOf([first = "low"]: readonly Level[]): BandSegment["tone"] {
  return (["b1", "b2", "b3", "b4"] as const)[levels.indexOf(first)] ?? "b4";
}

function labelOf(shared: readonly Level[], language: Language): string {
  const words = wordsOf(language).delivery.level;
  return shared.length > 2
    ? `${words[shared[0] ?? "low"]}–${words[shared.at(-1) ?? "low"]}`
    : shared.map((level) => words[level]).join(", ");
}

function rangeOf(year: BandYear, key: DeliveryKey, level: Level): { from: number; to: number } | undefined {
  if (key === "deploymentFrequency") {
    const band = bands[year].deploymentFrequency[level];
    return band && paceRange(band);
  }
  const band = bands[year][key][level];
  return band && (key === "changeFailureRate" ? plainRange(band, shareAt) : plainRange(band, timeAt));
}

function paceRange({ best, worst }: PaceBand): { from: number; to: number } {
  return { from: best ? paceAt(best.days * PER_YEAR[best.per]) : 0, to: worst ? paceAt(worst.days * PER_YEAR[worst.per]) : 1 };
}

function plainRange({ best, worst }: Band, at: (value: number) => number): { from: number; to: number } {
  const [from, to] = [best === undefined ? 0 : at(best), worst === undefined ? 1 : at(worst)];
  // A published point is drawn as a short band around itself.
  return from === to ? { from: Math.max(0, from - 0.01), to: Math.min(1, to + 0.01) } : { from, to };
}

function timeAt(seconds: number): number {
  return inside(Math.log(Math.max(seconds, 1) / MINUTE) / Math.log(YEAR / MINUTE));
}

function shareAt(share: number): number {
  return inside(share / LARGEST_SHARE);
}

function paceAt(perYear: number): number {
  return inside(Math.log(MOST_A_YEAR / Math.max(perYear, LEAST_A_YEAR / 2)) / Math.log(MOST_A_YEAR / LEAST_A_YEAR));
}

function inside(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Where the figure stands; undefined without one. */
export function markOf(entry: DeliveryEntry, key: DeliveryKey): BandMark | undefined {
  const { value, level, levels: shared } = entry.metrics[key];
  if (value === null) return undefined;
  const hollow = entry.estimate || (level === null && shared === undefined);
  if (key === "changeFailureRate") return { at: shareAt(value), hollow };
  if (key !== "deploymentFrequency") return { at: timeAt(value), hollow };
  if (value > 0) return { at: paceAt(value * 52), hollow };
  // Weeks are too short to show it: it stands in the middle of the level that the longer window gives.
  const year = bandYears.find((known) => known === entry.year);
  const range = level === null || year === undefined ? undefined : rangeOf(year, key, level);
  return range && { at: (range.from + range.to) / 2, hollow };
}

/** From the middle change to the one that nine of ten are quicker than; only lead times have one. */
export function spreadOf({ detail }: DeliveryEntry, key: DeliveryKey): BandMark["spread"] | undefined {
  const known = key === "leadTime" ? detail.leadTimeCommitted : undefined;
  return known && { from: timeAt(known.p50), to: timeAt(known.p90) };
}

/** The middle of a level's band: where an answer of people stands. */
export function middleOf(year: DeliveryEntry["year"], key: DeliveryKey, level: Level): number | undefined {
  const known = bandYears.find((one) => one === year);
  const range = known === undefined ? undefined : rangeOf(known, key, level);
  return range && (range.from + range.to) / 2;
}
