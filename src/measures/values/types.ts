// What a measure says of one subject at one moment, and what formulas read. A value that cannot be given is null with its reason, never 0.
import type { FactValue, SeverityBand } from "#facts";
import type { CaseFlow } from "#decisions";
import type { Outcome, ReferenceLine, Registers, Strategy } from "#program";
import type { Involvement } from "../upstream/index.ts";
import type { Community } from "../community/index.ts";
import type { DeliveryEntry } from "../delivery/index.ts";
import type { CultureResult, SurveyResult } from "../survey/index.ts";

/** One figure. `share` values are 0..1; `of` is the denominator, so that no share stands without what it is a share of. */
export interface MeasureValue {
  /** Id in the registry: `consumption.open-source-share`. */
  readonly measure: string;
  /** Version of the formula: values of different versions are not compared. */
  readonly version: number;
  /** `organization`, `product:<id>`, `repository:<id>`, `upstream:<id>`; of surveys also `team:<id>`. */
  readonly subject: string;
  readonly value: number | null;
  /** Denominator or sample that the value rests on. */
  readonly of?: number;
  /** Why the value is null: a word of `valueReasons`. */
  readonly reason?: ValueReason;
  /** Parts of a profile, or what stands beside the value (how many were left out). By name, sorted. */
  readonly detail?: Readonly<Record<string, number | string | null>>;
  /** Measured from something that only stands for what is meant (tags for deployments). */
  readonly estimate?: true;
}

export const valueReasons = [
  "nothing-to-measure", // there is no subject of that kind: no component, no rule that could be answered
  "not-enough-data", // fewer than the formula asks for
  "no-source", // nothing was given that could say it: no history, no incidents, no dates
  "group-too-small", // fewer than five people: no figure about people
  "several-currencies", // sums of money that cannot be added
] as const;
export type ValueReason = (typeof valueReasons)[number];

export interface MeasuredComponent {
  /** The expression that rules judge; absent when unknown. */
  readonly license?: string;
  readonly pinned: boolean;
  /** Bytes of source; absent where they are not known. */
  readonly sourceBytes?: number;
  /** Years behind the newest stable version; absent where a date is not known. */
  readonly libyears?: number;
  /** There is a newer stable version; absent where the versions are not known. */
  readonly outdated?: boolean;
}

export interface MeasuredUse {
  /** Index in `components`. */
  readonly component: number;
  readonly repository: string;
  readonly product?: string;
  readonly scope: "production" | "development" | "optional";
  readonly direct?: boolean;
}

export interface MeasuredRepository {
  readonly id: string;
  readonly products: readonly string[];
  /** Packages of ours that its manifests describe. */
  readonly own: number;
  /** Lockfiles and SBOMs that were read and name at least one component. */
  readonly inventories: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** It is open: others may use it and can reach it. */
  readonly published: boolean;
  /** Absent where there is no history. */
  readonly community?: Community;
}

/** A change that was offered; moments are ISO 8601. */
export interface MeasuredRequest {
  readonly opened: string;
  readonly closed?: string;
  readonly merged?: boolean;
  readonly ours?: boolean;
}

export interface MeasuredRequests {
  /** `repository:<id>` of one of ours, else `upstream:<id>`. */
  readonly subject: string;
  readonly own: boolean;
  readonly requests: readonly MeasuredRequest[];
}

/** What we do in public, as far as clones show it. */
export interface MeasuredPublicWork {
  /** Commits of the year in projects of others, and in our own published repositories. */
  readonly outside: number;
  readonly inside: number;
  /** Of how many people, all projects together. */
  readonly people: number;
  /** Projects of others with a commit of ours in the year. */
  readonly projects: number;
}

export interface MeasuredFinding {
  readonly outcome: Outcome;
  /** Enforced, not waived, not known to a baseline. */
  readonly counts: boolean;
  readonly product?: string;
  readonly waiver?: { readonly expired: boolean };
  /** Day on which a baseline saw it first, and whether it stands now: neither waived nor only tried. */
  readonly firstSeen?: string;
  readonly stands?: boolean;
  /** The use that it is about, where the licence of what is used is not known. */
  readonly unlicensed?: string;
}

export interface MeasuredRule {
  readonly about: string;
  readonly notMatched: number;
  readonly matched: number;
  readonly unknown: number;
}

/** A run, as formulas see it. What a stage has not made yet is absent. */
export interface MeasureInput {
  /** The moment for which the run answers. */
  readonly now: string;
  readonly products: readonly { readonly id: string }[];
  readonly repositories: readonly MeasuredRepository[];
  readonly components: readonly MeasuredComponent[];
  readonly uses: readonly MeasuredUse[];
  /** Projects that we depend on; involvement where their clone was given. */
  readonly upstreams?: readonly { readonly project: string; readonly involvement?: Involvement }[];
  /** Delivery performance of products and repositories. */
  readonly deliveries?: readonly DeliveryEntry[];
  /** What people say of it, added up. */
  readonly surveys?: readonly SurveyResult[];
  /** What people say of the culture of open source, added up. */
  readonly culture?: readonly CultureResult[];
  /**
   * The worst vulnerability that is open in a component there (`unknown`: one of unknown severity); undefined where nobody looked.
   * Absent where no vulnerability data were given.
   */
  readonly worstOpen?: (component: number, product: string | undefined) => SeverityBand | "unknown" | undefined;
  /** Whether vulnerability data of the last seven days speak of a component there. Absent where no vulnerability data were given. */
  readonly isWatched?: (component: number, product: string) => boolean;
  /** Pull and merge requests, where lists of them were imported. */
  readonly changeRequests?: readonly MeasuredRequests[];
  /** Absent where no clone of a project of others was given, or nobody can be told to be ours. */
  readonly publicWork?: MeasuredPublicWork;
  /** People who develop software with us, where organization.yaml says so. */
  readonly engineers?: number;
  /** Cases of the office; absent where none are kept. */
  readonly cases?: readonly CaseFlow[];
  /** Who acknowledged which policy, and when; absent where nobody has. */
  readonly acknowledgements?: readonly { readonly area: string; readonly by: string; readonly at: string }[];
  readonly policiesInForce?: readonly { readonly area: string; readonly since?: string }[];
  /** When a standard was affirmed last; absent where none was. */
  readonly affirmations?: readonly { readonly at: string }[];
  /** What did not conform, from when to when; absent where nobody keeps that. */
  readonly nonconformances?: readonly { readonly at: string; readonly resolved?: string }[];
  /** What the office wrote down. */
  readonly registers?: Registers;
  /** Whether somebody who answers for a component said so in the last year. Absent without a register of owners. */
  readonly confirmedOwner?: (component: number, product: string | undefined) => boolean;
  /** How many different owners and deputies a component has there. Absent without a register of owners. */
  readonly ownersOf?: (component: number, product: string | undefined) => number;
  /** Ids of the people in the organisation's teams. */
  readonly people?: readonly string[];
  /** Lines to compare with that the organisation set, by measure; the registry's hold where it set none. */
  readonly references?: Readonly<Record<string, readonly ReferenceLine[]>>;
  /** What is wanted; its key results are held against the figures. */
  readonly strategy?: Strategy;
  readonly judged?: {
    readonly findings: readonly MeasuredFinding[];
    readonly rules: readonly MeasuredRule[];
    /** The mildest answer that fails the gate. */
    readonly failOn: Outcome;
    /** Day of the baseline that it was held against; what that does not know came after. */
    readonly baseline?: string;
  };
}

/** What a formula gives: everything but what the registry knows. */
export type Figure = Omit<MeasureValue, "measure" | "version">;

/** How one measure is computed. Pure: the same input gives the same figures in the same order. `before`: figures of the formulas that stand before it in the registry. */
export interface Formula {
  /** Id in the registry. */
  readonly measure: string;
  compute(input: MeasureInput, before: readonly MeasureValue[]): readonly Figure[];
}
