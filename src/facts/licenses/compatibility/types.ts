// May a work under one licence hold a component under another, in this use? Three answers: yes, no, nobody knows; each with its reason and where that comes from.

/** Why; words stand in the catalogues. */
export const compatibilityReasons = [
  "not-delivered", // what only builds or tests is part of nothing that is passed on
  "not-passed-on", // nothing leaves the house
  "side-by-side", // separate programs are no common work
  "same", // the same licence
  "public-domain", // it asks for nothing
  "permissive", // it asks for its notice only
  "library", // works that use it keep their own licence
  "compatible-clause", // the licence itself names the other as one that it may be combined with
  "later-version", // "or later" lets the work be passed on under the version that fits
  "further-restriction", // it asks what the copyleft licence forbids to ask
  "whole-work", // the whole has to be passed on under its licence
  "two-copylefts", // both want the whole for themselves
  "beside", // another component of the same work is under a licence that it does not go together with
  "version-only", // one version only, and the other needs another
  "secondary-licence", // it depends on what the authors allowed beside
  "disputed-network", // lawyers differ on whether the combination is a changed version
  "content", // it is for texts, data or fonts, not for code
  "contract", // the terms of a licence that is not open source decide
  "no-licence", // nobody may use it
  "unknown-licence", // its licence is not known
  "unknown-outbound", // nobody knows under which licence our work is passed on
  "no-rule", // nothing that we know speaks of the two
  "matrix", // the matrix that was given says so
] as const;
export type CompatibilityReason = (typeof compatibilityReasons)[number];

export interface Compatibility {
  /** Undefined: nobody knows. */
  readonly compatible: boolean | undefined;
  readonly reason: CompatibilityReason;
  /** Where that comes from: a clause, a published list, our own reading. */
  readonly source: string;
  /** 0..1. */
  readonly confidence: number;
}

/** A published matrix of licence pairs; undefined for a pair that it does not hold. */
export type CompatibilityMatrix = (outbound: string, inbound: string) => Compatibility | undefined;
