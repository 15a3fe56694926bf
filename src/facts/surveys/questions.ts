// The questionnaire on delivery: the four keys in the buckets of DORA's survey of 2021, reliability beside them, and an example. Words stand in the catalogues.

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
