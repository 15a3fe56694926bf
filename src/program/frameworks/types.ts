// What others ask of an office (standards, maturity models), as topics: an answer to a topic counts in every framework that asks for it.
import type { LocalText, Position } from "../model.ts";

/** What a run can see by itself. */
export const evidenceIds = [
  "strategy-in-force",
  "activities-owned",
  "sponsor-named",
  "policy-compliance",
  "policy-contribution",
  "policy-use",
  "policy-procurement",
  "rules-on-vulnerabilities",
  "rules-by-use",
  "acknowledged",
  "teams-led",
  "trainings-passed",
  "trainings-held",
  "products-listed",
  "products-owned",
  "key-results-measured",
  "results-compared",
  "obligations-derived",
  "obligations-settled",
  "contact-public",
  "contact-security-public",
  "case-ask",
  "case-report",
  "case-contribute",
  "case-publish",
  "case-use",
  "boards-named",
  "legal-team",
  "security-team",
  "remedies-stated",
  "inventories",
  "releases-archived",
  "vulnerabilities-looked-up",
  "affirmed",
  "affirmed-lately",
  "alternatives-looked-at",
  "dependencies-followed",
  "inner-source",
  "commits-upstream",
  "forks-planned",
  "events-or-memberships",
  "sponsorships",
  "memberships",
  "reported-publicly",
  "suppliers-followed",
  "critical-planned",
  "collaborations",
  "published-alive",
  "catalogue-kept",
  "share-measured",
  "roles-held",
  "rules-on-licences",
  "upstreams-named",
  "agreements-kept",
  "support-planned",
  "components-owned",
  "communities-measured",
] as const;
export type EvidenceId = (typeof evidenceIds)[number];

export interface Topic {
  readonly id: string;
  readonly ask: LocalText;
  readonly shown?: EvidenceId;
}

export interface FrameworkItem {
  readonly id: string;
  /** Part of the framework that it belongs to. */
  readonly group?: string;
  readonly text: LocalText;
  /** All of them must be met. */
  readonly topics: readonly string[];
  readonly position: Position;
}

export interface Framework {
  readonly id: string;
  readonly title: LocalText;
  readonly version?: string;
  readonly source?: LocalText;
  readonly url?: string;
  /** How long an affirmation of it holds: `18m`. */
  readonly affirmedFor?: string;
  readonly topics: readonly Topic[];
  /** What its parts are called, by the name that items have for them. */
  readonly groups?: readonly { readonly id: string; readonly name: LocalText }[];
  readonly items: readonly FrameworkItem[];
}
