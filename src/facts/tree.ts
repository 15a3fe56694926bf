// A repository as readers see it: a list of files at one commit (or on disk) and a bounded way to read them.
import type { Problem } from "#kit";

export interface TreeFile {
  /** Path inside the repository, forward slashes, no leading slash. May hold any character but NUL. */
  readonly path: string;
  readonly kind: "file" | "symlink" | "submodule";
  /** Git blob id (of a submodule: its commit); for plain folders absent. */
  readonly oid?: string;
  /** Bytes of a file; absent where they are not known: a blob that is not here, a link, a submodule. */
  readonly size?: number;
}

export interface Tree {
  /** Path relative to the scanned folder, or its name: `claims-web`, `group/api`. */
  readonly id: string;
  readonly kind: "git" | "folder";
  /** Absolute path on this machine: for messages only, never in results. */
  readonly location: string;
  /** Full commit id; absent for folders and unborn repositories. */
  readonly commit?: string;
  /** Committer date of that commit, ISO 8601; absent for folders. */
  readonly commitDate?: string;
  /** Public address of the repository where its configuration names one (never with credentials). */
  readonly origin?: string;
  /** Set where only a part of the history is here. */
  readonly shallow?: boolean;
  readonly files: readonly TreeFile[];
  /**
   * The bytes of one file; undefined where there is none (missing, a symlink, a submodule, a blob that a partial clone lacks, or larger than the
   * limit: the reason is then in `problems`). Never reads outside the repository.
   */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * The same in pieces, without the limit, for files too large to hold; a piece is good until the next is asked for. Absent where a tree cannot, undefined
   * where there is no such file; one that cannot be read has no pieces, and the reason is in `problems`.
   */
  stream?(path: string): AsyncIterable<Uint8Array> | undefined;
  /** The same as text (UTF-8, UTF-16 by byte order mark; broken sequences become U+FFFD). */
  text(path: string): Promise<string | undefined>;
  /** What could not be read so far; grows with reading. */
  readonly problems: readonly Problem[];
  close(): Promise<void>;
}
