// The contract of a check: a question of a published definition, answered from the facts of a repository.
import type { Evidence, FactValue } from "../subjects.ts";

export const checkOutcomes = ["pass", "fail", "not-applicable", "unknown", "error"] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

export const checkGroups = ["files", "supply-chain", "history", "forge"] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** A text in every language of the product. */
export interface CheckText {
  readonly en: string;
  readonly de: string;
}

/** True and false pass and fail; undefined where a fact that decides is not known. */
export type Said = boolean | "not-applicable" | undefined;

export interface RepositoryCheck {
  /** `subject.question`, as `docs/reference/checks.md` lists it. */
  readonly id: string;
  readonly group: CheckGroup;
  readonly title: CheckText;
  /** The precise definition, one English sentence with its edges. */
  readonly definition: string;
  readonly remedy: CheckText;
  /** Whose definition it is: tool and name of the check there. */
  readonly sources: readonly string[];
  /** Facts of the namespace `repository` that decide, the telling one first: their evidence is the check's. */
  readonly reads: readonly string[];
  /** Where the source defines a score of 0 to 10. */
  readonly score?: (known: Known) => number | undefined;
  /** The fact that is shown beside the outcome: a count, a share. */
  readonly shows?: string;
  /** An indicator informs; its failing is no defect by itself. */
  readonly indicator?: boolean;
  judge(known: Known): Said;
}

/** Facts by name; undefined for what is not known or of another type. */
export interface Known {
  value(name: string): FactValue | undefined;
  flag(name: string): boolean | undefined;
  number(name: string): number | undefined;
  text(name: string): string | undefined;
  list(name: string): readonly string[] | undefined;
}

/** The answer of one check about one repository. */
export interface CheckResult {
  readonly id: string;
  readonly outcome: CheckOutcome;
  /** Of an unknown: what it waits for (`needs-forge`, `needs-history` …), or `not-read`. */
  readonly why?: string;
  /** 0 to 10, where the definition has one. */
  readonly score?: number;
  readonly value?: string | number;
  readonly places?: readonly Evidence[];
}
