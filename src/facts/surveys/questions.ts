// The questionnaire: the four keys in the buckets of DORA's survey of 2021, reliability beside them, and an example. Words stand in the catalogues.

const times = ["hour", "day", "week", "month", "half-year", "longer"] as const;

/** Answers by question, the best first; `unknown` may always be said. */
export const surveyQuestions = {
  deploymentFrequency: ["on-demand", "hourly", "daily", "weekly", "monthly", "seldom"],
  leadTime: times,
  timeToRestore: times,
  changeFailureRate: ["0-15", "16-30", "31-45", "46-60", "61-75", "76-100"],
  reliability: ["exceeded", "met", "missed", "no-target"],
} as const;
export type SurveyQuestion = keyof typeof surveyQuestions;
export const surveyQuestionIds = Object.keys(surveyQuestions) as readonly SurveyQuestion[];

export const surveyRoles = ["engineer", "manager"] as const;
export type SurveyRole = (typeof surveyRoles)[number];

/** Name and version of the questionnaire, as it stands in forms and records. */
export const SURVEY = "delivery/1";

export interface SurveyAnswer {
  /** Made by the form, or from the content: the same form read twice is one answer. */
  readonly id: string;
  /** `product:ID`, `repository:ID` or `team:ID`. */
  readonly about: string;
  readonly role: SurveyRole;
  /** Questions that were answered; what somebody does not know is absent. */
  readonly said: Readonly<Partial<Record<SurveyQuestion, string>>>;
  readonly example: string;
}
