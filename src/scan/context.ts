// What subjects are made from: the program and everything that was collected, joined once.
import type { PublicWorkReader } from "./public-work.ts";
import type { CompatibilityMatrix, Evidence, FactValue, Inventory, LicenseMatch, Imported, TreeSecrets } from "#facts";
import type { Community, Deliveries } from "#measures";
import type { Organization, Program, Replay } from "#program";
import type { Place } from "./assign.ts";
import type { Upstreams } from "./upstreams/upstreams.ts";
import type { KeptCases } from "./kept-cases.ts";
import type { SuppliedItems } from "./suppliers/supplied.ts";
import type { VulnerabilityFacts } from "./vulnerabilities/facts.ts";
import type { ResultComponent, ResultUse } from "./result.ts";

/** One repository as it was collected. */
export interface Collected {
  readonly id: string;
  /** `sbom`: no repository of ours, but a bill of materials that somebody sent for a product. */
  readonly kind: "git" | "folder" | "sbom";
  readonly commit?: string;
  readonly origin?: string;
  readonly files: number;
  /** A file that stands for the whole: README, LICENSE, or the first; absent where there is none. */
  readonly entry?: string;
  readonly inventory: Inventory;
  /** What was counted when it was read, where its inventory is not at hand any more. */
  readonly counted?: { readonly components: FactValue; readonly unknownLicenses: FactValue };
  readonly licenses: readonly (LicenseMatch & { readonly path: string })[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
  /** Facts whose reader failed. */
  readonly failed?: readonly string[];
  /** Whom CODEOWNERS names: for the history to look for, in no result. */
  readonly owners?: readonly string[];
  /** What looks like secrets at HEAD; known ones are not yet taken out. */
  readonly secrets?: TreeSecrets;
}

export interface ScanContext {
  readonly program: Program;
  /** The program's organisation, with assumed products where it names none. */
  readonly organization: Organization;
  readonly now: string;
  readonly repositories: readonly Collected[];
  /** By repository, where there is a history. */
  readonly communities: ReadonlyMap<string, Community>;
  readonly upstreams: Upstreams;
  /** What we do in public; absent where a result is read again. */
  readonly publicWork?: PublicWorkReader;
  /** How products, and repositories that belong to none, deliver. */
  readonly deliveries: Deliveries;
  readonly places: ReadonlyMap<string, readonly Place[]>;
  readonly components: readonly ResultComponent[];
  readonly uses: readonly ResultUse[];
  /** A matrix of licence pairs that was imported. */
  readonly matrix?: CompatibilityMatrix;
  /** Releases as records tell them. */
  readonly replay: Replay;
  /** The version that each product works on. */
  readonly releases: ReadonlyMap<string, string>;
  /** What we buy, and what came. */
  readonly supplied: SuppliedItems;
  /** What others found, as it was imported. */
  readonly imported: Imported;
  /** What others know of the components. */
  readonly vulnerabilities: VulnerabilityFacts;
  /** Cases that stand in no file; absent where no office keeps any. */
  readonly cases?: KeptCases;
}

const DAY = 86_400_000;

/** Whole days from `from` to `to` (ISO dates or times); negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY);
}
