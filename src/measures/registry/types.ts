// What a measure is: a number with a goal and a question behind it (GQM), a formula that has a version, and what it must not be read as.

export interface MeasureText {
  readonly en: string;
  readonly de: string;
}

/** Unit of the value. `share` is a ratio, 1 being all of it. `profile` is not one number. */
export type MeasureUnit =
  | "share"
  | "count"
  | "days"
  | "hours"
  | "seconds"
  | "years"
  | "lines"
  | "points"
  | "currency"
  | "per week"
  | "per year"
  | "profile";

export interface MeasureDefinition {
  /** `family.kebab-name`; stable for ever. */
  readonly id: string;
  /** Number in the catalogue of figures, K-01 to K-60; accepted wherever the id is. */
  readonly alias?: string;
  readonly title: MeasureText;
  /** What the office wants to reach. */
  readonly goal: string;
  /** The question that the number answers. */
  readonly question: MeasureText;
  /** The formula in words, with what counts and what does not. */
  readonly definition: string;
  /** Whose definition it follows. */
  readonly source: string;
  /** Rises when the formula changes, so that old values are not compared with new ones unawares. */
  readonly formulaVersion: number;
  readonly unit: MeasureUnit;
  /** Time over which it is taken. */
  readonly window: "now" | "30 days" | "90 days" | "365 days" | "per release" | "since the beginning";
  /** Whether more or less of it is better; `none` where neither is. */
  readonly direction: "up" | "down" | "none";
  /** What it must not be read as. */
  readonly caveat: string;
  /** Computed from facts (rules may read it), or from decisions and records (rules may not). */
  readonly from: "facts" | "decisions";
  /** Whether this version computes it. */
  readonly available: "now" | "later";
  /** Lines to compare with: editable, never a truth. */
  readonly references?: readonly { readonly label: string; readonly value: number }[];
}
