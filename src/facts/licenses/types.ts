// What a licence text is, and what we know of a licence. Knowledge says what a licence is; what we make of it stands in licenses.yaml.

import type { Strength } from "#kit";
import type { NetworkTrigger } from "./knowledge/curated/network.ts";
import type { PropertySource } from "./knowledge/properties.ts";

export interface LicenseKnowledge {
  /** SPDX id (or `LicenseRef-…`, `NONE`, `NOASSERTION`). */
  readonly id: string;
  readonly name: string;
  readonly strength: Strength;
  readonly osiApproved: boolean;
  readonly deprecated: boolean;
  /** Where the strength comes from, in the order of trust (`curated`, `blueoak`, `spdx-copyleft`, `family`, `choosealicense`, …). */
  readonly source: string;
  /** 0..1. */
  readonly confidence: number;
  /** network-clause, non-commercial, patent-grant, source-offer, notice, change-notes, advertising, trademark, no-derivatives, … */
  readonly properties: readonly string[];
  /** Where each property comes from and how sure it is, in the order of `properties`. */
  readonly grounds: readonly PropertyGround[];
  /** What triggers the network clause, or the distribution by online access; absent where use over a network asks nothing. */
  readonly networkTrigger?: NetworkTrigger;
}

export interface PropertyGround {
  readonly property: string;
  /** `propertySources` says what each means. */
  readonly source: PropertySource;
  /** 0..1. */
  readonly confidence: number;
}

/** One licence found in one file. */
export interface LicenseMatch {
  readonly spdx: string;
  /** 0..1. */
  readonly confidence: number;
  readonly kind: "text" | "tag" | "header";
  /** 1-based lines of the match, where known. */
  readonly lines?: readonly [number, number];
  /** Set where the text is none of those known but comes near one: `spdx` is then a `LicenseRef-like-…` of its own. */
  readonly nearest?: NearestText;
}

/** The known text that an unknown one comes nearest to. */
export interface NearestText {
  readonly spdx: string;
  /** 0..1: how much of the known text is there. */
  readonly similarity: number;
  /** The first places that differ, in the order of the file. */
  readonly differences: readonly TextDifference[];
  /** How many more there are. */
  readonly moreDifferences?: number;
}

export interface TextDifference {
  /** 1-based. */
  readonly line: number;
  /** What the file says; empty where it leaves something out. */
  readonly text: string;
  /** What the known text says there; empty where the file adds something. */
  readonly instead: string;
}

/**
 * Why an answer rests on less than the file's text: `binary` holds no text, of `large` files the two ends were read, `unreadable` is no plain file or not
 * ours to read, `left-out` lies beyond what is read of one repository.
 */
export type IdentificationRemark = "binary" | "large" | "unreadable" | "left-out";

/** The answer for one file: `expression` is null when nothing is recognised. */
export interface Identification {
  readonly path: string;
  readonly expression: string | null;
  readonly licenses: readonly LicenseMatch[];
  readonly remark?: IdentificationRemark;
}
