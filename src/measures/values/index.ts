// The registry of formulas: a measure that this version computes is one file here and one line in this list.
import { compareText } from "#kit";
import { findMeasure } from "../registry/index.ts";
import { activeContributors } from "./active-contributors.ts";
import { absenceFactor } from "./absence-factor.ts";
import { changeFailureRate, deploymentFrequency, leadTime, reworkRate, timeToRestore } from "./delivery-keys.ts";
import { deliveryProfile } from "./delivery-profile.ts";
import { elephantFactor } from "./elephant-factor.ts";
import { externalFocus } from "./external-focus.ts";
import { externalShare } from "./external-share.ts";
import { inactiveShare } from "./inactive-share.ts";
import { inventoryCoverage } from "./inventory-coverage.ts";
import { acceptance, closureRatio, timeToMerge } from "./change-requests.ts";
import { dominatedProjects } from "./dominated-projects.ts";
import { libyears } from "./libyears.ts";
import { monitoringCoverage } from "./monitoring-coverage.ts";
import { objectivesOnTrack } from "../progress/on-track.ts";
import { openFindings } from "./open-findings.ts";
import { openSourceShareBySize } from "./open-source-share-by-size.ts";
import { openSourceShare } from "./open-source-share.ts";
import { outdatedShare } from "./outdated-share.ts";
import { perceptionGap } from "./perception-gap.ts";
import { alternativesInvestigated, ownerCoverage, spendPerObjective, talksAndEvents, trainedShare, twoOwners } from "./registers.ts";
import { releaseFrequency } from "./release-frequency.ts";
import { reliability } from "./reliability.ts";
import { rolesHeld } from "./roles-held.ts";
import { rulePassRate } from "./rule-pass-rate.ts";
import { shareOfCommits } from "./share-of-commits.ts";
import { surveyIndex } from "./survey-index.ts";
import { strategicGap } from "./strategic-gap.ts";
import type { Formula, MeasureInput, MeasureValue } from "./types.ts";
import { unknownLicenseShare } from "./unknown-license-share.ts";
import { unknownLicenseStopped } from "./unknown-license-stopped.ts";
import { vulnerableComponents } from "./vulnerable-components.ts";
import {
  autoDecisionShare,
  decisionLeadTime,
  inquiriesInTime,
  overturnedShare,
  requestFrequency,
  timeToConform,
  withinServiceLevel,
} from "./flow.ts";
import { conformanceDays, policyAcknowledgement } from "./said.ts";
import { waivers } from "./waivers.ts";

export const formulas: readonly Formula[] = [
  openSourceShare,
  openSourceShareBySize,
  strategicGap,
  alternativesInvestigated,
  inventoryCoverage,
  ownerCoverage,
  twoOwners,
  libyears,
  vulnerableComponents,
  monitoringCoverage,
  outdatedShare,
  unknownLicenseShare,
  unknownLicenseStopped,
  openFindings,
  requestFrequency,
  decisionLeadTime,
  autoDecisionShare,
  withinServiceLevel,
  overturnedShare,
  timeToConform,
  inquiriesInTime,
  conformanceDays,
  policyAcknowledgement,
  waivers,
  acceptance,
  timeToMerge,
  shareOfCommits,
  activeContributors,
  externalFocus,
  rolesHeld,
  dominatedProjects,
  closureRatio,
  releaseFrequency,
  absenceFactor,
  elephantFactor,
  externalShare,
  rulePassRate,
  inactiveShare,
  deliveryProfile,
  deploymentFrequency,
  leadTime,
  timeToRestore,
  changeFailureRate,
  reworkRate,
  reliability,
  surveyIndex,
  trainedShare,
  talksAndEvents,
  spendPerObjective,
  perceptionGap,
  // It reads the figures of all others.
  objectivesOnTrack,
];

/** Every figure that the input can give, by measure in the order of the registry of formulas, then by subject. */
export function computeMeasures(input: MeasureInput): readonly MeasureValue[] {
  const values: MeasureValue[] = [];
  for (const formula of formulas) values.push(...valuesOf(formula, input, values));
  return values;
}

function valuesOf(formula: Formula, input: MeasureInput, before: readonly MeasureValue[]): readonly MeasureValue[] {
  const version = findMeasure(formula.measure)?.formulaVersion;
  if (version === undefined) throw new Error(`no measure is called ${formula.measure}`);
  return formula
    .compute(input, before)
    .map((figure) => ({ measure: formula.measure, version, ...figure }))
    .sort((a, b) => compareText(a.subject, b.subject));
}

export type * from "./types.ts";
export { valueReasons } from "./types.ts";
export { agesAsked, limitOf, olderKey } from "./open-findings.ts";
