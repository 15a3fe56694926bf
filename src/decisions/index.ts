// The door of the room: cases, and what is decided.
export { type Approval, approvalFor, approvalsIn, standingOf } from "./approvals.ts";
export { ESCALATION, RULES } from "./deciding.ts";
export { type Due, dueOf } from "./due.ts";
export { askedFields, missingFields } from "./fields.ts";
export { CASE_RECORD, type CaseFlow, type CaseOnRecord, casesOnRecord, flowOf, flowsOnRecord } from "./on-record.ts";
export { type ReplayedCase, replayCase } from "./replay.ts";
export { seatsFor } from "./seats.ts";
export { after } from "./span.ts";
export { step } from "./step.ts";
export * from "./types.ts";
