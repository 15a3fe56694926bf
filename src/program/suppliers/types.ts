// The closed sets of procurement, and the way of a delivery.
export const riskTiers = ["low", "medium", "high"] as const;
export type RiskTier = (typeof riskTiers)[number];
export const itemKinds = ["cots", "sdk", "commissioned", "device", "saas"] as const;
export type ItemKind = (typeof itemKinds)[number];
/** Classes of products with digital elements in the Cyber Resilience Act (Regulation (EU) 2024/2847), Articles 6 to 8. */
export const craClasses = ["default", "important-1", "important-2", "critical", "outside"] as const;
/** Conformity assessment of Article 32: own control, EU type examination, full quality assurance, certification. */
export type CraClass = (typeof craClasses)[number];
export const craRoutes = ["self-assessment", "type-examination", "quality-assurance", "certification", "none"] as const;
export type CraRoute = (typeof craRoutes)[number];
export const clauseIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export const deliveryStates = ["requested", "received", "validated", "gaps", "remediation", "accepted", "refused"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What is missing in a delivery: a code with words in the catalogues, and how much of it. */
export interface DeliveryGap {
  readonly code: string;
  /** How many components it concerns, of how many. */
  readonly count?: number;
  readonly of?: number;
  readonly examples?: readonly string[];
}

export interface DeliveryStep {
  readonly to: DeliveryState;
  readonly at: string;
  readonly by?: string | undefined;
  /** sha256 of the file that came (received). */
  readonly digest?: string | undefined;
  readonly file?: string | undefined;
  /** `cyclonedx-json`, … or `declaration` (received). */
  readonly format?: string | undefined;
  /** What validation found missing; empty where nothing is (validated). */
  readonly gaps?: readonly DeliveryGap[] | undefined;
  /** Until when the supplier mends it (remediation), or a declaration is asked for (requested). */
  readonly due?: string | undefined;
  readonly because?: string | undefined;
}

/** One version of one item on its way. */
export interface SupplierDelivery {
  /** `supplier/item`. */
  readonly item: string;
  readonly version: string;
  readonly state: DeliveryState;
  readonly digest?: string;
  readonly format?: string;
  readonly gaps?: readonly DeliveryGap[];
  readonly steps: readonly DeliveryStep[];
}

export const deliveryRefusals = ["order", "no-file", "not-validated", "gaps-open", "no-gaps", "no-reason"] as const;
export type DeliveryRefusalReason = (typeof deliveryRefusals)[number];

export interface DeliveryRefusal {
  readonly refused: DeliveryRefusalReason;
  readonly message: string;
  /** What the message names, for who says it in another language. */
  readonly values?: Readonly<Record<string, string | number>>;
}
