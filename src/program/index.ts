// The door of the room: what the organisation intends.
export * from "./model.ts";
export { pickText } from "./load/context.ts";
export { idFrom } from "./load/organization.ts";
export { type LoadedProgram, type LoadOptions, loadProgram, locateProblem } from "./load/program.ts";
export { programProblems, type ProgramProblemCode } from "./read/problems.ts";
export { positionInWhen } from "./read/when.ts";
export { documentSchemas, jsonSchemas } from "./schema/index.ts";
export { matchesLicensePattern } from "./schema/references.ts";
export { applyBaseline, type Baseline, type BaselineFinding, type BaselineOptions, makeBaseline } from "./baseline/baseline.ts";
export { readBaseline, writeBaseline } from "./baseline/file.ts";
export { diffAgainstPack, type LoadedDiff, type PackDiff } from "./packs/against-pack.ts";
export { type Departure, diffPrograms } from "./packs/diff.ts";
export type { FoundRepository, Proposal, ProposedDeliverable, ProposedProduct, ProposedTeam } from "./init/found.ts";
export { type InitAnswers, type InitOptions, initProgram, programFiles, type WrittenFile } from "./init/init.ts";
export { propose, type ProposeInput } from "./init/propose.ts";
