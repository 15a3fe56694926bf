// The door of the room: what is kept over time.
export { assign, type Assignment, assignmentOf, countAssigned, findingsThere, takeBack } from "./assignments/assignments.ts";
export { migrate } from "./database/migrate.ts";
export type { Tables } from "./database/tables.ts";
export { transact } from "./database/transact.ts";
export { type Database, openDatabase, type OpenOptions, ping } from "./database/open.ts";
export { dumpDatabase } from "./dump/dump.ts";
export { type Restored, restoreDatabase } from "./dump/restore.ts";
export * from "./notify/index.ts";
export * from "./people/index.ts";
export {
  type CurrentOptions,
  type CurrentProgram,
  filesDigest,
  filesOf,
  inForce,
  layDown,
  listPrograms,
  type NewProgram,
  type ProgramFiles,
  programLoader,
  type ProgramVersion,
  putInForce,
} from "./programs/programs.ts";
export { componentsNamed, currentHead, currentRepositories, currentResult, versionNamed } from "./results/current.ts";
export { type Covers, type SavedResult, type SaveOptions, saveResult } from "./results/save.ts";
export { type Job, type JobOptions, type Jobs, type JobsOptions, startJobs } from "./jobs/jobs.ts";
export { listSetAside, type SetAside } from "./jobs/set-aside.ts";
export {
  endSchedule,
  listSchedules,
  makeSchedule,
  type NewSchedule,
  nextOf,
  type Schedule,
  takeDueSchedules,
} from "./schedules/schedules.ts";
export { storeProblems } from "./problem-codes.ts";
export { generation, nextGeneration } from "./results/counts.ts";
export * from "./results/lists/index.ts";
export { append, appendAll, type AppendedLine } from "./record/append.ts";
export { checkpointFile, type CheckpointSink, readCheckpoints, runCheckpoints, type RunningCheckpoints } from "./record/checkpoints.ts";
export { exportRecord } from "./record/export.ts";
export { signingKey, type SigningKey } from "./record/keys.ts";
export type { NewLine } from "./record/line.ts";
export { lastLineAt, type LinesWanted, readLines, type RecordLine } from "./record/read.ts";
export { redactPerson } from "./record/redact-person.ts";
export { type FoundFlaw, type Verified, verifyRecord } from "./record/verify.ts";
export { appendStored, holdRecords, readRecords, type RecordsWanted, type StoredRecord } from "./records/records.ts";
export { casesDue, casesSetAside, keepReminders, lookAgain, type Reminder, remindersOf, setAside } from "./cases/due.ts";
export {
  type CaseCard,
  changeOf,
  type CaseChange,
  holdCase,
  keepCase,
  type KeptCase,
  linesOf,
  nextCaseId,
  openedBy,
} from "./cases/keep.ts";
export { type CaseCursor, type CaseFacet, type CaseFilter, type CaseRow, type CasesWanted, countCases, listCases } from "./cases/list.ts";
export { type ReadCase, readCase, readStates, unitsOfCases } from "./cases/read.ts";
export { type CaseFlow, caseFlow } from "./cases/flow.ts";
export { wordsIn } from "./cases/words.ts";
export {
  addNotices,
  addTasks,
  openTasks,
  type NewNotice,
  type NewTask,
  type Notice,
  noticesFailed,
  noticesOf,
  noticesSent,
  takeNotices,
  noticesWait,
} from "./outbox/outbox.ts";
export { insertStored, recordLine } from "./records/records.ts";
export { type JudgedAll, type JudgeOptions, judgeAll, type JudgeStage } from "./results/judge.ts";
export { beginWork, endWork, listWork, type Step, tellWork, type Work, workById } from "./work/work.ts";
export { outcomeOf, type StoredOutcome } from "./results/codes.ts";
export { type Everything, everything } from "./results/known.ts";
export { pastDeliveries } from "./results/past.ts";
