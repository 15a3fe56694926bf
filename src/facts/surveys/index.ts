export * from "./culture.ts";
export * from "./on-record.ts";
export * from "./questionnaires.ts";
export * from "./questions.ts";
export type { ReadAnswers } from "./read-answers.ts";
