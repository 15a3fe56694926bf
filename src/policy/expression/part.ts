// What compiling makes of each piece of a condition: its type, how to compute it, and what follows from it being true.
import type { FactDefinition } from "#facts";
import { type CelType, ANY } from "./cel-type.ts";
import { Unknown } from "./three-valued.ts";

/** Contributor agreements on file; undefined where the register does not say. */
export interface Agreements {
  covers(person: string, project: string): boolean | undefined;
}

/** What one evaluation sees. */
export interface Frame {
  /** Aligned with the condition's `reads`: a value, or an `Unknown` that says why there is none. */
  values: readonly unknown[];
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Variables of `exists`, `all`, …, outermost first. */
  readonly locals: unknown[];
  /** Steps that are left, of list macros and over texts; a condition that needs more is not known. */
  fuel: number;
}

/** Longest text that a condition makes. Texts double quickly: `x + x`, again and again, fills any memory. */
export const longestMade = 65_536;

const CHARACTERS_A_STEP = 256;

/** Takes what reading so many characters costs; false where too little is left. */
export function pays(frame: Frame, characters: number): boolean {
  frame.fuel -= Math.floor(characters / CHARACTERS_A_STEP);
  return frame.fuel >= 0;
}

export type Run = (frame: Frame) => unknown;

/** One input of a condition. */
export type Read =
  | { readonly is: "fact"; readonly name: string; readonly definition: FactDefinition | undefined }
  /** Whether somebody attested this for the subject. */
  | { readonly is: "attested"; readonly name: string; readonly id: string }
  | { readonly is: "measure"; readonly name: string; readonly id: string };

/** A necessary condition: where the input is known and none of `values`, the whole is false. */
export interface Guard {
  readonly slot: number;
  readonly values: ReadonlySet<unknown>;
}

/** One of several conditions that must hold together. */
export interface Conjunct {
  readonly run: Run;
  readonly source: string;
}

export interface Part {
  readonly type: CelType;
  readonly run: Run;
  /** The slot that it reads, where it is a fact and nothing else. */
  readonly slot?: number;
  /** Where the closed set holds "unknown": the value itself, so that an author may ask for it. */
  readonly raw?: Run;
  /** A literal's value. */
  readonly literal?: string | number | boolean;
  /** A list literal's parts, with the offsets at which they stand. */
  readonly elements?: readonly { readonly part: Part; readonly offset: number }[];
  readonly guards?: readonly Guard[];
  /** Parts joined by && at the top, flattened. */
  readonly conjuncts?: readonly Conjunct[];
}

/** Stands for a part with a mistake in it, so that one mistake gives one message. */
export const BROKEN: Part = { type: ANY, run: () => new Unknown([]) };

/** A fault of evaluation (division by zero, index out of range): not known, and `what` is to blame. */
export function failure(what: string): Unknown {
  return new Unknown([{ fact: what.length > 80 ? `${what.slice(0, 79)}…` : what, reason: "error" }]);
}
