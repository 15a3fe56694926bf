export * from "./delivery/index.ts";
export { measureProblems, type MeasureProblemCode } from "./problem-codes.ts";
export * from "./registry/index.ts";
export * from "./community/index.ts";
export * from "./upstream/index.ts";
export * from "./survey/index.ts";
export * from "./values/index.ts";
export * from "./progress/index.ts";
