// A release of a product on its way out: its states, its artefacts, the steps that records say.

export const releaseStates = ["planned", "frozen", "resolved", "made", "verified", "shipped", "archived"] as const;
export type ReleaseState = (typeof releaseStates)[number];

export const artifactKinds = ["notices", "sbom", "offer", "sources", "compliance"] as const;
export type ArtifactKind = (typeof artifactKinds)[number];

/** Something that was made for a release. */
export interface ReleaseArtifact {
  readonly kind: ArtifactKind;
  /** Name of the file, without folders. */
  readonly file: string;
  readonly sha256: string;
  /** Digest of the inventory that it was made from, as the artefact itself says. */
  readonly inventory: string;
}

/** One step as a record says it. What its guard asks stands in it, so that a replay needs nothing else. */
export interface ReleaseStep {
  readonly to: ReleaseState;
  readonly at: string;
  readonly by?: string;
  /** Digest of the product's inventory at that moment. */
  readonly inventory?: string;
  /** Findings that deny, of this product and of its uses, that no exception covers. */
  readonly findingsOpen?: number;
  /** Duties that nobody has fulfilled. */
  readonly obligationsOpen?: number;
  /** Components whose licence nobody knows. */
  readonly unknownLicenses?: number;
  /** Made with this step, or seen again when it is verified. */
  readonly artifacts?: readonly ReleaseArtifact[];
  /** Where everything is kept. */
  readonly archive?: string;
  readonly because?: string;
}

export interface Release {
  readonly product: string;
  readonly version: string;
  readonly state: ReleaseState;
  /** Digest of the inventory that was frozen. */
  readonly inventory?: string;
  readonly artifacts: readonly ReleaseArtifact[];
  readonly archive?: string;
  /** Steps that were taken, in their order. */
  readonly steps: readonly ReleaseStep[];
}

/** Why a step is not taken. */
export interface Refusal {
  readonly refused: RefusalReason;
  readonly message: string;
  /** What the message names, for who says it in another language. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export const releaseRefusals = [
  "order",
  "no-inventory",
  "inventory-changed",
  "findings-open",
  "unknown-licences",
  "artifact-missing",
  "artifact-differs",
  "obligations-open",
  "no-archive",
  "no-reason",
  "time-goes-back",
] as const;
export type RefusalReason = (typeof releaseRefusals)[number];
