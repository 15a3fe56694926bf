// The front door: what was asked, and what answers.
export { type Asked, type Intent, readAsked } from "./asked.ts";
export { type Hit, type HitKind, hitKinds } from "./hit.ts";
export { answers, best, inProgram } from "./in-program.ts";
export { useAnswer, type UseAnswered } from "./use-answer.ts";
