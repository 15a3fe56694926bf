// What a package on this machine says of its licence, and where packages lie.
import type { Purl } from "#kit";
import type { Place } from "./place.ts";

/** One licence text beside a package. */
export interface LicenseText {
  /** Inside the place, with forward slashes. */
  readonly path: string;
  /** Null where no licence was recognised in it. */
  readonly expression: string | null;
  /** Of the least certain match, 0..1. */
  readonly confidence: number;
}

/** What one package says. */
export interface PackageRecord {
  /** The licence as its metadata has it, as written; several as an expression where the format says how they are meant. */
  readonly declared?: string;
  /** The file that declares it, inside the place. */
  readonly path?: string;
  /** The version that was found. */
  readonly version: string;
  /** Licence files of the package, by path. */
  readonly texts: readonly LicenseText[];
  /** Bytes of its source; absent where they could not be counted: binaries, archives, too many files. */
  readonly sourceBytes?: number;
}

/** Where a package was found; reading it costs more than finding it. */
export interface Found {
  /** Its folder or file inside the place: its identity there. */
  readonly key: string;
  /** Changes when the package does: size and time of the file that describes it. */
  readonly stamp: string;
  readonly version: string;
  /** What its metadata declares, and where its licence texts lie. Throws nothing: what cannot be read declares nothing. */
  describe(): Description;
  /** Bytes of its source; absent where what is there is no source. */
  sourceBytes?(): number | undefined;
}

export interface Description {
  readonly declared?: string | undefined;
  readonly path?: string | undefined;
  /** Texts by path; read when asked for. `cut`: of a very large file its beginning only. */
  readonly texts: Iterable<{ readonly path: string; readonly bytes: Uint8Array; readonly cut?: true }>;
  /** Notices that lie in an archive; those of a package in a folder are found there. */
  readonly notices?: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>;
}

/** A place with packages of one ecosystem. */
export interface Shelf {
  readonly place: Place;
  /** The package with this name, and this version where the purl has one (else the newest there). */
  find(purl: Purl): Found | undefined;
}

/** How one ecosystem keeps packages. */
export interface PackageSource {
  /** purl type. */
  readonly type: string;
  /** Folders inside a repository that may be shelves, relative to its root; `folders` are those that hold manifests. */
  installed?(repository: Place, folders: readonly string[]): readonly string[];
  /** Folders of this user where the ecosystem caches packages: absolute, they need not exist. */
  caches(environment: UserEnvironment): readonly string[];
  /** A shelf over one of those folders. */
  open(place: Place, memory: ShelfMemory): Shelf;
}

/** Where things lie for this user. */
export interface UserEnvironment {
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** What was known of a file or folder, as long as its stamp is the same. JSON values only. */
export interface ShelfMemory {
  recall(key: string, stamp: string): unknown;
  keep(key: string, stamp: string, value: unknown): void;
}
