export { type CollectOptions, type Target } from "./collect.ts";
export type * from "./result.ts";
export { type ScanOptions, scan } from "./run.ts";
export { fails } from "./summary.ts";
export { withoutVersion } from "./subjects/usage.ts";
