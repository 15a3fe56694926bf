// Answers on culture added up: mean agreement in points, nothing about fewer than five people, and per statement nothing that could be worked out by taking one figure from another.
import { agreement, type Agreement, type CultureQuestion, cultureQuestionIds, type SurveyAnswer, type SurveyRole } from "#facts";
import { compareText } from "#kit";
import { areApart, LEAST_ANSWERS, pooled, rolesIn } from "./groups.ts";

type Answer = SurveyAnswer<CultureQuestion>;

export interface CultureGroup {
  readonly answers: number;
  /** Mean of the statements, 0 to 100; null where one of them has no figure. */
  readonly index: number | null;
  /** Mean agreement by statement, 0 to 100; absent where fewer than five answered it. */
  readonly agreement: Readonly<Partial<Record<CultureQuestion, number>>>;
}

export interface CultureResult {
  /** `team:ID`, or `organization`: all together, with those who answered for the organisation as a whole. */
  readonly subject: string;
  /** Absent with fewer than five answers. */
  readonly all?: CultureGroup;
  /** Of teams; only where every role that answered has five answers or more. */
  readonly byRole?: Readonly<Partial<Record<SurveyRole, CultureGroup>>>;
  /** Without order and role; only with `all`, of what the subject itself was answered about. */
  readonly examples?: readonly string[];
}

/** Teams by id, then the organisation. Empty without an answer. */
export function cultureResults(answers: readonly Answer[]): CultureResult[] {
  if (answers.length === 0) return [];
  const bySubject = Map.groupBy(answers, ({ about }) => about);
  const teams = [...bySubject].filter(([subject]) => subject !== WHOLE).sort(([a], [b]) => compareText(a, b));
  return [...teams.map(([subject, list]) => teamResult(subject, list)), wholeResult(bySubject)];
}

const WHOLE = "organization";

function teamResult(subject: string, answers: readonly Answer[]): CultureResult {
  if (answers.length < LEAST_ANSWERS) return { subject };
  const roles = rolesIn(answers);
  // A statement is told by role only where it can be of each: else the rest would be what one role said.
  const told = cultureQuestionIds.filter((question) => roles.every(({ list }) => pointsOf(list, question).length >= LEAST_ANSWERS));
  const byRole = Object.fromEntries(
    roles.map(({ role, list }) => [role, groupOf(list.length, (question) => (told.includes(question) ? pointsOf(list, question) : []))]),
  );
  return {
    subject,
    all: groupOf(answers.length, (question) => pointsOf(answers, question)),
    ...(areApart(roles) ? { byRole } : {}),
    ...examplesOf(answers),
  };
}

function wholeResult(bySubject: ReadonlyMap<string, readonly Answer[]>): CultureResult {
  const lists = [...bySubject.values()];
  const count = pooled(lists).length;
  if (count < LEAST_ANSWERS) return { subject: WHOLE };
  const own = bySubject.get(WHOLE) ?? [];
  return {
    subject: WHOLE,
    all: groupOf(count, (question) => pooled(lists.map((list) => pointsOf(list, question)))),
    ...(own.length < LEAST_ANSWERS ? {} : examplesOf(own)),
  };
}

function pointsOf(answers: readonly Answer[], question: CultureQuestion): number[] {
  return answers.flatMap(({ said }) => {
    const given = said[question];
    return given === undefined ? [] : [agreement[given as Agreement]];
  });
}

function groupOf(answers: number, points: (question: CultureQuestion) => readonly number[]): CultureGroup {
  const means = cultureQuestionIds.flatMap((question) => {
    const given = points(question);
    return given.length < LEAST_ANSWERS ? [] : [[question, mean(given)] as const];
  });
  const index = means.length < cultureQuestionIds.length ? null : mean(means.map(([, value]) => value));
  return { answers, index, agreement: Object.fromEntries(means) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function examplesOf(answers: readonly Answer[]): Pick<CultureResult, "examples"> {
  const given = answers.flatMap(({ example }) => (example === "" ? [] : [example]));
  return given.length === 0 ? {} : { examples: given.sort(compareText) };
}
