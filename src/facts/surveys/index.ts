export * from "./on-record.ts";
export * from "./questions.ts";
export { readAnswers, type ReadAnswers } from "./read-answers.ts";
