// The seven responsibilities of an office (OSPO 101, module 2): for each what the strategy does for it, what the figures and rules of this run show, how it stands and what is missing.
import type { MeasureValue } from "#measures";
import type { Activity, Policy, PolicyArea, Strategy } from "#program";
import type { ScanResult } from "#scan";

export const responsibilityIds = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"] as const;
export type ResponsibilityId = (typeof responsibilityIds)[number];

/**
 * `none`: no activity does anything for it; `unmeasured`: activities, but no figure and no rule that answered; `gaps`: something is missing or denied;
 * `runs`: activities with owners, policies in force, measured, nothing denied.
 */
export type Standing = "none" | "unmeasured" | "gaps" | "runs";

export interface ResponsibilityFigure {
  readonly measure: string;
  /** Absent where this run has no such figure. */
  readonly value?: MeasureValue;
}

export interface Responsibility {
  readonly id: ResponsibilityId;
  readonly standing: Standing;
  readonly activities: readonly Activity[];
  readonly figures: readonly ResponsibilityFigure[];
  /** Rules of its areas that answered for at least one subject, of all that are in force there. */
  readonly rules: { readonly answered: number; readonly all: number };
  /** Findings of its areas that count. */
  readonly denied: number;
  readonly toReview: number;
  readonly missing: {
    readonly activitiesWithoutOwner: readonly Activity[];
    readonly areasWithoutPolicy: readonly PolicyArea[];
    readonly policiesNotInForce: readonly PolicyArea[];
    /** Measures that this run could not give. */
    readonly measures: readonly string[];
  };
}

interface Definition {
  readonly id: ResponsibilityId;
  /** Activities of these kinds belong to it, whatever policy they serve. */
  readonly kinds: readonly Activity["kind"][];
  /** So do those that a policy of these areas serves. */
  readonly areas: readonly PolicyArea[];
  readonly measures: readonly string[];
}

export const definitions: readonly Definition[] = [
  {
    id: "R1",
    kinds: [],
    areas: ["executive-engagement"],
    measures: ["executive.policy-acknowledgement", "executive.reports-in-time", "culture.talks-and-events"],
  },
  {
    id: "R2",
    kinds: ["govern"],
    areas: ["executive-engagement"],
    measures: ["executive.objectives-on-track", "flow.waivers", "executive.spend-per-objective"],
  },
  {
    id: "R3",
    kinds: ["consume"],
    areas: ["discovery", "review-approval", "commercial-procurement"],
    measures: [
      "consumption.open-source-share",
      "consumption.inventory-coverage",
      "flow.auto-decision-share",
      "flow.decision-lead-time",
      "compliance.complete-releases",
    ],
  },
  {
    id: "R4",
    kinds: ["lead"],
    areas: ["code-management"],
    measures: ["project.release-frequency", "project.delivery-profile", "project.rule-pass-rate", "project.time-to-first-response"],
  },
  {
    id: "R5",
    kinds: ["participate", "contribute", "sponsor"],
    areas: ["community-interaction"],
    measures: [
      "contribution.share-of-commits",
      "contribution.roles-held",
      "project.external-share",
      "contribution.acceptance",
      "contribution.active-share",
    ],
  },
  {
    id: "R6",
    kinds: ["educate"],
    areas: [],
    measures: ["culture.survey-index", "culture.trained-share", "executive.perception-gap", "culture.support"],
  },
  {
    id: "R7",
    kinds: [],
    areas: ["compliance"],
    measures: [
      "compliance.open-findings",
      "compliance.unknown-license-share",
      "compliance.inquiries-in-time",
      "compliance.complete-releases",
      "compliance.conformance-days",
    ],
  },
];

export function responsibilitiesOf(result: ScanResult): readonly Responsibility[] {
  return definitions.map((definition) => responsibility(definition, result));
}

function responsibility(definition: Definition, result: ScanResult): Responsibility {
  const { strategy, policies } = result.program;
  const activities = activitiesOf(definition, strategy, policies);
  const own = policies.filter(({ area }) => definition.areas.includes(area));
  const figures = definition.measures.map((measure) => figureOf(measure, result));
  const tallies = result.rules.filter(({ area }) => definition.areas.includes(area));
  const rules = { answered: tallies.filter(({ matched, notMatched }) => matched + notMatched > 0).length, all: tallies.length };
  const areas = result.summary.areas.filter(({ area }) => definition.areas.includes(area));
  const told = {
    activities,
    figures,
    rules,
    denied: areas.reduce((sum, { counts }) => sum + counts.deny, 0),
    toReview: areas.reduce((sum, { counts }) => sum + counts.review, 0),
    missing: {
      activitiesWithoutOwner: activities.filter(({ owner }) => owner === undefined),
      areasWithoutPolicy: definition.areas.filter((area) => !own.some((policy) => policy.area === area)),
      policiesNotInForce: own.filter(({ state }) => state !== "in-force" && state !== "review-due").map(({ area }) => area),
      measures: figures.filter(({ value }) => typeof value?.value !== "number").map(({ measure }) => measure),
    },
  };
  return { id: definition.id, standing: standingOf(told), ...told };
}

function activitiesOf({ kinds, areas }: Definition, strategy: Strategy | undefined, policies: readonly Policy[]): readonly Activity[] {
  const served = new Set(policies.filter(({ area }) => areas.includes(area)).flatMap(({ serves }) => serves));
  return (strategy?.activities ?? []).filter(({ id, kind }) => kinds.includes(kind) || served.has(id));
}

/** The figure of the organisation; where there is only one of its parts, that one. Parts of many are not pooled. */
function figureOf(measure: string, { measures }: ScanResult): ResponsibilityFigure {
  const values = measures.filter((value) => value.measure === measure);
  const value = values.find(({ subject }) => subject === "organization") ?? (values.length === 1 ? values[0] : undefined);
  return value === undefined ? { measure } : { measure, value };
}

function standingOf(told: Omit<Responsibility, "id" | "standing">): Standing {
  const { activities, figures, rules, denied, missing } = told;
  if (activities.length === 0) return "none";
  if (missing.measures.length === figures.length && rules.answered === 0) return "unmeasured";
  const whole =
    denied === 0 &&
    missing.activitiesWithoutOwner.length +
      missing.areasWithoutPolicy.length +
      missing.policiesNotInForce.length +
      missing.measures.length ===
      0;
  return whole ? "runs" : "gaps";
}
