// What rules can be about, and the facts of one such thing. A fact carries no judgement.

import type { SubjectKind } from "#kit";

export type FactValue = string | number | boolean | readonly string[] | readonly Readonly<Record<string, string | number | boolean>>[];

/** Facts by namespace and name: `facts.license.strength`. What is missing is unknown; null is never written. */
export type Facts = Readonly<Record<string, Readonly<Record<string, FactValue | undefined>> | undefined>>;

/** Where a fact was read. `path` is inside the repository, with forward slashes. */
export interface Evidence {
  readonly repository?: string;
  readonly path?: string;
  /** 1-based. */
  readonly line?: number;
  readonly note?: string;
}

/** One thing that rules judge. `id` is global (`kind:…`) and does not hold a version, so that findings live through updates. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  /** What a person calls it. */
  readonly label: string;
  readonly product?: string;
  readonly facts: Facts;
  /** By fact name (`repository.hasLicense`), or `""` for the subject as a whole. */
  readonly evidence?: Readonly<Record<string, readonly Evidence[]>>;
}
