// What the report's script reads: everything that repeats stands in a table once and is named by its number, so that ten thousand findings stay small.
// All texts are in the report's language and made visible already; the script lays them out and never makes markup of them.

/** Number of a row in the table that the field's comment names; -1 for none. */
export type Ref = number;

export interface ReportData {
  readonly words: Readonly<Record<"state" | "explain" | "list" | "scope", Readonly<Record<string, string>>>>;
  readonly locale: string;
  readonly texts: readonly string[];
  /** What people call the ecosystem of a purl type. */
  readonly ecosystems: Readonly<Record<string, string>>;
  readonly products: readonly string[];
  readonly repositories: readonly string[];
  /** [repository, path]; -1 for the program's own documents. */
  readonly files: readonly (readonly [Ref, string])[];
  /** [product, deliverable or repository]: where a component is used. */
  readonly places: readonly (readonly [Ref, string])[];
  readonly rules: readonly RuleRow[];
  /** [name, value or null where it is not known, source]. */
  readonly facts: readonly (readonly [string, string | null, string])[];
  /** Lists of `facts`. */
  readonly factLists: readonly (readonly Ref[])[];
  /** Sentences about what is not known. */
  readonly unknowns: readonly (readonly string[])[];
  /** Expression, then sentences: where it comes from, which branch was chosen and why, what decided. */
  readonly licenses: readonly (readonly string[])[];
  /** [state, sentences: because, assurance, what it counts as while unknown]. */
  readonly manners: readonly (readonly string[])[];
  /** [characters that the purl shares with the one before, the rest of it, licence (texts), kind of licence (texts), declarations (texts)...]. */
  readonly components: readonly ComponentRow[];
  /** Steps that bring components in, flat: [step before, component, …]. */
  readonly steps: readonly number[];
  /** By component: uses. */
  readonly uses: readonly (readonly UseRow[])[];
  readonly findings: readonly FindingRow[];
}

export interface RuleRow {
  readonly id: string;
  readonly area: string;
  readonly sentence: string;
  readonly statement: string;
  readonly remedy: readonly string[];
  readonly when: string;
  readonly stands: string;
  readonly decides: string;
  readonly serves: readonly (readonly [string, readonly string[]])[];
  readonly shadow: boolean;
}

export type ComponentRow = readonly [number, string, Ref, Ref, ...Ref[]];
/** [place, scope × 3 + (0 not said, 1 direct, 2 brought in), step, then file and line (0 for none) in turn]. */
export type UseRow = readonly number[];
/**
 * [rule, manner, id (hexadecimal), component or label, place, factList, unknown, license, where it stands (file, line, note in turn; 0: where its uses stand),
 * then sentences about exceptions and the baseline].
 */
export type FindingRow = readonly (number | string | readonly number[])[];
