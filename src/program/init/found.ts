// What `propose` looks at, and what it proposes. Facts come through a small interface, since this room may not read repositories itself.
import type { Distribution, Product } from "../model.ts";
import type { BusinessModel } from "../business/types.ts";

/** A repository that was found. Trees of `#facts` fit as they are, once their files are paths. */
export interface FoundRepository {
  /** Path below the scanned folder: `claims-web`, `group/api`. */
  readonly id: string;
  /** Address of its origin, where one is known. */
  readonly origin?: string;
  /** Paths of its files, with forward slashes. */
  readonly files: readonly string[];
  /** Text of a file; undefined where there is none. */
  text(path: string): Promise<string | undefined>;
}

export type Criticality = Product["criticality"];

/** What a repository makes. */
export type DeliverableKind =
  | "web"
  | "service"
  | "library"
  | "app"
  | "desktop"
  | "firmware"
  | "tool"
  | "infrastructure"
  | "documents"
  | "code";

export interface ProposedDeliverable {
  readonly id: string;
  readonly kind: string;
  readonly distribution: Distribution;
  readonly repositories: readonly string[];
  /** What it was taken from, for people: `Dockerfile`, `package.json: vite`. */
  readonly because: readonly string[];
}

export interface ProposedProduct {
  readonly id: string;
  readonly name?: string;
  readonly unit?: string;
  readonly owner?: string;
  readonly criticality?: Criticality;
  readonly models: readonly BusinessModel[];
  readonly deliverables: readonly ProposedDeliverable[];
  /** Why these repositories are one product: `common prefix`, `system of catalog-info.yaml`. */
  readonly because: string;
}

export interface ProposedTeam {
  readonly id: string;
  readonly unit?: string;
  /** Where it was found: `CODEOWNERS`, `catalog-info.yaml`, the CSV. */
  readonly because: string;
}

export interface Proposal {
  /** Name of the organisation, where something says it. */
  readonly organization?: string;
  /** `github.com/name`, the most frequent first. */
  readonly forges: readonly string[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly ProposedTeam[];
  readonly products: readonly ProposedProduct[];
  /** Repositories that belong to no product, with why. */
  readonly leftOut: readonly { readonly repository: string; readonly because: string }[];
}
