// What a rule answers about a subject. Three different things: a fact, a finding (one rule, one subject), a verdict (the sum for a subject).
import { type Evidence, type FactValue, needs } from "#facts";
import type { SubjectKind } from "#kit";
import type { Outcome, PolicyArea, Position } from "#program";

/** Why a finding says what it says. */
export type Because =
  | "matched" // the rule's condition holds
  | "unknown" // a fact that it needs is not known
  | "not-covered" // no rule of a policy speaks of this subject; the policy's default answers
  | "attestation" // a person is asked to say so
  | "waiver-expired"; // the condition holds, and the waiver that covered it has run out

export interface UnknownFact {
  /** `repository.stars`, or `attested:nothing-confidential`. */
  readonly fact: string;
  /** One of `unknownReasons`, words in the catalogues. */
  readonly reason: string;
}

/**
 * Why a fact is not known: `needs-…` waits for a source (the registry says which); `missing`: its source said nothing; `undetermined`: somebody
 * looked and could not tell; `unreadable`: there is a text that is no licence expression; `not-set`: a parameter of the program; `error`:
 * the condition could not be computed, or a fact does not have its type.
 */
export const unknownReasons = [
  ...needs.map((need) => `needs-${need}` as const),
  "missing",
  "undetermined",
  "unreadable",
  "not-set",
  "not-applicable",
  "error",
] as const;

export interface LicenseBranch {
  /** The expression that was judged, normalised. */
  readonly expression: string;
  /** Where it comes from: declared (lockfile, manifest, sbom), detected, concluded (curation). */
  readonly notion: "declared" | "detected" | "concluded" | "none";
  readonly from?: string;
  /** For OR: the branch that answers best, or that licenses.yaml chooses. */
  readonly chosen?: string;
  readonly chosenBecause?: "best" | "choice";
  /** The atoms that gave the outcome. */
  readonly decisive: readonly string[];
}

export interface Finding {
  /** `finding:` and sixteen hex digits of rule and subject: the same in every version and on every line. */
  readonly id: string;
  /** Rule id; `default:<area>` where no rule speaks; `curation-changed` where a correction in licenses.yaml no longer says what it corrects. */
  readonly rule: string;
  readonly area: PolicyArea;
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly label: string; readonly product?: string };
  readonly outcome: Outcome;
  readonly because: Because;
  readonly unknown?: readonly UnknownFact[];
  readonly assurance: "deterministic" | "signal" | "attested" | "evidence";
  readonly mode: "enforce" | "shadow";
  /** The facts that the rule read, with their values. */
  readonly facts: readonly { readonly name: string; readonly value?: FactValue; readonly from?: string }[];
  readonly evidence: readonly Evidence[];
  readonly license?: LicenseBranch;
  readonly lane?: string;
  /** Activities and, through them, objectives that the rule serves. */
  readonly serves: { readonly activities: readonly string[]; readonly objectives: readonly string[] };
  /** Where the rule, the policy whose default answers, or the curation stands. */
  readonly position: Position;
  /** Set where a waiver of ours covers it (then it does not count) or covered it until it ran out. */
  readonly waiver?: { readonly because: string; readonly owner: string; readonly expires: string; readonly expired: boolean };
  /** Against a baseline: new, known (not due yet), overdue; absent without a baseline. */
  readonly age?: "new" | "known" | "overdue";
  readonly due?: string;
  /** Day on which a baseline saw it first. */
  readonly firstSeen?: string;
}

/** The sum for one subject: the worst of what applies. `allow` only where a rule says so and nothing worse applies. */
export interface Verdict {
  readonly subject: string;
  /** `unknown`: nothing speaks for what it counts as but facts that are not known; `not-applicable`: no rule says anything. */
  readonly outcome: Outcome | "unknown" | "not-applicable";
  /** What a gate takes it for; absent where no rule says anything. */
  readonly counts?: Outcome;
  readonly findings: readonly string[];
  /** Where licences were to choose from: the branch that was taken, also where nothing is said against it. */
  readonly license?: LicenseBranch;
}

/** How one rule fared over all its subjects: also for rules that found nothing, so that silence is seen. */
export interface RuleTally {
  readonly rule: string;
  readonly area: PolicyArea;
  readonly about: SubjectKind;
  readonly subjects: number;
  /** The condition is false: the rule does not apply, which is what most rules want to hear. */
  readonly notMatched: number;
  readonly matched: number;
  readonly unknown: number;
  /** Reasons for unknown with their counts. */
  readonly reasons: Readonly<Record<string, number>>;
}
