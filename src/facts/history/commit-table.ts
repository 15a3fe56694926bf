// What is kept of commits: one row each, in typed columns. 100,000 commits are some 12 MB, and a walk over them is a loop over numbers.
import { Growing } from "./growing.ts";
import type { Ragged } from "./ragged.ts";

/** Columns of commits that do not depend on what else is known. */
export interface CommitColumns {
  /** Ids as bytes, 20 (SHA-1) or 32 (SHA-256) of them a commit. */
  readonly ids: Uint8Array;
  /** Numbers into `identities`. */
  readonly author: Int32Array;
  readonly committer: Int32Array;
  /** Seconds since 1970; NaN where the commit names no time that can be read. */
  readonly authorTime: Float64Array;
  readonly committerTime: Float64Array;
  /** Minutes east of UTC. */
  readonly authorZone: Int16Array;
  readonly committerZone: Int16Array;
  /** Number of the pull or merge request that the message names (`(#12)`, `Merge pull request #12`, `See merge request …!12`); 0 where none. */
  readonly change: Int32Array;
  /** `signatureKinds` by number. */
  readonly signature: Uint8Array;
  /** First line of the message, as bytes. */
  readonly subject: Ragged<Uint8Array>;
  /** Commits that the message says it reverts (`r` and the id) or was picked from (`p`), separated by spaces. */
  readonly references: Ragged<Uint8Array>;
  /** Trailers that name people: identity × 2, and 1 for a co-author, 0 for a sign-off. */
  readonly people: Ragged<Int32Array>;
}

/** Rows in the order of committer time, then id. */
export interface CommitTable extends CommitColumns {
  /** Row of each parent; -1 where that commit is not here (a history that was cut). */
  readonly parents: Ragged<Int32Array>;
}

/** As read, in git's order. */
export interface ReadCommits extends CommitColumns {
  readonly parentIds: Ragged<Uint8Array>;
}

/** What a commit is signed with; the number in the column is the place in this list. Whether a signature holds is never asked. */
export const signatureKinds = ["none", "pgp", "ssh", "x509", "other"] as const;
export type SignatureKind = (typeof signatureKinds)[number];

/** Commits being read. */
export class CommitBuilder {
  readonly ids = new Growing(new Uint8Array(32_768));
  readonly author = new Growing(new Int32Array(1024));
  readonly committer = new Growing(new Int32Array(1024));
  readonly authorTime = new Growing(new Float64Array(1024));
  readonly committerTime = new Growing(new Float64Array(1024));
  readonly authorZone = new Growing(new Int16Array(1024));
  readonly committerZone = new Growing(new Int16Array(1024));
  readonly change = new Growing(new Int32Array(1024));
  readonly signature = new Growing(new Uint8Array(1024));
  readonly subject = new GrowingRagged(new Uint8Array(65_536));
  readonly references = new GrowingRagged(new Uint8Array(1024));
  readonly people = new GrowingRagged(new Int32Array(1024));
  readonly parentIds = new GrowingRagged(new Uint8Array(32_768));

  get count(): number {
    return this.author.length;
  }

  finish(): ReadCommits {
    return {
      ids: this.ids.values(),
      author: this.author.values(),
      committer: this.committer.values(),
      authorTime: this.authorTime.values(),
      committerTime: this.committerTime.values(),
      authorZone: this.authorZone.values(),
      committerZone: this.committerZone.values(),
      change: this.change.values(),
      signature: this.signature.values(),
      subject: this.subject.values(),
      references: this.references.values(),
      people: this.people.values(),
      parentIds: this.parentIds.values(),
    };
  }
}

/** A ragged column being filled: what is added to `data` belongs to the row that `endRow` ends. */
export class GrowingRagged<T extends Int32Array | Uint8Array> {
  readonly data: Growing<T>;
  readonly #starts = new Growing(new Int32Array(1024));
  #start = 0;

  constructor(first: T) {
    this.data = new Growing(first);
    this.#starts.push(0);
  }

  /** How much the row being filled holds so far. */
  get rowLength(): number {
    return this.data.length - this.#start;
  }

  endRow(): void {
    this.#start = this.data.length;
    this.#starts.push(this.#start);
  }

  values(): Ragged<T> {
    return { starts: this.#starts.values(), data: this.data.values() };
  }
}
