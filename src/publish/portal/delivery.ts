// Delivery of each product as a page: four keys among the bands of a year, what people say beside what was measured, what the next level takes, and how it went over time.
import type { BandMark, BandSegment, Language } from "#look";
import { formatDate, localText, wordFor, wordsOf } from "#look";
import { bands, bandYears, type DeliveryEntry, type DeliveryKey, deliveryKeys, type Level, type SurveyResult } from "#measures";
import type { Organization } from "#program";
import { levelText, openText, overallText, sampleText, subjectName, valueText } from "../delivery/figures.ts";
import { nextLevelText } from "../delivery/next-level.ts";
import { markOf, middleOf, segmentsOf, spreadOf } from "../delivery/scales.ts";

export interface KeyLine {
  readonly key: DeliveryKey;
  readonly name: string;
  readonly value: string;
  readonly level: string;
  readonly sample: string;
  readonly next?: string;
  readonly segments: readonly BandSegment[];
  readonly mark?: BandMark;
  /** What those who do the work believe: only of five or more of them. */
  readonly said?: { readonly text: string; readonly at: number };
  /** Values of the results before, the oldest first; null where there was none. */
  readonly trend: readonly { readonly at: string; readonly date: string; readonly value: number | null; readonly text: string }[];
}

export interface DeliveryProfile {
  readonly subject: string;
  readonly name: string;
  readonly source: string;
  readonly estimate: boolean;
  readonly overall: string;
  readonly level?: Level;
  readonly open?: string;
  readonly keys: readonly KeyLine[];
}

export interface DeliveryPage {
  readonly year: number | null;
  /** Whose bands they are, and whether they were read in the report itself. */
  readonly bands?: { readonly source: string; readonly primary: boolean };
  readonly profiles: readonly DeliveryProfile[];
}

/** Entries of a result of before. */
export interface PastDelivery {
  readonly at: string;
  readonly entries: readonly DeliveryEntry[];
}

export interface DeliveryInput {
  readonly entries: readonly DeliveryEntry[];
  readonly past: readonly PastDelivery[];
  readonly surveys: readonly SurveyResult[];
  readonly organization: Pick<Organization, "products">;
  readonly language: Language;
}

export function deliveryPage(input: DeliveryInput): DeliveryPage {
  const { entries } = input;
  const year = entries[0]?.year ?? null;
  const known = bandYears.find((one) => one === year);
  return {
    year,
    ...(known === undefined ? {} : { bands: { source: bands[known].source, primary: bands[known].primary } }),
    profiles: entries.map((entry) => profileOf(entry, input)),
  };
}

function profileOf(entry: DeliveryEntry, input: DeliveryInput): DeliveryProfile {
  const { language, organization } = input;
  const id = subjectName(entry.subject);
  const product = entry.subject.startsWith("product:") ? organization.products.find((one) => one.id === id) : undefined;
  const open = openText(entry, language);
  return {
    subject: entry.subject,
    name: localText(product?.name, language) ?? id,
    source: wordFor(wordsOf(language).delivery.source, entry.source),
    estimate: entry.estimate,
    overall: overallText(entry, language),
    ...(entry.overall === null ? {} : { level: entry.overall }),
    ...(open === "" ? {} : { open }),
    keys: deliveryKeys.map((key) => keyLine(entry, key, input)),
  };
}

function keyLine(entry: DeliveryEntry, key: DeliveryKey, { past, surveys, language }: DeliveryInput): KeyLine {
  const mark = markOf(entry, key);
  const spread = spreadOf(entry, key);
  const next = nextLevelText(entry, key, language);
  const said = saidOf(entry, key, surveys, language);
  return {
    key,
    name: wordsOf(language).delivery.key[key],
    value: valueText(entry, key, language),
    level: levelText(entry.metrics[key], language),
    sample: sampleText(entry, key, language),
    ...(next === undefined ? {} : { next }),
    segments: segmentsOf(entry, key, language),
    ...(mark === undefined ? {} : { mark: spread ? { ...mark, spread } : mark }),
    ...(said ? { said } : {}),
    trend: past.flatMap(({ at, entries }) => {
      const before = entries.find(({ subject }) => subject === entry.subject);
      return before
        ? [{ at, date: formatDate(at, language), value: before.metrics[key].value, text: valueText(before, key, language) }]
        : [];
    }),
  };
}

function saidOf(entry: DeliveryEntry, key: DeliveryKey, surveys: readonly SurveyResult[], language: Language): KeyLine["said"] {
  const level = surveys.find(({ subject }) => subject === entry.subject)?.all?.levels[key];
  if (level === undefined || level === null) return undefined;
  const at = middleOf(entry.year, key, level);
  const words = wordsOf(language).delivery;
  return at === undefined ? undefined : { text: words.said.replace("{level}", words.level[level]), at };
}
