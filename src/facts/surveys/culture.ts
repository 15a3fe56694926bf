// The questionnaire on culture: four statements after the questions that GitHub's open source program office published for reuse (CC BY 4.0), in words of our own, which stand in the catalogues.

/** The steps of agreement, the best first, in points of 0 to 100. */
export const agreement = { "strongly-agree": 100, agree: 75, neither: 50, disagree: 25, "strongly-disagree": 0 } as const;
export type Agreement = keyof typeof agreement;
export const agreements = Object.keys(agreement) as readonly Agreement[];

/** Support by managers and understood value are asked there; clear rules and time are what is given there as barriers. */
export const cultureQuestions = {
  managerSupport: agreements,
  understoodValue: agreements,
  clearRules: agreements,
  timeForIt: agreements,
} as const;
export type CultureQuestion = keyof typeof cultureQuestions;
export const cultureQuestionIds = Object.keys(cultureQuestions) as readonly CultureQuestion[];
