// Answers added up: nothing about fewer than five people, and no figure from which that of fewer than five could be worked out by taking one from another.
import { type SurveyAnswer, type SurveyQuestion, type SurveyRole, surveyQuestionIds, surveyQuestions } from "#facts";
import { compareText } from "#kit";
import { type BandYear, type DeliveryEntry, type DeliveryKey, deliveryKeys, type Level, levels } from "../delivery/index.ts";
import { lowerMedian } from "../delivery/statistics.ts";
import { areApart, LEAST_ANSWERS, pooled, rolesIn } from "./groups.ts";
import { saidLevel } from "./said-level.ts";

export interface SurveyGroup {
  readonly answers: number;
  /** How many gave which answer, in the order of the answers; absent where fewer than five answered that question. */
  readonly said: Readonly<Partial<Record<SurveyQuestion, Readonly<Record<string, number>>>>>;
  /** The level that the middle answer stands for, by key; null where it cannot be told. */
  readonly levels: Readonly<Record<DeliveryKey, Level | null>>;
  /** Measured level minus said level, in steps: positive means better than believed. Only where both are known. */
  readonly gaps: Readonly<Partial<Record<DeliveryKey, number>>>;
}

export interface SurveyResult {
  /** `product:ID`, `repository:ID`, `team:ID`, or `organization`. */
  readonly subject: string;
  /** Absent with fewer than five answers. */
  readonly all?: SurveyGroup;
  /** Only where every role that answered has five answers or more. */
  readonly byRole?: Readonly<Partial<Record<SurveyRole, SurveyGroup>>>;
  /** Without order and role; only with `all`. */
  readonly examples?: readonly string[];
}

export interface SurveyOptions {
  readonly year: BandYear;
  /** The measured entry that belongs to a subject. */
  readonly measured: (subject: string) => DeliveryEntry | undefined;
}

export function surveyResults(answers: readonly SurveyAnswer[], options: SurveyOptions): SurveyResult[] {
  const bySubject = Map.groupBy(answers, ({ about }) => about);
  const subjects = [...bySubject].sort(([a], [b]) => compareText(a, b)).map(([subject, list]) => resultOf(subject, list, options));
  return bySubject.size < 2 ? subjects : [...subjects, ...wholeOf(bySubject, options)];
}

/** The organisation as a whole: with the answers of hidden subjects only where these are five or more themselves. */
function wholeOf(bySubject: ReadonlyMap<string, readonly SurveyAnswer[]>, { year }: SurveyOptions): SurveyResult[] {
  const counted = pooled([...bySubject.values()]);
  return counted.length < LEAST_ANSWERS ? [] : [{ subject: "organization", all: groupOf(counted, year, undefined) }];
}

function resultOf(subject: string, answers: readonly SurveyAnswer[], { year, measured }: SurveyOptions): SurveyResult {
  if (answers.length < LEAST_ANSWERS) return { subject };
  const entry = measured(subject);
  const roles = rolesIn(answers);
  const byRole = Object.fromEntries(roles.map(({ role, list }) => [role, groupOf(list, year, entry)]));
  return {
    subject,
    all: groupOf(answers, year, entry),
    ...(areApart(roles) ? { byRole } : {}),
    examples: answers.map(({ example }) => example).sort(compareText),
  };
}

function groupOf(answers: readonly SurveyAnswer[], year: BandYear, entry: DeliveryEntry | undefined): SurveyGroup {
  const said = surveyQuestionIds.flatMap((question) => {
    const given = answers.flatMap((answer) => answer.said[question] ?? []);
    const counts = surveyQuestions[question].map((id) => [id, given.filter((one) => one === id).length] as const);
    return given.length < LEAST_ANSWERS ? [] : [[question, Object.fromEntries(counts)] as const];
  });
  const middle = Object.fromEntries(deliveryKeys.map((key) => [key, middleLevel(answers, key, year)])) as Record<DeliveryKey, Level | null>;
  const gaps = deliveryKeys.flatMap((key) => {
    const gap = gapOf(entry?.metrics[key].level ?? null, middle[key]);
    return gap === undefined ? [] : [[key, gap] as const];
  });
  return { answers: answers.length, said: Object.fromEntries(said), levels: middle, gaps: Object.fromEntries(gaps) };
}

/** The level of the middle answer, of two the better; null where fewer than five know, or the bands do not tell levels apart there. */
function middleLevel(answers: readonly SurveyAnswer[], key: DeliveryKey, year: BandYear): Level | null {
  const order: readonly string[] = surveyQuestions[key];
  const places = answers.flatMap((answer) => answer.said[key] ?? []).map((given) => order.indexOf(given));
  if (places.length < LEAST_ANSWERS) return null;
  const given = order[lowerMedian(places) ?? -1];
  return given === undefined ? null : saidLevel(year, key, given);
}

function gapOf(measured: Level | null, said: Level | null): number | undefined {
  return measured === null || said === null ? undefined : levels.indexOf(said) - levels.indexOf(measured);
}
