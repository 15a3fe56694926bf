// What discovery says of one place: where it is, and how its git directory is laid out.

/** One repository (or plain folder) below the scanned folder. */
export interface FoundRepository {
  /** Path relative to the scanned folder with forward slashes (control characters escaped), or that folder's own name. */
  readonly id: string;
  readonly kind: "git" | "folder";
  /** Absolute real path: the work tree, the bare repository or the folder. */
  readonly location: string;
  /**
   * Absolute real path of the scanned folder: nothing outside it is read. Of a linked work tree whose repository lies outside and owns to it: the git directory
   * of that repository, of which nothing else is read.
   */
  readonly root: string;
  /** Only for kind `git`. */
  readonly git?: GitLayout;
}

/** Absolute real paths, all inside `root`. */
export interface GitLayout {
  /** Holds HEAD: `.git`, a bare repository, or `.git/worktrees/NAME`. */
  readonly directory: string;
  /** Holds objects, refs and config: the same, but for linked work trees. */
  readonly common: string;
  readonly bare: boolean;
}
