// The door of the run. Collecting alone has a side door, `#scan/collect`: an inventory judges nothing, and starts without all that judges.
import type { Judgement } from "#decisions";
import type { FieldValues } from "#program";
import type { UseAnswer, UseQuestion } from "./ask.ts";
import type { Deliveries } from "#measures";
import type { Target } from "./collect.ts";
import type { CommunitiesOptions } from "./communities.ts";
import type { MeasureOptions } from "./deliveries/deliver.ts";
import type { HistoriesOptions } from "./histories.ts";
import type { Rejudged } from "./rejudge.ts";
import type { AskedResult, ScanResult, Summary } from "./result.ts";
import type { ScanOptions } from "./run.ts";

export type { UseAnswer, UseQuestion } from "./ask.ts";
export type { ContributorKnown } from "./judge-contribution.ts";
export { datedKinds, type KeptCases } from "./kept-cases.ts";
export { repositoryMatcher } from "./assign.ts";
export { ourAccounts } from "./imports/accounts.ts";
export { recordsAbout } from "./approved.ts";
export { strengthOf, strengthOrder } from "./license-strength.ts";
export { type CollectOptions, collect, type Target } from "./collect.ts";
export { measuredOf } from "./deliveries/measured-of.ts";
export type { MeasureOptions } from "./deliveries/deliver.ts";
export { scanProblems, type ScanProblemCode } from "./problem-codes.ts";
export { deliveredUses, type Held, inventoryDigest, inventoryNamedIn } from "./product-inventory.ts";
export { statedUses } from "./obligations/statements.ts";
export { takenExpression, takenLicenses } from "./obligations/taken.ts";
export { criticalities } from "./criticalities.ts";
export { obligationsOf, releaseFigures } from "./release-figures.ts";
export type * from "./result.ts";
export type { Known, Rejudged, RejudgeOptions } from "./rejudge.ts";
export type { ScanOptions } from "./run.ts";
export { withComparison } from "./suppliers/comparison.ts";
export type { Answer, Obligation, Place } from "./check/answers.ts";
export type { VulnerabilityAnswer } from "./check/vulnerability.ts";
export type { Bill } from "./bill.ts";
export { assignRepositories } from "./assign.ts";
export { usageId } from "./usage-id.ts";
export { withoutVersion } from "./without-version.ts";

/** Scans folders and answers what the program says of them. Throws AllmendError for wrong use only. */
export async function scan(targets: readonly Target[], options: ScanOptions): Promise<ScanResult> {
  return (await import("./run.ts")).scan(targets, options);
}

/** The questions of `allmend check`. */
export async function checks() {
  const { asksWhere, checkRepository, checkUse, impactOf, repositoryNamed } = await import("./check/answers.ts");
  const { VULNERABILITY_ID, vulnerabilityOf } = await import("./check/vulnerability.ts");
  const { askedName, purlNamed } = await import("./check/named.ts");
  return { askedName, asksWhere, checkRepository, checkUse, impactOf, purlNamed, repositoryNamed, VULNERABILITY_ID, vulnerabilityOf };
}

/** Reads a bill of materials for one deliverable; judges nothing. Throws `Unreadable`, with the line. */
export async function scanBill(...given: Parameters<typeof import("./bill.ts").scanBill>): Promise<ScanResult> {
  return (await import("./bill.ts")).scanBill(...given);
}

/** Judges what a result tells by another program: what a change of the policies does. */
export async function rejudge(...given: Parameters<typeof import("./rejudge.ts").rejudge>): Promise<Rejudged> {
  return (await import("./rejudge.ts")).rejudge(...given);
}

/** Sums up findings and verdicts: after everything was judged anew. */
export async function summarise(...given: Parameters<typeof import("./summary.ts").summarise>): Promise<Summary> {
  return (await import("./summary.ts")).summarise(...given);
}

/** Judges one component in each deliverable (of one product) by the program of a result. */
export async function askUse(result: AskedResult, question: UseQuestion): Promise<UseAnswer> {
  return (await import("./ask.ts")).askUse(result, question);
}

/** How the communities of repositories are doing, without the rest of a scan. */
export async function readCommunities(targets: readonly Target[], options: CommunitiesOptions) {
  return (await import("./communities.ts")).readCommunities(targets, options);
}

/** Measures how products and repositories deliver, without the rest of a scan. */
export async function deliver(targets: readonly Target[], options: MeasureOptions & HistoriesOptions): Promise<Deliveries> {
  return (await import("./deliveries/deliver.ts")).deliver(targets, options);
}

/** Judges the use that a case's fields describe, by the result's own program. */
export async function judgeUse(...given: Parameters<typeof import("./judge-use.ts").judgeUse>): Promise<Judgement> {
  return (await import("./judge-use.ts")).judgeUse(...given);
}

/** What a case of kind use can be filled with from the last result. */
export async function prefillUse(...given: Parameters<typeof import("./judge-use.ts").prefillUse>): Promise<FieldValues> {
  return (await import("./judge-use.ts")).prefillUse(...given);
}

/** Judges a contribution, and says which agreement covers whoever makes it. */
export async function judgeContribution(...given: Parameters<typeof import("./judge-contribution.ts").judgeContribution>) {
  return (await import("./judge-contribution.ts")).judgeContribution(...given);
}
