// The door of the room: what is kept over time.
export { migrate } from "./database/migrate.ts";
export { type Database, openDatabase, type OpenOptions, ping } from "./database/open.ts";
export {
  type CurrentOptions,
  type CurrentProgram,
  filesDigest,
  filesOf,
  inForce,
  type NewProgram,
  type ProgramFiles,
  programLoader,
  type ProgramVersion,
  putInForce,
} from "./programs/programs.ts";
export { currentHead, currentRepositories, currentResult } from "./results/current.ts";
export { type Covers, type SavedResult, type SaveOptions, saveResult } from "./results/save.ts";
export { storeProblems } from "./problem-codes.ts";
export { generation } from "./results/counts.ts";
export * from "./results/lists/index.ts";
