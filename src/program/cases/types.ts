// A kind of request as its document says it: what is asked, who may open it, who decides, how long that may take, what an approval writes.
import type { LocalText, Position } from "../model.ts";

/** Who somebody is to a case. `public`: anybody outside; `system`: the program itself. */
export const caseRoles = [
  "public",
  "viewer",
  "requester",
  "reviewer",
  "approver",
  "owner",
  "admin",
  "executive",
  "auditor",
  "system",
] as const;
export type CaseRole = (typeof caseRoles)[number];

export const fieldTypes = [
  "text",
  "choice",
  "choices",
  "boolean",
  "number",
  "date",
  "moment",
  "purl",
  "license",
  "product",
  "deliverable",
  "person",
  "team",
  "url",
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What a field can be filled from, because a result or the program knows it. */
export const prefills = [
  "component.name",
  "component.purl",
  "component.version",
  "component.license",
  "component.license-url",
  "component.source",
  "component.copyright",
  "component.notices",
  "component.status",
  "component.dependencies",
  "component.approvals",
  "component.supplier",
  "use.linkage",
  "use.modified",
  "use.scope",
  "product.id",
  "product.release",
  "product.cra-role",
  "deliverable.distribution",
  "deliverable.repositories",
  "repository.origin",
  "repository.license",
  "repository.secrets",
] as const;
export type Prefill = (typeof prefills)[number];

export type FieldValue = string | number | boolean | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A number within bounds, both included. */
export interface Bounds {
  readonly "at-least"?: number | undefined;
  readonly "at-most"?: number | undefined;
}

/** Every field named must have this value, or one of these, or lie within bounds. */
export type Condition = Readonly<Record<string, FieldValue | Bounds>>;

export function isBounds(value: FieldValue | Bounds): value is Bounds {
  return typeof value === "object" && !Array.isArray(value);
}

export interface CaseField {
  readonly id: string;
  readonly label: LocalText;
  readonly help?: LocalText;
  readonly type: FieldType;
  /** Of a choice, in their order. */
  readonly options: Readonly<Record<string, LocalText>>;
  readonly required: boolean;
  /** Asked only where this holds. */
  readonly when?: Condition;
  readonly from?: Prefill;
  /** What it holds where nobody says otherwise; facts before it. */
  readonly default?: FieldValue;
}

/** Who decides: exactly one of these. */
export type Decider =
  | { readonly is: "team"; readonly team: string }
  | { readonly is: "board"; readonly board: string; readonly lane?: string }
  | { readonly is: "role"; readonly role: CaseRole }
  /** The person, team or product's owner that a field names. */
  | { readonly is: "field"; readonly field: string };

export const tieRules = ["escalate", "reject", "approve"] as const;
export type TieRule = (typeof tieRules)[number];

export interface Lane {
  readonly id: string;
  readonly title: LocalText;
  readonly decides: Decider;
  /** It opens where one of these holds; absent: always; empty: only where a rule names it. */
  readonly when?: readonly Condition[];
  /** It opens where rules of this area, or this rule, speak. */
  readonly findings?: { readonly by: "area" | "rule"; readonly is: string };
  /** What it decides on is known for the next that is the same in these. */
  readonly per: readonly ("component" | "license" | "use")[];
  /** Votes that must be there; the majority of those who voted decides. */
  readonly quorum: number;
  readonly tie: TieRule;
  /** Span of time, as `3d`. */
  readonly within?: string;
  /** What one who approves states, by id. */
  readonly attests: Readonly<Record<string, LocalText>>;
}

export interface Clock {
  readonly id: string;
  readonly title: LocalText;
  readonly after: string;
  /** A field with a day or a moment; absent: when it was submitted. */
  readonly from?: string;
  readonly when?: Condition;
  /** Where the span stands. */
  readonly source?: string;
}

export const outcomesOfCase = ["allow", "warn", "review", "deny", "unknown"] as const;
export type JudgedOutcome = (typeof outcomesOfCase)[number];

export interface Automatic {
  readonly approve: readonly JudgedOutcome[];
  readonly reject: readonly JudgedOutcome[];
  /** Fields that say it is nothing that needs a decision. */
  readonly approveWhen: readonly Condition[];
  /** Where no lane opens it is approved. */
  readonly withoutLanes: boolean;
}

export const writtenRecords = [
  "approved-use",
  "approval",
  "waiver",
  "curation",
  "obligation",
  "membership",
  "phase",
  "decision",
  "answer",
  "delivery",
  "vulnerability-report",
] as const;
export type WrittenRecord = (typeof writtenRecords)[number];

export const lapseReasons = ["license-changes", "use-changes", "project-archived", "exploited-vulnerability"] as const;
export type LapseReason = (typeof lapseReasons)[number];

export interface CarriesOver {
  readonly license: boolean;
  readonly use: boolean;
  /** How far versions may lie apart. */
  readonly versions: "same" | "patch" | "minor" | "any";
}

export interface Writing {
  readonly record: WrittenRecord;
  readonly on: "approved" | "rejected" | "decided";
  /** Field that names what it is about. */
  readonly subject: string;
  /** Key of the record → field. */
  readonly data: Readonly<Record<string, string>>;
  readonly when?: Condition;
}

export interface LifeState {
  readonly title: LocalText;
  /** Where it can go from here; nothing: it ends. */
  readonly to: readonly string[];
  readonly by: readonly CaseRole[];
}

export interface CaseKind {
  readonly kind: string;
  readonly title: LocalText;
  readonly description?: LocalText;
  readonly openBy: readonly CaseRole[];
  readonly fields: readonly CaseField[];
  /** What the policies are asked about. */
  readonly about?: "usage" | "contribution";
  readonly automatic: Automatic;
  readonly lanes: readonly Lane[];
  readonly escalation: Decider;
  readonly within: {
    /** Until somebody looks at it. */
    readonly acknowledge?: string;
    /** Until it is decided; then it goes up. */
    readonly decide?: string;
    /** Until the requester answers; then it expires. */
    readonly answer: string;
  };
  /** Fields with people who may not decide either. */
  readonly alsoApart: readonly string[];
  readonly clocks: readonly Clock[];
  readonly writes: readonly Writing[];
  /** To what else an approval carries over, as one of its own; absent: to nothing. */
  readonly carriesOver?: CarriesOver;
  readonly lapsesWhen: readonly LapseReason[];
  /** Field with the day on which an approval ends. */
  readonly expires?: string;
  /** Where an approval ends or lapses, the next case is opened. */
  readonly reopens: boolean;
  readonly life?: { readonly start: string; readonly states: Readonly<Record<string, LifeState>> };
  /** What outcomes are called here. */
  readonly words: { readonly approved?: LocalText; readonly rejected?: LocalText };
  /** Name of the pack that it comes from. */
  readonly pack?: string;
  readonly position: Position;
}
