// Questionnaires that can be handed out: a new one is a file with its questions, and an entry here.
import { cultureQuestions } from "./culture.ts";
import { SURVEY, type SurveyQuestion, type SurveyRole, surveyQuestions } from "./questions.ts";

export interface Questionnaire<Question extends string = string> {
  /** Name and version, as they stand in forms and records. */
  readonly survey: string;
  /** Answers by question, the best first; `unknown` may always be said. */
  readonly questions: Readonly<Record<Question, readonly string[]>>;
  /** What it can be about, and how that is told. */
  readonly about: RegExp;
  readonly aboutWhat: string;
  /** An answer needs an example; else it needs at least one question that is answered. */
  readonly needsExample: boolean;
}

export const questionnaires = {
  delivery: {
    survey: SURVEY,
    questions: surveyQuestions,
    about: /^(?:product|repository|team):./,
    aboutWhat: "about: product:ID, repository:ID or team:ID",
    needsExample: true,
  },
  culture: {
    survey: "culture/1",
    questions: cultureQuestions,
    about: /^(?:organization$|team:.)/,
    aboutWhat: "about: organization or team:ID",
    needsExample: false,
  },
} as const satisfies Readonly<Record<string, Questionnaire>>;
export type QuestionnaireName = keyof typeof questionnaires;
export const questionnaireNames = Object.keys(questionnaires) as readonly QuestionnaireName[];

export interface SurveyAnswer<Question extends string = SurveyQuestion> {
  /** Which questionnaire it answers; absent: the one on delivery. */
  readonly survey?: string;
  /** Made by the form, or from the content: the same form read twice is one answer. */
  readonly id: string;
  /** `product:ID`, `repository:ID`, `team:ID` or `organization`, as the questionnaire has it. */
  readonly about: string;
  readonly role: SurveyRole;
  /** Questions that were answered; what somebody does not know is absent. */
  readonly said: Readonly<Partial<Record<Question, string>>>;
  /** Empty where none was given. */
  readonly example: string;
}

export function questionnaireOf(survey: string): Questionnaire | undefined {
  return Object.values<Questionnaire>(questionnaires).find((one) => one.survey === survey);
}
