// The seven responsibilities in sentences: what is done for each, what figures and rules show, and what is missing. Text only; report and portal draw it.
import { cultureWords, fill, formatNumber, type Language, localText, officeWords, shorten, type State, wordFor, wordsOf } from "#look";
import { findMeasure, levels, type MeasureValue } from "#measures";
import type { PolicyArea } from "#program";
import type { ScanResult } from "#scan";
import { figureText } from "../shared/figures.ts";
import { cultureOf } from "./culture.ts";
import {
  type Responsibility,
  type ResponsibilityFigure,
  type ResponsibilityId,
  responsibilitiesOf,
  type Standing,
} from "./responsibilities.ts";

const MARKS: Readonly<Record<Standing, State>> = { none: "deny", unmeasured: "unknown", gaps: "warn", runs: "allow" };

export interface ResponsibilityLines {
  readonly id: ResponsibilityId;
  readonly name: string;
  readonly state: State;
  readonly standing: string;
  /** Empty where no activity serves it. */
  readonly activities: readonly { readonly title: string; readonly owner: string }[];
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly rules: string;
  readonly missing: readonly string[];
}

export function responsibilityLines(result: ScanResult, language: Language): readonly ResponsibilityLines[] {
  const words = officeWords(language);
  return responsibilitiesOf(result).map((one) => ({
    id: one.id,
    name: words.responsibility[one.id],
    state: MARKS[one.standing],
    standing: words.standing[one.standing],
    activities: one.activities.map(({ id, title, owner }) => ({
      title: shorten(localText(title, language) ?? id, 120),
      owner: owner === undefined ? words.unowned : shorten(owner, 60),
    })),
    figures: [...figures(one.figures, language), ...(one.id === "R6" ? cultureFigures(result, language) : [])],
    rules: evidence(one, language),
    missing: missing(one, language),
  }));
}

function figures(list: readonly ResponsibilityFigure[], language: Language): ResponsibilityLines["figures"] {
  return list.flatMap(({ measure: id, value }) => {
    const measure = findMeasure(id);
    if (!measure || typeof value?.value !== "number") return [];
    const text = measure.unit === "profile" ? profileText(value, language) : figureText(value, measure, language);
    return [{ name: localText(measure.title, language) ?? id, value: text }];
  });
}

/** What registers show of culture and people; nothing of those that are not there. */
function cultureFigures(result: ScanResult, language: Language): ResponsibilityLines["figures"] {
  const words = cultureWords(language);
  const { trainings, ambassadors, events, recognition, innerSource, missing } = cultureOf(result);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const kept = (register: (typeof missing)[number], name: string, count: number) =>
    missing.includes(register) ? [] : [{ name, value: formatNumber(count, language) }];
  return [
    ...kept("training", words.passed, sum(trainings.map(({ passed }) => passed))),
    ...kept("ambassadors", words.ambassadors, sum(ambassadors.map(({ count }) => count))),
    ...kept("events", words.events, events.length),
    ...kept("recognition", words.recognition, recognition.length),
    ...kept("inner-source", words.innerSource, innerSource.length),
  ];
}

/** How many stand on each level: a profile is no number. */
function profileText({ detail }: MeasureValue, language: Language): string {
  const { level } = wordsOf(language).delivery;
  return levels.flatMap((name) => (typeof detail?.[name] === "number" ? `${level[name]} ${detail[name]}` : [])).join(" · ");
}

function evidence({ rules, denied, toReview }: Responsibility, language: Language): string {
  const words = officeWords(language);
  const { answered, all } = rules;
  return all === 0 ? words.noRules : fill(words.rules, { answered, all, denied, review: toReview }, language);
}

function missing({ missing: gaps }: Responsibility, language: Language): string[] {
  const words = officeWords(language);
  const areas = (list: readonly PolicyArea[]) => list.map((area) => wordFor(wordsOf(language).area, area)).join(", ");
  const names = gaps.measures.map((id) => localText(findMeasure(id)?.title ?? {}, language) ?? id).join(", ");
  const lines = [
    ...gaps.activitiesWithoutOwner.map(({ id, title }) => `${shorten(localText(title, language) ?? id, 120)}: ${words.unowned}`),
    ...(gaps.areasWithoutPolicy.length > 0 ? [fill(words.noPolicy, { areas: areas(gaps.areasWithoutPolicy) }, language)] : []),
    ...(gaps.policiesNotInForce.length > 0 ? [fill(words.notInForce, { areas: areas(gaps.policiesNotInForce) }, language)] : []),
    ...(names === "" ? [] : [fill(words.noFigure, { measures: names }, language)]),
  ];
  return lines.length === 0 ? [words.nothingMissing] : lines;
}
