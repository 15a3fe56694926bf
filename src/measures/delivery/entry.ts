// The answer for one product or repository: the profile of four. `docs/reference/schema/output/delivery.json` is its published shape.
import type { DeliverySource } from "#facts";
import type { BandYear, DeliveryKey, Level } from "./bands.ts";
import type { Standing } from "./distribution.ts";

/** Years whose figures can be compared with; 2025 is a distribution without levels. */
export type DeliveryYear = BandYear | 2025;

/** Why there is no level, or none that can be told from others. */
export const deliveryReasons = [
  "no-deployments",
  "too-few-deployments",
  "too-few-weeks",
  "too-short",
  "no-changes",
  "too-few-changes",
  "no-incident-source",
  "no-incidents",
  "too-few-incidents",
  "not-separable",
  "no-levels",
  "trend-only",
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

export type DeliveryUnit = "deployment days per week" | "seconds" | "share";

export interface DeliveryMetric {
  /** Null where nothing can be computed. */
  readonly value: number | null;
  readonly unit: DeliveryUnit;
  readonly level: Level | null;
  /** Deployments, changes, or incidents that the value rests on. */
  readonly sample: number;
  readonly betweenBands: boolean;
  readonly reason?: DeliveryReason;
  /** Levels that the year's bands do not tell apart at this value. */
  readonly levels?: readonly Level[];
  /** Its place among the answers of 2025. */
  readonly standing?: Standing;
  /** Days of the window that it was taken over; the longer one where the shorter holds too little. */
  readonly days: number;
}

export interface DeliveryEntry {
  /** `product:ID` or `repository:ID`. */
  readonly subject: string;
  readonly year: DeliveryYear;
  readonly source: DeliverySource;
  /** Read from a history instead of being told: an estimate. */
  readonly estimate: boolean;
  /** Computed as this tool does, for comparing; else by our own definitions. */
  readonly compatible?: "devlake";
  readonly window: { readonly from: string; readonly to: string; readonly zone: string };
  readonly metrics: Readonly<Record<DeliveryKey, DeliveryMetric>>;
  /** The worst of the levels that are known, of three or more; null with fewer. */
  readonly overall: Level | null;
  /** What stands behind the four. */
  readonly detail: DeliveryDetail;
}

export interface DeliveryDetail {
  /** Deployments in the window, in 365 days, and by week. */
  readonly deployments: number;
  readonly deploymentsInYear: number;
  readonly deploymentsPerWeek?: number;
  /** Seconds from the author's date, and from the committer's. */
  readonly leadTimeAuthored?: Quantiles;
  readonly leadTimeCommitted?: Quantiles;
  readonly failed?: number;
  /** From the deployment that brought it to the end, seconds: the recovery time of 2023 and later. */
  readonly recovery?: number;
  readonly openIncidents: readonly { readonly id: string; readonly age: number }[];
  /** Deployments that were not planned and mended what users saw, of all deployments of 365 days. */
  readonly reworkRate?: number;
  /** Releases that are held to have failed, with the sign that says so: to be confirmed or dismissed by people, and those that they dismissed. */
  readonly flagged?: readonly FlaggedRelease[];
}

export interface FlaggedRelease {
  readonly release: string;
  /** Absent where only a person says that it failed. */
  readonly mendedBy?: string;
  readonly sign: "revert" | "hotfix" | "said";
  /** What people put on record of it; a dismissed one counts nowhere. */
  readonly judged?: "confirmed" | "dismissed";
}

export interface Quantiles {
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}
