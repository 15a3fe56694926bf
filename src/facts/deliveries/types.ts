// What reached people, and what went wrong afterwards, as sources tell it. Times are milliseconds since 1970, UTC.

/** Where a delivery is known from, in order of trust. The last three are read from a history: estimates, and merges only a trend. */
export const deliverySources = ["deployments", "records", "releases", "tags", "merges"] as const;
export type DeliverySource = (typeof deliverySources)[number];

/** Where a row or line stands that said it. */
export interface DeliveryPlace {
  readonly file: string;
  readonly line?: number;
}

/** One commit that a deployment brought, in one repository. */
export interface DeployedCommit {
  /** Full or short id; absent where only a tag is named. */
  readonly sha?: string;
  readonly tag?: string;
  /** Repository as the source names it: an id, a name or an address. */
  readonly repository?: string;
  /** When the change was committed, where the source says so itself. */
  readonly committedAt?: number;
  /** When this part of the run was finished, where the source tells parts apart. */
  readonly finishedAt?: number;
}

export interface Deployment {
  /** The run that it belongs to: rows with one id are one deployment. */
  readonly id: string;
  /** Product as the source names it; absent where only a repository is named. */
  readonly product?: string;
  /** When it was finished. */
  readonly at: number;
  /** What may name a product or repository, where nothing says so outright: the address of the entry, its component. */
  readonly perhaps?: readonly string[];
  readonly result: "success" | "failure" | "other";
  /** Lower case; `production` where the source has no environments. */
  readonly environment: string;
  readonly commits: readonly DeployedCommit[];
  /** Not planned, and made to mend what users saw. Absent where the source does not say. */
  readonly unplanned?: boolean;
  readonly source: DeliverySource;
  readonly place: DeliveryPlace;
}

/** What people say of a release that a sign flagged, or that none did: it failed, or it did not. */
export interface ReleaseJudgement {
  /** Tag of the release. */
  readonly release: string;
  readonly product?: string;
  readonly repository?: string;
  readonly failed: boolean;
  readonly place: DeliveryPlace;
}

export interface Incident {
  readonly id: string;
  readonly title?: string;
  readonly product?: string;
  readonly repository?: string;
  /** What may name a product or repository, where nothing says so outright: component, label, project of the tracker. */
  readonly perhaps?: readonly string[];
  readonly startedAt: number;
  /** Absent while it is open. */
  readonly resolvedAt?: number;
  /** What brought it, where somebody wrote it down: ids of deployments, commits, tags. */
  readonly causes: readonly string[];
  readonly place: DeliveryPlace;
}
