// From a figure to a level: total, so that every figure has an answer. A figure in a gap between published bands gets the best level whose worst bound it does
// not exceed, and says that it stands between bands. No level is averaged or guessed.
import { type Band, type BandYear, bands, type Level, levels, type Pace, type PaceBand } from "./bands.ts";

export interface Rating {
  /** Null where the year cannot tell levels apart: see `levels`. */
  readonly level: Level | null;
  /** It lies in no published band of its level. */
  readonly betweenBands: boolean;
  /** Levels that the published bands do not tell apart at this figure, the best first; at least two. */
  readonly levels?: readonly Level[];
}

type TimeKey = "leadTime" | "timeToRestore";

/** The level of a time in seconds. Nothing is worse than low: the last level of the year takes the rest. */
export function rateTime(year: BandYear, key: TimeKey, seconds: number): Rating {
  return rated(
    bands[year][key],
    (band) => reaches(band, seconds),
    (band) => contains(band, seconds),
    sameBand,
  );
}

/** The level of a failure rate as a share. In 2021 anything above 15 % is high, medium or low: the bands are one. */
export function rateShare(year: BandYear, share: number): Rating {
  const { changeFailureRate, notSeparable = [] } = bands[year];
  const rating = rated(
    changeFailureRate,
    (band) => reaches(band, share),
    (band) => contains(band, share),
    sameBand,
  );
  if (rating.level === null || !notSeparable.includes(rating.level)) return rating;
  return { level: null, betweenBands: rating.betweenBands, levels: notSeparable };
}

/** Whether deployments come at least as often as this pace. */
export type KeepsPace = (pace: Pace) => boolean;
/** Whether they come more often than this pace. */
export type BeatsPace = (pace: Pace) => boolean;

export function ratePace(year: BandYear, keeps: KeepsPace, beats: BeatsPace): Rating {
  return rated(
    bands[year].deploymentFrequency,
    (band) => band.worst === undefined || keeps(band.worst),
    // Where “on demand” ends, nothing lies between it and a band that begins there.
    (band) => (band.worst === undefined || keeps(band.worst)) && (band.best === undefined || !beats(band.best)),
    (a, b) => samePace(a.best, b.best) && samePace(a.worst, b.worst),
  );
}

function rated<T extends Band | PaceBand>(
  byLevel: Readonly<Partial<Record<Level, T>>>,
  isReached: (band: T) => boolean,
  isIn: (band: T) => boolean,
  isSame: (a: T, b: T) => boolean,
): Rating {
  const there = levels.flatMap((level) => {
    const band = byLevel[level];
    return band ? [{ level, band }] : [];
  });
  const found = there.find(({ band }) => isReached(band)) ?? there.at(-1);
  if (!found) return { level: null, betweenBands: false };
  const alike = there.filter(({ band }) => isSame(band, found.band)).map(({ level }) => level);
  return { level: found.level, betweenBands: !isIn(found.band), ...(alike.length > 1 ? { levels: alike } : {}) };
}

function reaches(band: Band, value: number): boolean {
  return band.worst === undefined || value < band.worst || (value === band.worst && band.below !== true);
}

function contains(band: Band, value: number): boolean {
  return reaches(band, value) && (band.best === undefined || value >= band.best);
}

function sameBand(a: Band, b: Band): boolean {
  return a.best === b.best && a.worst === b.worst && a.below === b.below;
}

function samePace(a: Pace | undefined, b: Pace | undefined): boolean {
  return a?.days === b?.days && a?.per === b?.per;
}
