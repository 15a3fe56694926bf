// What an import is: files of one kind, read into facts of a few shapes, with a count of everything that was in them.
import type { Advisory, Mark, Statement } from "../vulnerabilities/types.ts";

/** What licences a scanner found in the files of one thing (a repository, a package). */
export interface FileLicenses {
  /** Path inside it, with forward slashes. */
  readonly path: string;
  /** SPDX expression; `LicenseRef-…` for what the scanner knows and SPDX does not. */
  readonly expression: string;
  /** 0 to 1, the least sure of its matches; absent where the scanner does not say. */
  readonly confidence?: number;
  /** 1-based, of the first match. */
  readonly line?: number;
  readonly copyrights?: readonly string[];
}

/** What a source says of the licence of a package. */
export interface PackageLicense {
  /** Package URL. */
  readonly purl: string;
  readonly declared?: string;
  readonly detected?: string;
  readonly concluded?: string;
  readonly copyrights?: readonly string[];
  /** Why it was concluded or corrected, as the source says it. */
  readonly because?: string;
}

/** A decision of the source about one of its own findings (ORT's resolutions): shown, never applied. */
export interface ForeignResolution {
  readonly about: string;
  readonly reason: string;
  readonly comment?: string;
}

/** A decision about the use of a component that somebody made elsewhere. */
export interface ForeignApproval {
  /** Package URL. */
  readonly component: string;
  readonly outcome: "approved" | "rejected";
  readonly license?: string;
  readonly product?: string;
  readonly linkage?: string;
  readonly distribution?: string;
  readonly modified?: boolean;
  readonly expires?: string;
  readonly by?: string;
  readonly at?: string;
  readonly because?: string;
  /** The tool that it comes from. */
  readonly origin: string;
}

/** One answer of a scorecard. */
export interface ScorecardCheck {
  readonly name: string;
  /** 0 to 10; absent where the check could not tell. */
  readonly score?: number;
  readonly reason?: string;
}

export interface Scorecard {
  /** `github.com/owner/name`. */
  readonly project: string;
  readonly commit?: string;
  readonly score?: number;
  readonly checks: readonly ScorecardCheck[];
}

/** A line of releases (`3.2`) and its end: the day, or whether it has come where no day is known. */
export interface ReleaseLine {
  readonly name: string;
  /** The day from which nobody mends it. */
  readonly ends?: string;
  readonly ended?: boolean;
}

/** When the release lines of a product end. */
export interface Lifecycle {
  readonly product: string;
  /** Package URLs without version. */
  readonly packages: readonly string[];
  readonly lines: readonly ReleaseLine[];
}

/** A change that somebody offered to a project. Days and moments are ISO 8601. */
export interface ChangeRequest {
  readonly number: number;
  readonly opened: string;
  readonly closed?: string;
  readonly merged?: true;
  readonly ours?: true;
}

export interface ChangeRequests {
  /** `github.com/owner/name`. */
  readonly project: string;
  readonly requests: readonly ChangeRequest[];
}

/** What an importer hands over. Everything that it reads goes through exactly one of these. */
export interface ImportSink {
  advisory(advisory: Advisory): void;
  statement(statement: Statement): void;
  mark(mark: Mark): void;
  fileLicenses(found: FileLicenses): void;
  packageLicense(found: PackageLicense): void;
  resolution(resolution: ForeignResolution): void;
  scorecard(scorecard: Scorecard): void;
  approval(approval: ForeignApproval): void;
  lifecycle(lifecycle: Lifecycle): void;
  changeRequests(changeRequests: ChangeRequests): void;
  /** The source looked at this package (a package URL with version), whether it found something or not. */
  looksAt(purl: string): void;
  /** Something that holds nothing for us by its nature: withdrawn, a folder, a file without a licence. */
  empty(why: string): void;
  /** Something that could not be taken: why, and where in the file. */
  notUnderstood(why: string, where: string): void;
}

export interface ImportInput {
  /** Where the file lies. */
  readonly path: string;
  /** How problems name it. */
  readonly name: string;
  /** Repository or product that the file is about, where the user says so. */
  readonly about?: string;
  /** Whether one of these accounts of a forge was ours on a day; absent where no program says. */
  readonly isOurs?: (host: string, accounts: readonly string[], day: string) => boolean;
}

/** What the file says of itself. */
export interface ImportOrigin {
  /**
   * What a later file of the same kind replaces: `trivy:claims-web`, the id of a VEX document. Absent: nothing is replaced, the newest of each record
   * counts.
   */
  readonly replaces?: string;
  /** When the source made it, as it says. */
  readonly at?: string;
  /** `name version` of what made it. */
  readonly tool?: string;
  /** Ecosystems of which it holds everything that is known (a whole database): purl types, for distributions with the namespace (`deb/debian`). */
  readonly covers?: readonly string[];
}

export interface ImportKind {
  /** kebab-case, the name of its folder and of the command's argument. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly means: string;
  /** How to get such a file. */
  readonly how: string;
  /** Loaded when there is something to read. */
  readonly load: () => Promise<ImportReader>;
}

/** Throws `Unreadable` for what is no such file; never anything else for any bytes. */
export type ImportReader = (input: ImportInput, sink: ImportSink) => Promise<ImportOrigin>;
