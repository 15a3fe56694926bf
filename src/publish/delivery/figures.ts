// How figures of delivery are written: values with their unit, levels with what limits them. Text only; HTML and terminal use the same.
import { fill, formatShare, type Language, shorten, wordFor, wordsOf } from "#look";
import type { DeliveryEntry, DeliveryKey, DeliveryMetric, FlaggedRelease, Level } from "#measures";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Below so many deployments a share is written as counts. */
const LEAST_FOR_SHARE = 10;

/** `40 min`, `5 h`, `3.2 days`. */
export function durationText(seconds: number, language: Language): string {
  const words = wordsOf(language).delivery;
  const [text, value] =
    seconds < HOUR ? [words.minutes, seconds / 60] : seconds < 2 * DAY ? [words.hours, seconds / HOUR] : [words.days, seconds / DAY];
  return fill(text, { value: rounded(value) }, language);
}

function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

export function valueText(entry: DeliveryEntry, key: DeliveryKey, language: Language): string {
  const words = wordsOf(language).delivery;
  const metric = entry.metrics[key];
  if (metric.value === null) return "–";
  if (key === "leadTime" || key === "timeToRestore") return durationText(metric.value, language);
  if (key === "deploymentFrequency") {
    // In most weeks there is none: weeks are too short to show it.
    if (metric.value === 0) return fill(words.perYear, { count: entry.detail.deploymentsInYear }, language);
    const value = rounded(metric.value);
    return fill(words.perWeek, { value, count: Math.ceil(value) === 1 ? 1 : 2 }, language);
  }
  const counts = fill(words.failedOf, { failed: entry.detail.failed ?? 0, all: metric.sample }, language);
  return metric.sample < LEAST_FOR_SHARE ? counts : `${formatShare(metric.value, language)} (${counts})`;
}

/** The level with what limits it, or why there is none. */
export function levelText(metric: DeliveryMetric, language: Language): string {
  const words = wordsOf(language).delivery;
  const shared = (metric.levels ?? []).map((level) => words.level[level]).join(", ");
  if (metric.standing) {
    const { worse, same } = metric.standing;
    return fill(words.standing, { worse: formatShare(worse, language), same: formatShare(same, language) }, language);
  }
  if (metric.level === null) {
    return metric.reason === "not-separable"
      ? fill(words.notSeparable, { levels: shared }, language)
      : wordFor(words.reason, metric.reason ?? "no-levels");
  }
  const notes = [metric.betweenBands ? words.between : "", shared === "" ? "" : fill(words.alike, { levels: shared }, language)].filter(
    (note) => note !== "",
  );
  return [words.level[metric.level], ...notes].join(", ");
}

export function sampleText({ metrics, detail }: DeliveryEntry, key: DeliveryKey, language: Language): string {
  const words = wordsOf(language).delivery;
  // A figure of a year rests on the deployments of a year.
  const isOfYear = key === "deploymentFrequency" && metrics[key].value === 0;
  const { sample, days } = isOfYear ? { sample: detail.deploymentsInYear, days: 365 } : metrics[key];
  return `${fill(words.sample[key], { count: sample }, language)}, ${fill(words.overDays, { days }, language)}`;
}

export function overallText({ overall }: DeliveryEntry, language: Language): string {
  const words = wordsOf(language).delivery;
  return overall === null ? words.noOverall : fill(words.overall, { level: words.level[overall] }, language);
}

export function openText({ detail }: DeliveryEntry, language: Language): string {
  const { openIncidents } = detail;
  if (openIncidents.length === 0) return "";
  const age = durationText(Math.max(...openIncidents.map((incident) => incident.age)), language);
  return fill(wordsOf(language).delivery.open, { count: openIncidents.length, age }, language);
}

/** How many entries have each level of a key, and how many none. */
export function countLevels(entries: readonly DeliveryEntry[], key: DeliveryKey): Readonly<Record<Level | "none", number>> {
  const counts = { elite: 0, high: 0, medium: 0, low: 0, none: 0 };
  for (const { metrics } of entries) counts[metrics[key].level ?? "none"] += 1;
  return counts;
}

/** `product:claims` is `claims`. */
export function subjectName(subject: string): string {
  return subject.slice(subject.indexOf(":") + 1);
}

export interface FlaggedLines {
  readonly title: string;
  readonly lines: readonly string[];
  /** Not listed, because there are so many. */
  readonly more: number;
}

/** Releases that signs hold to have failed and nobody has judged, then those that people judged; the newest of each. */
export function flaggedLines({ detail }: DeliveryEntry, most: number, language: Language): readonly FlaggedLines[] {
  const words = wordsOf(language).delivery;
  const [open, judged] = [[] as FlaggedRelease[], [] as FlaggedRelease[]];
  for (const flagged of detail.flagged ?? []) (flagged.judged === undefined ? open : judged).push(flagged);
  const told = (list: readonly FlaggedRelease[], title: string): FlaggedLines[] =>
    list.length === 0
      ? []
      : [{ title, lines: list.slice(-most).map((flagged) => flaggedLine(flagged, language)), more: Math.max(0, list.length - most) }];
  return [...told(open, fill(words.flaggedTitle, { count: open.length }, language)), ...told(judged, words.judgedTitle)];
}

function flaggedLine({ release, mendedBy, sign, judged }: FlaggedRelease, language: Language): string {
  const words = wordsOf(language).delivery;
  const said = { release: shorten(release, 120), sign: wordFor(words.sign, sign) };
  const mended = mendedBy === undefined ? undefined : shorten(mendedBy.slice(mendedBy.lastIndexOf("@") + 1), 80);
  const line = mended === undefined ? fill(words.flaggedAlone, said, language) : fill(words.flagged, { ...said, mended }, language);
  return judged === undefined ? line : `${line}: ${wordFor(words.judged, judged)}`;
}
