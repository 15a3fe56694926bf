// Answers on record (`allmend survey import`): kind `answer`, without anybody's name.
import type { DeliveryRecord } from "../deliveries/index.ts";
import {
  SURVEY,
  type SurveyAnswer,
  type SurveyQuestion,
  type SurveyRole,
  surveyQuestionIds,
  surveyQuestions,
  surveyRoles,
} from "./questions.ts";

/** Kind of the records that hold answers: they appear in no result, only what is added up from them. */
export const ANSWER = "answer";

export function answersOnRecord(records: readonly DeliveryRecord[]): SurveyAnswer[] {
  const answers = new Map<string, SurveyAnswer>();
  for (const { kind, id, subject, data } of records) {
    const role = surveyRoles.find((known) => known === data.role);
    if (kind !== ANSWER || data.survey !== SURVEY || id === undefined || subject === undefined || role === undefined) continue;
    answers.set(id, { id, about: subject, role, said: saidIn(data), example: typeof data.example === "string" ? data.example : "" });
  }
  return [...answers.values()];
}

function saidIn(data: Readonly<Record<string, unknown>>): Partial<Record<SurveyQuestion, string>> {
  const known = surveyQuestionIds.flatMap((question) => {
    const given = data[question];
    return typeof given === "string" && (surveyQuestions[question] as readonly string[]).includes(given)
      ? [[question, given] as const]
      : [];
  });
  return Object.fromEntries(known);
}

/** What goes on record of an answer. */
export function answerData({ role, said, example }: SurveyAnswer): Readonly<Record<string, unknown>> & { readonly role: SurveyRole } {
  return { survey: SURVEY, role, ...said, example };
}
