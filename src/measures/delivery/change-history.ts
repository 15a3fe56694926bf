// What delivery asks of a repository's history: commits in rows with their parents and times, and tags. Walks are loops over numbers.

export interface ChangeHistory {
  readonly repository: string;
  readonly count: number;
  /** Seconds since 1970, by row; NaN where a commit names no time that can be read. */
  readonly authorTime: Float64Array;
  readonly committerTime: Float64Array;
  /** The parents of row n are `data[starts[n]]` up to before `data[starts[n + 1]]`; -1 for a commit that is not here. */
  readonly parents: { readonly starts: Int32Array; readonly data: Int32Array };
  /** Row of the commit at HEAD; -1 where there is none. */
  readonly head: number;
  readonly tags: readonly HistoryTag[];
  /** Row of a commit by its id, or the first seven digits and more of it; -1 where it is not here. */
  rowOf(sha: string): number;
  subjectOf(row: number): string;
  /** Commits that the message says it reverts. */
  revertsOf(row: number): readonly string[];
  /** Row of the commit that brought a pull or merge request; -1 where none names it. */
  rowOfChange(number: number): number;
}

export interface HistoryTag {
  readonly name: string;
  /** Row of its commit; -1 where it names none that is here. */
  readonly row: number;
  /** Seconds since 1970: when it was tagged; of a lightweight tag when its commit was committed. */
  readonly time: number;
  /** First line of its message; empty for a lightweight tag. */
  readonly subject: string;
}

export function parentsOf({ parents }: ChangeHistory, row: number): Int32Array {
  return parents.data.subarray(parents.starts[row] ?? 0, parents.starts[row + 1] ?? 0);
}
