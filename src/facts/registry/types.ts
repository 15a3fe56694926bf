// The vocabulary of rules: every fact has a name, a type, a meaning, a source. Type checks, editor help and the reference pages come from here.
import type { SubjectKind } from "#kit";

export type Assurance = "deterministic" | "signal" | "attested" | "evidence";

/** What a fact waits for when nothing here can collect it yet. Becomes the reason of an unknown: `needs-forge`. */
export const needs = [
  "forge", // only the forge knows: stars, branch protection, reviews
  "history", // the history of the repository: commits, tags
  "installed", // packages that are installed or in a cache of this machine
  "licenses", // licence texts of components
  "vulnerabilities", // imported vulnerability data
  "imports", // results of other scanners
  "package-index", // dates and states from a package registry
  "measures", // delivery and community measures
  "upstream", // clones of the projects that we depend on
  "cases", // requests and decisions
  "registers", // registers/*.yaml
  "releases", // releases on record
  "supplier", // supplier deliveries
  "person", // somebody has to say so
] as const;
export type Need = (typeof needs)[number];

export type FactType =
  | "string"
  | "bool"
  | "int"
  | "double"
  | "timestamp"
  | "strings"
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: readonly string[] }
  /** A list of records with these fields. */
  | { readonly records: Readonly<Record<string, "string" | "bool" | "int" | "double">> }
  /** A register that rules ask through its methods: `registers.agreements.covers(person, upstream)`. */
  | "agreements";

export interface FactDefinition {
  readonly type: FactType;
  /** One English sentence; what is not obvious about edges stands in it. */
  readonly means: string;
  /** Where it is read and whose definition it follows. */
  readonly source: string;
  readonly unit?: string;
  readonly assurance: Assurance;
  /** Absent: collected. */
  readonly needs?: Need;
  /** It says what a licensor asks: a rule that reads it cannot be waived. */
  readonly licensor?: true;
  /** Another fact of the same namespace: where that one is false, 0 or empty, this one is not applicable (there is nothing to ask), not unknown. */
  readonly onlyIf?: string;
}

export interface FactNamespace {
  readonly name: string;
  /** Subjects whose rules may read it. */
  readonly about: readonly SubjectKind[];
  /** By name; a dot makes a group inside the namespace: `"license.strength"` in `upstream` is read as `upstream.license.strength`. */
  readonly facts: Readonly<Record<string, FactDefinition>>;
}

type Options = Partial<Pick<FactDefinition, "unit" | "assurance" | "needs" | "onlyIf" | "licensor">>;

/** A fact read from a source as it is (deterministic unless `options` say otherwise). */
export function fact(type: FactType, means: string, source: string, options: Options = {}): FactDefinition {
  return { type, means, source, assurance: "deterministic", ...options };
}

/** A heuristic: likely, not sure. */
export function signal(type: FactType, means: string, source: string, options: Options = {}): FactDefinition {
  return { type, means, source, assurance: "signal", ...options };
}
