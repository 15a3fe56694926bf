export { askUse, type UseAnswer, type UseQuestion } from "./ask.ts";
export { type CollectOptions, collect, type Target } from "./collect.ts";
export type * from "./result.ts";
export { type ScanOptions, scan } from "./run.ts";
export { fails } from "./summary.ts";
export { withoutVersion } from "./subjects/usage.ts";
