// Cases that an office keeps in a database, as far as facts of the organisation need them.
import type { CaseState } from "#decisions";

export interface KeptCases {
  /** Kinds of which there is one, decided or not. */
  readonly kinds: readonly string[];
  /** Those that nobody has decided. */
  readonly open: readonly CaseState[];
}

/** What comes from outside and wants an answer. */
export const inquiryKinds: readonly string[] = ["ask", "report"];
/** Kinds whose dates are facts of the organisation. */
export const datedKinds: readonly string[] = ["resolve", ...inquiryKinds];
