// A program as it is after loading: every reference resolved, every default filled, positions kept for messages.
// schema/*.ts describes the documents as people write them; this is what the other rooms see.

import type { Affiliations } from "./affiliations.ts";
import type { Strength, SubjectKind } from "#kit";
import type { Framework } from "./frameworks/types.ts";
import type { CaseKind } from "./cases/types.ts";
import type { Registers } from "./schema/registers.ts";
import type { PublicSite } from "./site/types.ts";
import type { BusinessModel, BusinessProfile } from "./business/types.ts";
import type { Procurement } from "./suppliers/model.ts";

export const policyAreas = [
  "discovery",
  "review-approval",
  "commercial-procurement",
  "code-management",
  "community-interaction",
  "compliance",
  "executive-engagement",
] as const;
export type PolicyArea = (typeof policyAreas)[number];

/** From best to worst; rules combine by the worst that applies. */
export const outcomes = ["allow", "warn", "review", "deny"] as const;
export type Outcome = (typeof outcomes)[number];

export const distributions = ["internal", "hosted", "browser", "distributed", "embedded", "source"] as const;
export type Distribution = (typeof distributions)[number];
export const rungs = ["consumer", "participant", "contributor", "leader"] as const;
export type Rung = (typeof rungs)[number];
export const documentStates = ["draft", "consultation", "approved", "in-force", "review-due", "superseded"] as const;
export type DocumentState = (typeof documentStates)[number];

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];
export const criticalities = ["low", "medium", "high", "critical"] as const;
export const activityKinds = ["consume", "participate", "contribute", "lead", "govern", "educate", "sponsor"] as const;
export const activityStates = ["planned", "in-progress", "done", "dropped"] as const;
export const modalities = ["must", "must-not", "should", "may", "info"] as const;
export const assurances = ["deterministic", "signal", "attested", "evidence"] as const;

/** A text in one or more languages; a plain string in a document becomes `{ [language of the document]: text }`. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** Where something stands in a document. */
export interface Position {
  /** Path relative to the program's folder, or `pack:name/…` for what a pack brings. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Team {
  readonly id: string;
  readonly name?: LocalText;
  readonly lead?: string;
  readonly members: readonly string[];
  readonly deputies: readonly string[];
  readonly unit?: string;
  /** Day since when it has this role, and where that stands. */
  readonly since?: string;
  /** It does not say since when, and on this day it stood in the documents while there was no strategy yet. */
  readonly seen?: string;
  readonly position?: Position;
}
export interface Board {
  readonly id: string;
  readonly name: LocalText;
  readonly lanes: Readonly<Record<string, number>>;
  readonly quorum: number;
  readonly meets?: string;
  readonly since?: string;
  /** It does not say since when, and on this day it stood in the documents while there was no strategy yet. */
  readonly seen?: string;
  readonly position?: Position;
}
export interface Deliverable {
  readonly id: string;
  readonly kind?: string;
  readonly distribution: Distribution;
  /** Globs over repository ids. */
  readonly repositories: readonly string[];
  /** Glob over tags: which are releases. */
  readonly releaseTags?: string;
}
export interface Product {
  readonly id: string;
  readonly name: LocalText;
  readonly unit?: string;
  readonly owner?: string;
  readonly criticality: "low" | "medium" | "high" | "critical" | "unknown";
  readonly models: readonly BusinessModel[];
  readonly business?: BusinessProfile;
  readonly differentiation?: "differentiator" | "supporting" | "commodity";
  readonly openCore?: { readonly core: readonly string[]; readonly closed: readonly string[] };
  readonly deliverables: readonly Deliverable[];
  readonly position: Position;
}
/** A line to compare a share with: editable, never a truth. */
export interface ReferenceLine {
  readonly label: LocalText;
  /** 0..1 */
  readonly value: number;
}
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly Language[];
  /** IANA name; absent: UTC. */
  readonly timeZone?: string;
  readonly domains: readonly string[];
  readonly forges: readonly string[];
  /** People who develop software with us. */
  readonly engineers?: number;
  /** Legal basis on which names of people may stand in figures; absent: no name does. */
  readonly namesOfPeople?: string;
  readonly units: readonly { readonly id: string; readonly name: LocalText }[];
  /** Nothing of one unit is readable for roles that end at another. */
  readonly unitsApart?: true;
  readonly teams: readonly Team[];
  readonly executives: readonly string[];
  readonly boards: readonly Board[];
  readonly business?: BusinessProfile;
  readonly products: readonly Product[];
  /** By measure; they take the place of those of the registry. */
  readonly referenceLines?: Readonly<Record<string, readonly ReferenceLine[]>>;
  readonly site?: PublicSite;
  /** What a pack leaves open, by name (`copyrightHolder`, `namespaces`, …): rules read them as `organization.parameters`. */
  readonly parameters: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly position: Position;
}

export interface KeyResult {
  readonly measure: string;
  /** Product id, or `*`. */
  readonly of?: string;
  readonly baseline?: string;
  readonly target: string;
  /** Only what is at least this old counts: `30d`. */
  readonly age?: string;
  readonly due?: string;
  readonly position: Position;
}
export interface Objective {
  readonly id: string;
  readonly statement: LocalText;
  readonly from?: string;
  readonly keyResults: readonly KeyResult[];
  readonly position: Position;
}
export interface Activity {
  readonly id: string;
  readonly title: LocalText;
  readonly kind: "consume" | "participate" | "contribute" | "lead" | "govern" | "educate" | "sponsor";
  readonly owner?: string;
  readonly phase?: string;
  /** Days. */
  readonly from?: string;
  readonly until?: string;
  /** Activities that come before it. */
  readonly after?: readonly string[];
  readonly state?: (typeof activityStates)[number];
  readonly budget?: { readonly amount: number; readonly currency: string };
  /** Objective id → strength 1..3. */
  readonly serves: Readonly<Record<string, number>>;
  /** Objective id → what is expected of it there. */
  readonly effects?: Readonly<Record<string, LocalText>>;
  readonly position: Position;
}
export interface Phase {
  readonly id: string;
  readonly title?: LocalText;
  readonly from: string;
  readonly until: string;
}
export interface UpstreamWish {
  readonly project: string;
  readonly wanted: Rung;
  readonly because?: string;
  readonly position: Position;
}
export interface Strategy {
  readonly title: LocalText;
  readonly version: string;
  readonly state: DocumentState;
  readonly owner?: string;
  readonly sponsor?: string;
  /** Days. */
  readonly approved?: string;
  readonly inForce?: string;
  readonly review?: string;
  /** Day on which it came to documents that had a structure already. */
  readonly seen?: string;
  readonly phases?: readonly Phase[];
  readonly objectives: readonly Objective[];
  readonly activities: readonly Activity[];
  readonly upstreams: readonly UpstreamWish[];
  /** Markdown by language. */
  readonly prose: LocalText;
  /** Words of the prose in its first language. */
  readonly words: number;
  /** Name of the pack that it comes from; absent for the organisation's own. */
  readonly pack?: string;
  readonly position: Position;
}

/** A stretch of `when`: from this character on, and where it stands. `fixed`: all of it stands for one placeholder. */
export interface WhenPart {
  readonly from: number;
  readonly line: number;
  readonly column: number;
  readonly fixed?: true;
}

export interface RuleExample {
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: Outcome;
  readonly position: Position;
}
export interface Rule {
  readonly id: string;
  readonly area: PolicyArea;
  readonly about: SubjectKind;
  readonly when: string;
  /** Position of the first character of `when`, so that an expression's error names the right place. */
  readonly whenPosition: Position;
  /** Where its stretches stand when it is not one plain line (block scalars, quotes, placeholders): see `positionInWhen`. */
  readonly whenParts?: readonly WhenPart[];
  readonly decide: Outcome;
  /** What an unknown fact gives; default review. */
  readonly unknown: Outcome;
  readonly lane?: string;
  readonly remedy?: LocalText;
  /** The sentence above the rule, by language: what it enforces in plain words. */
  readonly statement: LocalText;
  /** Activity ids; the policy's where the rule names none. */
  readonly serves: readonly string[];
  readonly owner?: string;
  /** Where the rule comes from (`BAL-LIC-04`, `domain.md`), and how binding and how sure it is. */
  readonly source?: string;
  readonly modality?: "must" | "must-not" | "should" | "may" | "info";
  /** How sure its answers are, as the page states it; absent: as sure as the facts that it reads. */
  readonly assurance?: (typeof assurances)[number];
  readonly examples: readonly RuleExample[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly mode: "enforce" | "shadow";
  /** Name of the pack that it comes from; absent for the organisation's own. */
  readonly pack?: string;
  readonly position: Position;
}
/** A rule of a pack that the organisation does not follow, and why. */
export interface SwitchedOff {
  readonly rule: string;
  readonly because: string;
  readonly pack?: string;
  readonly position: Position;
}
export interface Policy {
  readonly area: PolicyArea;
  readonly title: LocalText;
  readonly state: DocumentState;
  readonly owner?: string;
  readonly approvedBy?: string;
  readonly approved?: string;
  readonly inForce?: string;
  readonly review?: string;
  readonly serves: readonly string[];
  readonly basedOn?: string;
  /** What no rule speaks of, by subject. */
  readonly default: Readonly<Partial<Record<SubjectKind, Outcome>>>;
  readonly rules: readonly Rule[];
  readonly off: readonly SwitchedOff[];
  /** Markdown by language, rules left where they stand. What a pack brings comes first, without the rules that are replaced or switched off. */
  readonly prose: LocalText;
  /** Name of the pack that its front matter comes from; absent where the organisation has a page of its own. */
  readonly pack?: string;
  readonly position: Position;
}

export interface Category {
  /** SPDX id, `LicenseRef-…`, or a pattern with `*`. */
  readonly license: string;
  readonly strength: Strength;
  readonly because?: string;
  readonly position: Position;
}
export interface Choice {
  readonly expression: string;
  readonly choose: string;
  readonly because?: string;
  readonly product?: string;
  readonly position: Position;
}
export interface Curation {
  /** purl or `purl@range`. */
  readonly component: string;
  /** What it replaces: it stops applying, with a finding, when the file says something else. */
  readonly declared?: string;
  readonly concluded: string;
  readonly because: string;
  readonly by?: string;
  readonly on?: string;
  readonly position: Position;
}
export interface Waiver {
  readonly rule: string;
  readonly about: { readonly product?: string; readonly repository?: string; readonly component?: string; readonly upstream?: string };
  readonly because: string;
  readonly control?: string;
  readonly owner: string;
  readonly grantedBy?: string;
  /** ISO date, mandatory; the waiver holds through that day. */
  readonly expires: string;
  readonly position: Position;
}
/** How a component is used, where it is not as its ecosystem usually has it. */
export interface UseStatement {
  /** purl or `purl@range`. */
  readonly component: string;
  readonly product?: string;
  readonly modified?: boolean;
  readonly linkage?: "static" | "dynamic" | "separate" | "none";
  readonly because?: string;
  readonly position: Position;
}
export interface Licenses {
  readonly categories: readonly Category[];
  readonly choices: readonly Choice[];
  readonly curations: readonly Curation[];
  readonly waivers: readonly Waiver[];
  readonly uses?: readonly UseStatement[];
  /** A file with a matrix of licence pairs, inside the program's folder. */
  readonly matrix?: string;
}

/** One line of allmend/records/*.jsonl: what people and machines add over time. */
export interface RecordEntry {
  readonly kind: string;
  readonly at: string;
  readonly by?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly position: Position;
}

export interface Program {
  /** Folder as the user named it. */
  readonly location: string;
  /** sha256 over the documents read, packs included. */
  readonly digest: string;
  /** `name@version` of packs that it builds on, nearest first. */
  readonly packs: readonly string[];
  readonly organization: Organization;
  readonly strategy?: Strategy;
  readonly policies: readonly Policy[];
  readonly licenses: Licenses;
  readonly affiliations?: Affiliations;
  readonly records: readonly RecordEntry[];
  /** Whom we buy from; absent where no register says. */
  readonly procurement?: Procurement;
  /** Kinds of requests; absent where no document describes one. */
  readonly cases?: readonly CaseKind[];
  /** Standards and models of maturity beside those that come with Allmend. */
  readonly frameworks?: readonly Framework[];
  /** What the office keeps; a register whose file is not there is absent. */
  readonly registers?: Registers;
}
