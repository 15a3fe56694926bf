export { type PracticeFacts, type PracticeOptions, practiceFacts } from "./collect.ts";
