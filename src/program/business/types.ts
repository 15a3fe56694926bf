// How an organisation or a product lives with open source: the models, the usual reasons, and what is said of each.

import type { LocalText } from "../model.ts";

export const businessModels = ["consumption", "licensing", "hosting", "support", "open-core", "other"] as const;
export type BusinessModel = (typeof businessModels)[number];
/** Why businesses use open source (OSPO 101, module 1). */
export const businessReasons = ["speed", "cost", "customisation", "innovation", "security", "advantage", "licensing-freedom"] as const;

/** How an organisation or a product lives with open source. */
export interface BusinessProfile {
  readonly role?: "consumer" | "producer" | "both";
  readonly state: "draft" | "proposed" | "confirmed" | "under-review";
  readonly review?: string;
  /** They combine; none of them is right by itself. */
  readonly models: readonly {
    readonly model: BusinessModel;
    /** What it is called, where it is none of the usual ones. */
    readonly name?: LocalText;
    /** Percent. */
    readonly share?: number;
    readonly revenue?: string;
    readonly because?: string;
    readonly reasons: readonly (typeof businessReasons)[number][];
    readonly risks: readonly string[];
    readonly since?: string;
  }[];
}
