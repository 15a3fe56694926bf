// What the next better level takes, in a sentence: the worst bound of its band in the entry's year.
import { fill, formatShare, type Language, wordsOf } from "#look";
import {
  type Band,
  bands,
  type BandYear,
  bandYears,
  type DeliveryEntry,
  type DeliveryKey,
  type Level,
  levels,
  type PaceBand,
} from "#measures";
import { durationText } from "./figures.ts";

/** Undefined where there is no level, or nothing better has a bound. */
export function nextLevelText({ year, metrics }: DeliveryEntry, key: DeliveryKey, language: Language): string | undefined {
  const words = wordsOf(language).delivery;
  const { level } = metrics[key];
  if (level === null) return undefined;
  const known = bandYears.find((one) => one === year);
  if (known === undefined) return undefined;
  const better = levels.slice(0, levels.indexOf(level)).filter((one) => bands[known][key][one] !== undefined);
  if (better.length === 0) return words.next.top;
  const own = boundText(known, key, level, language);
  const next = better.findLast((one) => boundText(known, key, one, language) !== own);
  if (next === undefined) return words.next.notApart;
  const bound = boundText(known, key, next, language);
  return bound === undefined ? undefined : fill(words.next.at, { level: words.level[next], bound }, language);
}

function boundText(year: BandYear, key: DeliveryKey, level: Level, language: Language): string | undefined {
  if (key === "deploymentFrequency") return paceText(bands[year].deploymentFrequency[level], language);
  const band = bands[year][key][level];
  if (band?.worst === undefined) return undefined;
  const words = wordsOf(language).delivery.next;
  if (key === "changeFailureRate") return fill(words.shareMost, { share: formatShare(band.worst, language) }, language);
  return timeText(band, band.worst, language);
}

function timeText({ below }: Band, worst: number, language: Language): string {
  const words = wordsOf(language).delivery.next;
  return fill(below ? words.timeBelow : words.timeMost, { time: durationText(worst, language) }, language);
}

function paceText(band: PaceBand | undefined, language: Language): string | undefined {
  if (band?.worst === undefined) return undefined;
  const words = wordsOf(language).delivery.next;
  return fill(words.pace, { days: band.worst.days, per: words.per[band.worst.per] }, language);
}
