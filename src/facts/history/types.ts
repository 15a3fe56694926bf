// A history as its readers see it.
import type { Problem } from "#kit";
import type { Cache } from "../cache.ts";
import type { CommitTable } from "./commit-table.ts";
import type { Identity } from "./identities.ts";
import type { Person } from "./people.ts";

/** All that HEAD and the tags of a repository reach. The same commits and refs give the same history, whatever was known before. */
export interface History {
  /** Id of the repository in the run. */
  readonly repository: string;
  /** Bytes of an id: 20, or 32 in repositories of SHA-256. */
  readonly idBytes: number;
  /** How many commits, on the default branch and on what only tags reach. */
  readonly count: number;
  readonly commits: CommitTable;
  /** Row of HEAD's commit; -1 where there is none. */
  readonly head: number;
  /** 1 for the commits that HEAD reaches. */
  readonly onDefaultBranch: Uint8Array;
  /** Every `Name <address>` as it was written, by number. */
  readonly identities: readonly Identity[];
  /** Who is behind them, by `.mailmap` of HEAD and by address. */
  readonly people: readonly Person[];
  /** Number of an identity → number of the person. */
  readonly personOf: Int32Array;
  /** In the order of their names. */
  readonly tags: readonly Tag[];
  /** Set where only a part of the history is here: commits are missing at its lower end. */
  readonly shallow?: boolean;
  /** Set where git could not come to the end: figures would be about a part. */
  readonly incomplete?: boolean;
  readonly problems: readonly Problem[];
}

export interface Tag {
  readonly name: string;
  /** A tag object of its own, with a tagger and a time. */
  readonly annotated: boolean;
  /** Row of the commit that it names; -1 where it names something else (a file), or a commit that is not here. */
  readonly commit: number;
  /** Seconds since 1970: when it was tagged, of a lightweight tag when its commit was committed. NaN where that cannot be read. */
  readonly time: number;
  /** Number of the tagger's identity; -1 where there is none. */
  readonly tagger: number;
  /** `signatureKinds` by number. */
  readonly signature: number;
  /** First line of an annotated tag's message. */
  readonly subject: string;
}

export interface HistoryOptions {
  /** What was read is remembered here, one entry a repository. */
  readonly cache?: Cache;
  /** Folder for shadow git directories. */
  readonly scratch?: string;
  readonly signal?: AbortSignal;
}
