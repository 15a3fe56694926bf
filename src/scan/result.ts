// The result document of a run: one growing document, each stage adds its part. Deterministic: no clock, no machine paths; sorted.
import type {
  CheckResult,
  CompatibilityReason,
  DeclaredLicense,
  Evidence,
  FactValue,
  ImportedFile,
  Inventory,
  LicenseMatch,
  ObligationKind,
  PackageHealth,
  SeverityBand,
  Trigger,
  VulnerabilityAnswer,
} from "#facts";
import type { Problem } from "#kit";
import type { Upstreams } from "./upstreams/upstreams.ts";
import type { Community, DeliveryEntry, MeasureValue } from "#measures";
import type { Finding, RuleTally, Verdict } from "#policy";
import type { CraClass, CraRoute, DeliveryGap, DeliveryState, ItemKind, Language, Outcome, PolicyArea, Program, RiskTier } from "#program";

/** A component as the whole organisation has it. */
export interface ResultComponent {
  readonly purl: string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly declared: readonly DeclaredLicense[];
  /** The expression that rules judge, normalised; absent when unknown. */
  readonly license?: string;
  readonly notion: "declared" | "detected" | "concluded" | "none";
  /** Who says so: `lockfile`, `manifest`, `sbom`, `installed`, `cache`, `registry`, `text`, `curation`, …; absent where nobody does. */
  readonly licenseFrom?: string;
  /** What the files declare, as an expression, where a curation concluded something else. */
  readonly declaredLicense?: string;
  /** What the licence texts of the package hold; absent where none was read. */
  readonly detected?: DetectedLicense;
  /** Whether those texts say something else than what is declared; absent where one of the two is not known. */
  readonly licenseDiffers?: boolean;
  /** Bytes of source that it brings, where it is installed or cached as source. */
  readonly sourceBytes?: number;
  /** How it stands, where its registry was asked. */
  readonly health?: PackageHealth;
  readonly pinned: boolean;
  /** Where it is fetched from, when not from the ecosystem's usual registry. */
  readonly source?: "git" | "url" | "registry" | "path";
  readonly integrity?: string;
}

/** Licence texts of a package, as they were read where it is installed or cached. */
export interface DetectedLicense {
  /** All that was found, together; absent where no text was recognised. */
  readonly expression?: string;
  /** Of the least certain one, 0..1; 0 where none was recognised. */
  readonly confidence: number;
  readonly from: "installed" | "cache" | "registry" | "import";
  /** Where it is installed. */
  readonly repository?: string;
  /** Paths inside that repository, or inside the cache. */
  readonly files: readonly { readonly path: string; readonly expression?: string }[];
}

/** One component in one deliverable through one repository. */
export interface ResultUse {
  /** Index in `components`. */
  readonly component: number;
  readonly repository: string;
  readonly product?: string;
  readonly deliverable?: string;
  readonly scope: "production" | "development" | "optional";
  readonly direct?: boolean;
  readonly manifests: readonly { readonly path: string; readonly line?: number }[];
  /** purls from the one that we ask for down to this one: why is it here. */
  readonly path?: readonly string[];
}

/** What the licences of a product ask of it: one duty of one licence, for all the components that it holds for. */
export interface ResultObligation {
  readonly id: string;
  readonly product: string;
  readonly deliverables: readonly string[];
  /** `unknown`: components whose licence is not known, or whose licence nobody has read; they are never left out. */
  readonly kind: ObligationKind | "unknown";
  /** The atom that asks. */
  readonly license: string;
  readonly trigger: Trigger;
  /** The clause, else where the knowledge of it comes from. */
  readonly source: string;
  /** 0..1. */
  readonly confidence: number;
  /** Indexes in `components`. */
  readonly components: readonly number[];
  /** `standing`: it holds always and leaves nothing to hand over. */
  readonly state: "open" | "fulfilled" | "not-applicable" | "standing" | "unknown";
  readonly evidence?: string;
  readonly because?: string;
  readonly owner?: string;
  /** A version or a date. */
  readonly due?: string;
}

/** What somebody's scanner found in the files of a repository. */
export interface ResultFileLicenses {
  /** Files with a licence or copyright. */
  readonly files: number;
  readonly licenses: readonly {
    readonly expression: string;
    readonly files: number;
    readonly examples: readonly { readonly path: string; readonly line?: number; readonly confidence?: number }[];
  }[];
  readonly copyrights: readonly string[];
}

/** A licence that does not go together with the one under which a repository is passed on, or of which nobody knows. Pairs that do are not listed. */
export interface ResultCompatibility {
  readonly repository: string;
  readonly product?: string;
  /** The licence of the repository; absent where nobody knows it. */
  readonly outbound?: string;
  /** The licence of the components. */
  readonly inbound: string;
  readonly compatible: "no" | "unknown";
  readonly reason: CompatibilityReason;
  /** The licence in the same work that it does not go together with (reason `beside`). */
  readonly beside?: string;
  readonly source: string;
  readonly confidence: number;
  /** Indexes in `components`. */
  readonly components: readonly number[];
}

export interface ResultRepository {
  readonly id: string;
  /** `sbom`: a bill of materials that somebody sent for a product. */
  readonly kind: "git" | "folder" | "sbom";
  readonly commit?: string;
  readonly origin?: string;
  readonly products: readonly string[];
  readonly files: number;
  /** A file that stands for the whole: README, LICENSE, or the first; absent where there is none. */
  readonly entry?: string;
  readonly manifests: Inventory["manifests"];
  readonly own: Inventory["own"];
  /** Licences found in its LICENSE files. */
  readonly licenses: readonly (LicenseMatch & { readonly path: string })[];
  /** Licences in its files, as an imported scan found them; absent without one. */
  readonly fileLicenses?: ResultFileLicenses;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
  /** Answers of the checks of published definitions (docs/reference/checks.md), in the order of the catalogue. */
  readonly checks: readonly CheckResult[];
}

/** A vulnerability that others know, in something that we use. */
export interface ResultVulnerability {
  /** Its CVE where it has one. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary?: string;
  readonly url?: string;
  readonly severity: SeverityBand | "unknown";
  readonly score?: number;
  readonly vector?: string;
  readonly exploited?: { readonly by: string; readonly since?: string };
  readonly epss?: number;
  readonly sources: readonly string[];
  readonly affects: readonly {
    /** Index in `components`. */
    readonly component: number;
    /** False where the version could not be compared. */
    readonly sure: boolean;
    /** First mended version. */
    readonly fixed?: string;
    /** Whether it counts anywhere: not where everybody who uses it has set it aside. */
    readonly open: boolean;
    /** Products in which it counts. */
    readonly openIn: readonly string[];
    /** What was answered, by whom, oldest first. */
    readonly answers: readonly VulnerabilityAnswer[];
  }[];
}

/** A file of others' findings that the run rests on. */
export type ResultImport = Omit<ImportedFile, "looksAt">;

/** Something that we buy, and how its delivery stands. */
export interface ResultSupply {
  readonly id: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly products: readonly string[];
  readonly state: DeliveryState | "none";
  readonly version?: string;
  /** sha256 of the file that came, and what it is. */
  readonly digest?: string;
  readonly form?: "sbom" | "declaration";
  /** Until when the supplier answers. */
  readonly due?: string;
  readonly gaps: readonly DeliveryGap[];
  /** Components in its bill of materials. */
  readonly components: number;
  /** Worst answer of the usage rules over them, and which give it. */
  readonly worst?: Outcome;
  readonly worstOf?: readonly string[];
  /** What we find in its code and the supplier did not declare; absent where we hold no code. */
  readonly undeclared?: readonly string[];
  readonly clausesMissing?: readonly string[];
  readonly supportUntil?: string;
  readonly neededUntil?: string;
  readonly supportDays?: number;
  readonly renewalDays?: number;
  readonly craClass?: CraClass;
  readonly craRoute?: CraRoute;
}

export interface ResultSupplier {
  readonly id: string;
  readonly name: string;
  readonly tier: RiskTier;
  /** Of letters to it. */
  readonly language?: Language;
  readonly openChain?: { readonly standard: string; readonly affirmed: string; readonly valid: boolean };
  readonly items: readonly ResultSupply[];
}

export interface Coverage {
  readonly repositories: number;
  readonly repositoriesUnreadable: number;
  readonly manifests: number;
  readonly manifestsUnreadable: number;
  readonly components: number;
  readonly componentsWithLicense: number;
  readonly licenses: LicenseCoverage;
  /** Rules that gave an answer for at least one subject, and those that could not, with why. */
  readonly rulesAnswered: number;
  readonly rulesWithoutSubject: number;
  readonly rulesUnknown: readonly { readonly rule: string; readonly reasons: Readonly<Record<string, number>> }[];
}

/** Where the licences of components are known from, and what is missing. Most first. */
export interface LicenseCoverage {
  /** `type` (of purl) where a source is one of an ecosystem. */
  readonly known: readonly { readonly from: string; readonly type?: string; readonly components: number }[];
  readonly unknown: readonly { readonly type: string; readonly components: number }[];
  /** Components whose licence texts were read, and those whose texts say something else than what is declared. */
  readonly texts: number;
  readonly differing: number;
  /** Whether registries were asked. */
  readonly online: boolean;
}

export interface AreaSummary {
  readonly area: PolicyArea;
  readonly state: string;
  readonly rules: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Rules that gave no answer for any of their subjects. */
  readonly unknown: number;
  readonly worst: Outcome | "unknown" | "none";
}

/** One of the ten things to do first: findings of one rule with one remedy, together. */
export interface ToDo {
  readonly rule: string;
  readonly area: PolicyArea;
  readonly outcome: Outcome;
  readonly because: Finding["because"];
  readonly count: number;
  readonly products: readonly string[];
  readonly examples: readonly string[];
  readonly findings: readonly string[];
}

export interface Summary {
  readonly uses: Readonly<Record<Outcome | "waived" | "unknown", number>>;
  readonly findings: Readonly<Record<Outcome, number>>;
  readonly licenses: readonly { readonly license: string; readonly strength: string; readonly components: number }[];
  readonly ecosystems: readonly { readonly type: string; readonly components: number }[];
  readonly areas: readonly AreaSummary[];
  readonly toDo: readonly ToDo[];
  readonly gate: { readonly failOn: Outcome; readonly failing: number };
}

/** What of a result single questions need. */
export type AskedResult = Pick<
  ScanResult,
  "program" | "now" | "repositories" | "components" | "uses" | "upstreams" | "deliveries" | "vulnerabilities"
> &
  Partial<Pick<ScanResult, "inputs">>;

export interface ScanResult {
  readonly schema: "allmend.result/1";
  readonly tool: { readonly name: "allmend"; readonly version: string; readonly knowledge: string };
  /** The moment for which the run answers (`--now`). */
  readonly now: string;
  readonly inputs: {
    readonly program: {
      readonly location: string;
      readonly digest: string;
      readonly packs: readonly string[];
      /** Where the program lies inside one of the repositories: folder without slashes around it, empty for the root. */
      readonly inside?: { readonly repository: string; readonly folder: string };
    };
    readonly repositories: readonly { readonly id: string; readonly commit?: string }[];
    /** The matrix of licence pairs that was imported. */
    readonly matrix?: { readonly digest: string; readonly pairs: number; readonly timestamp?: string };
    readonly imports: readonly ResultImport[];
    /** Files that told of deployments and incidents. */
    readonly deliveries?: readonly { readonly name: string; readonly digest: string }[];
  };
  readonly program: Program;
  readonly repositories: readonly ResultRepository[];
  readonly components: readonly ResultComponent[];
  readonly uses: readonly ResultUse[];
  /** Licences that do not go together, or of which nobody knows whether they do. */
  readonly compatibility: readonly ResultCompatibility[];
  /** What the licences ask of each product. */
  readonly obligations: readonly ResultObligation[];
  readonly vulnerabilities: readonly ResultVulnerability[];
  readonly suppliers: readonly ResultSupplier[];
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly rules: readonly RuleTally[];
  /** Figures: what each measure says of each subject. */
  readonly measures: readonly MeasureValue[];
  /** The community of each repository that has a history. */
  readonly communities: readonly Community[];
  /** Our involvement in the projects that we depend on. */
  readonly upstreams: Upstreams;
  /** Delivery performance (the DORA keys), by product or repository. */
  readonly deliveries: readonly DeliveryEntry[];
  readonly coverage: Coverage;
  readonly summary: Summary;
  readonly problems: readonly Problem[];
}
