// Packages with a set of their versions.

export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=";

export interface Comparator {
  readonly operator: Operator;
  readonly version: string;
}

/** What `purl@range` means. */
export interface PurlRange {
  /** As it was written. */
  readonly text: string;
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  /** Only components that have these, too. */
  readonly qualifiers?: Readonly<Record<string, string>>;
  /** The version order to compare by: a purl type. */
  readonly order: string;
  /** One of these has to hold, in each of them everything; `[[]]` is every version, `[]` none. */
  readonly alternatives: readonly (readonly Comparator[])[];
}

/** Why a text is no range; a part of a sentence. */
export interface BadRange {
  readonly error: string;
}
