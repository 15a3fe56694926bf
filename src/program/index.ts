// The door of the room: what the organisation intends.
export * from "./model.ts";
export type { Affiliations } from "./affiliations.ts";
export * from "./business/types.ts";
export * from "./cases/types.ts";
export * from "./frameworks/types.ts";
export type * from "./suppliers/model.ts";
export type { PublicSite } from "./site/types.ts";
export {
  checkEntry,
  entriesOf,
  REGISTER_RECORD,
  type RegisterEntry,
  type RegisterList,
  registerListNames,
} from "./registers/lists.ts";
export { type AgreementCoverage, type Contributor, coverageOf, isInForce } from "./registers/coverage.ts";
export type { Agreement, Registers } from "./schema/registers.ts";
export { applyBaseline, type Baseline, type BaselineFinding, type BaselineOptions, makeBaseline } from "./baseline/baseline.ts";
export type { BusinessAnswers } from "./init/business/propose-models.ts";
export { type ProposedBusiness, proposeModels } from "./init/business/propose-models.ts";
export { businessQuestions, modelTraits } from "./init/business/questions.ts";
export type { FoundRepository, Proposal, ProposedDeliverable, ProposedProduct, ProposedTeam } from "./init/found.ts";
export type { InitAnswers, InitOptions, WrittenFile } from "./init/init.ts";
export type { Proposed, ProposeInput } from "./init/propose.ts";
export {
  departuresBetween,
  diffAgainstPack,
  documentsDigest,
  initProgram,
  loadProgram,
  shippedFrameworks,
  programFiles,
  readBaseline,
  schemaPages,
  writeBaseline,
  propose,
} from "./later.ts";
export type { LoadedProgram, LoadOptions } from "./load/program.ts";
export type { DiffOptions, LoadedDiff, PackDiff } from "./packs/against-pack.ts";
export type { Departure } from "./packs/diff.ts";
export { policyVersion } from "./policy-version.ts";
export { programProblems, type ProgramProblemCode } from "./problem-codes.ts";
export { positionInWhen } from "./read/when.ts";
export { appendRecord, appendRecords, type NewRecord } from "./records/append.ts";
export { lapsedIds, withRecords } from "./records/with-records.ts";
export { obligationData, type ObligationRecord, obligationRecords, type ObligationState, obligationStates } from "./records/obligation.ts";
export { acknowledgementOf, isWrong, type Said, saidAcknowledgement, saidObligation, type SaidWrong } from "./records/said.ts";
export { advance, isRefusal } from "./releases/machine.ts";
export { nextRelease, releaseOf } from "./releases/next.ts";
export { currentReleases, type RefusedStep, releaseSaid, type Replay, replayReleases } from "./releases/replay.ts";
export * from "./releases/types.ts";
export { advanceDelivery, isDeliveryRefusal, isDeliveryState, waitsFor } from "./suppliers/machine.ts";
export {
  COMPONENTS_RECORD,
  currentDelivery,
  DELIVERY_RECORD,
  type DeliveredComponent,
  deliveryOf,
  type DeliveryReplay,
  replayDeliveries,
} from "./suppliers/replay.ts";
export { receivedRecords, stepRecord } from "./suppliers/receive.ts";
export * from "./suppliers/types.ts";
export { olderThanStrategy } from "./structure.ts";
export { locateProblem } from "./read/locate.ts";
export { withoutLooseEnds } from "./read/loose-ends.ts";
export { matchesLicensePattern } from "./schema/license-pattern.ts";
