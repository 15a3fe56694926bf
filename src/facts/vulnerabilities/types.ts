// What others say about vulnerabilities, before anybody looks at what we use.

export const severityBands = ["none", "low", "medium", "high", "critical"] as const;
export type SeverityBand = (typeof severityBands)[number];

export interface Severity {
  readonly band: SeverityBand;
  /** 0 to 10, where a vector or the source gives it. */
  readonly score?: number;
  /** The CVSS vector it was computed from. */
  readonly vector?: string;
}

/** A stretch of versions, in the order of `Affected.order`; a bound that is missing is open. */
export interface Interval {
  /** First affected version. */
  readonly from?: string;
  /** Affected is what comes after this one. */
  readonly after?: string;
  /** First version that is not affected any more. */
  readonly below?: string;
  /** Last affected version. */
  readonly through?: string;
}

/** What an advisory says of one package. */
export interface Affected {
  /** Package URL without version. */
  readonly package: string;
  /** How versions are ordered: a purl type, or `semver`. */
  readonly order: string;
  readonly intervals?: readonly Interval[];
  /** Versions that are affected whatever the intervals say. */
  readonly versions?: readonly string[];
  /** First versions that are mended, in the branches that have one. */
  readonly fixed?: readonly string[];
  /** Only in this release of a distribution: `debian-12`, `alpine-3.18`. */
  readonly distro?: string;
}

export interface Exploited {
  /** Who says so: `CISA KEV`, … */
  readonly by: string;
  /** A day. */
  readonly since?: string;
}

export interface Advisory {
  readonly id: string;
  /** Other names of the same vulnerability. */
  readonly aliases: readonly string[];
  readonly summary?: string;
  readonly url?: string;
  readonly severity?: Severity;
  /** Present where the source says that it is exploited; absent where it says nothing. */
  readonly exploited?: Exploited;
  /** EPSS: probability of exploitation in thirty days, 0 to 1. */
  readonly epss?: number;
  readonly modified?: string;
  /** It does not hold any more. */
  readonly withdrawn?: true;
  readonly affected: readonly Affected[];
  /** What told us: `osv`, `trivy`, … */
  readonly source: string;
}

/** What somebody knows of a vulnerability by name alone, whatever the package: exploited, likely to be. */
export interface Mark {
  readonly id: string;
  readonly exploited?: Exploited;
  readonly epss?: number;
  readonly source: string;
}

export const vexStatuses = ["not-affected", "affected", "fixed", "under-investigation"] as const;
export type VexStatus = (typeof vexStatuses)[number];

/** What a statement is about: a component, or a product, or a component in a product. */
export interface StatementSubject {
  /** A package URL, with a version where it speaks of one. */
  readonly component?: string;
  /** Versions of that component, as `purl@range` writes them, where it names none. */
  readonly range?: string;
  /** A product as the statement names it. */
  readonly product?: string;
}

/** Somebody's answer whether a vulnerability counts. */
export interface Statement {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly status: VexStatus;
  /** `component-not-present`, `code-not-reachable`, … as OpenVEX and CycloneDX have them. */
  readonly justification?: string;
  readonly because?: string;
  readonly action?: string;
  /** Who says so. */
  readonly by: string;
  /** When it was said. */
  readonly at: string;
  readonly subjects: readonly StatementSubject[];
  readonly source: string;
}
