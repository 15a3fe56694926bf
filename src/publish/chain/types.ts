// The chain of a program: objective → activity → policy → rule → finding → decision, the figures that say whether an objective is met, and what the office answers for.
import type { LocalText } from "#program";

export const chainKinds = [
  "objective",
  "responsibility",
  "activity",
  "policy",
  "rule",
  "finding",
  "decision",
  "case",
  "figure",
  "subject",
  "component",
] as const;
export type ChainKind = (typeof chainKinds)[number];

/** One link of the chain. `id` is global: `objective:faster`, `rule:codeowners`, `finding:0123…`, `figure:K-01@product:shop`, `repository:web`. */
export interface ChainNode {
  readonly id: string;
  readonly kind: ChainKind;
  readonly label: LocalText;
  /** State of a document or finding, outcome of a rule, number of a figure. */
  readonly state?: string;
  /** The same as people read it, where it is no word of the house: `2.5 days`. */
  readonly told?: LocalText;
  readonly place?: { readonly file: string; readonly line: number };
}

/** Links in both directions: `above` leads to why it is there, `below` to what comes of it. Sorted by where they were said. */
export interface Chain {
  readonly nodes: ReadonlyMap<string, ChainNode>;
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}

/** A link with what hangs on it in one direction. `more` counts what was left out. */
export interface ChainTree {
  readonly node: ChainNode;
  readonly next: readonly ChainTree[];
  readonly more: number;
}
