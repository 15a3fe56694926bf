// Answers on record (`allmend survey import`): kind `answer`, without anybody's name.
import type { DeliveryRecord } from "../deliveries/index.ts";
import type { CultureQuestion } from "./culture.ts";
import { type Questionnaire, questionnaires, type SurveyAnswer } from "./questionnaires.ts";
import { SURVEY, type SurveyRole, surveyRoles } from "./questions.ts";

/** Kind of the records that hold answers: they appear in no result, only what is added up from them. */
export const ANSWER = "answer";

const YEAR = 365 * 86_400_000;

export function answersOnRecord(records: readonly DeliveryRecord[]): SurveyAnswer[] {
  return answersTo(questionnaires.delivery, records);
}

/** Answers on culture of the 365 days before `now` (ISO 8601). */
export function cultureAnswersOnRecord(records: readonly DeliveryRecord[], now: string): SurveyAnswer<CultureQuestion>[] {
  const [from, to] = [new Date(Date.parse(now) - YEAR).toISOString().slice(0, 10), now.slice(0, 10)];
  const recent = records.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to);
  return answersTo(questionnaires.culture, recent).map((answer) => ({ ...answer, survey: questionnaires.culture.survey }));
}

/** Ids of all answers, whatever they answer. */
export function answeredIds(records: readonly DeliveryRecord[]): Set<string> {
  return new Set(records.flatMap(({ kind, id }) => (kind === ANSWER && id !== undefined ? [id] : [])));
}

function answersTo<Question extends string>(
  { survey, questions }: Questionnaire<Question>,
  records: readonly DeliveryRecord[],
): SurveyAnswer<Question>[] {
  const answers = new Map<string, SurveyAnswer<Question>>();
  for (const { kind, id, subject, data } of records) {
    const role = surveyRoles.find((known) => known === data.role);
    if (kind !== ANSWER || data.survey !== survey || id === undefined || subject === undefined || role === undefined) continue;
    const example = typeof data.example === "string" ? data.example : "";
    answers.set(id, { id, about: subject, role, said: saidIn(data, questions), example });
  }
  return [...answers.values()];
}

function saidIn<Question extends string>(
  data: Readonly<Record<string, unknown>>,
  questions: Questionnaire<Question>["questions"],
): Partial<Record<Question, string>> {
  const known = Object.entries<readonly string[]>(questions).flatMap(([question, answers]) => {
    const given = data[question];
    return typeof given === "string" && answers.includes(given) ? [[question, given] as const] : [];
  });
  return Object.fromEntries(known) as Partial<Record<Question, string>>;
}

/** What goes on record of an answer. */
export function answerData({ survey = SURVEY, role, said, example }: SurveyAnswer<string>): Readonly<Record<string, unknown>> & {
  readonly role: SurveyRole;
} {
  return { survey, role, ...said, example };
}
