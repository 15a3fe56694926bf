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

/** The organisation as a whole: with the answers of hidden subjects only where these are five or more themselves, question by question. */
function wholeOf(bySubject: ReadonlyMap<string, readonly SurveyAnswer[]>, { year }: SurveyOptions): SurveyResult[] {
  const lists = [...bySubject.values()];
  const count = pooled(lists).length;
  if (count < LEAST_ANSWERS) return [];
  return [{ subject: "organization", all: groupOf(count, (question) => pooled(lists.map((list) => givenTo(list, question))), year) }];
}

function resultOf(subject: string, answers: readonly SurveyAnswer[], { year, measured }: SurveyOptions): SurveyResult {
  if (answers.length < LEAST_ANSWERS) return { subject };
  const entry = measured(subject);
  const roles = rolesIn(answers);
  // A question is told by role only where it can be of each: else the rest would be what one role said.
  const told = surveyQuestionIds.filter((question) => roles.every(({ list }) => givenTo(list, question).length >= LEAST_ANSWERS));
  const byRole = Object.fromEntries(
    roles.map(({ role, list }) => [
      role,
      groupOf(list.length, (question) => (told.includes(question) ? givenTo(list, question) : []), year, entry),
    ]),
  );
  return {
    subject,
    all: groupOf(answers.length, (question) => givenTo(answers, question), year, entry),
    ...(areApart(roles) ? { byRole } : {}),
    examples: answers.map(({ example }) => example).sort(compareText),
  };
}

function givenTo(answers: readonly SurveyAnswer[], question: SurveyQuestion): string[] {
  return answers.flatMap(({ said }) => said[question] ?? []);
}

/** `given`: what was answered to a question; fewer than five answers are none. */
function groupOf(
  answers: number,
  given: (question: SurveyQuestion) => readonly string[],
  year: BandYear,
  entry?: DeliveryEntry,
): SurveyGroup {
  const said = surveyQuestionIds.flatMap((question) => {
    const list = given(question);
    const counts = surveyQuestions[question].map((id) => [id, list.filter((one) => one === id).length] as const);
    return list.length < LEAST_ANSWERS ? [] : [[question, Object.fromEntries(counts)] as const];
  });
  const middle = Object.fromEntries(deliveryKeys.map((key) => [key, middleLevel(given(key), key, year)])) as Record<
    DeliveryKey,
    Level | null
  >;
  const gaps = deliveryKeys.flatMap((key) => {
    const gap = gapOf(entry?.metrics[key].level ?? null, middle[key]);
    return gap === undefined ? [] : [[key, gap] as const];
  });
  return { answers, said: Object.fromEntries(said), levels: middle, gaps: Object.fromEntries(gaps) };
}

/** The level of the middle answer, of two the better; null where fewer than five know, or the bands do not tell levels apart there. */
function middleLevel(answers: readonly string[], key: DeliveryKey, year: BandYear): Level | null {
  if (answers.length < LEAST_ANSWERS) return null;
  const order: readonly string[] = surveyQuestions[key];
  const given = order[lowerMedian(answers.map((one) => order.indexOf(one))) ?? -1];
  return given === undefined ? null : saidLevel(year, key, given);
}

function gapOf(measured: Level | null, said: Level | null): number | undefined {
  return measured === null || said === null ? undefined : levels.indexOf(said) - levels.indexOf(measured);
}
