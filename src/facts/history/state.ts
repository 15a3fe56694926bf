// What a history is between two runs, and how it becomes the next one: what depends on nothing but ids.
import { assemble, type Growth } from "./assemble.ts";
import type { CommitTable, ReadCommits } from "./commit-table.ts";
import { markReachable, markOnward } from "./graph.ts";
import type { IdIndex } from "./id-index.ts";
import type { Identity } from "./identities.ts";
import { type OddTimes, oddTimesOf } from "./problems.ts";
import type { TagObject } from "./tag-objects.ts";

/** By id: a tag object, or the type of what is none. Numbers of taggers are those of the identities beside. */
export type KnownTags = ReadonlyMap<string, TagObject | string>;

export interface State {
  /** Digest of HEAD and the commits that tags name, when this was read. */
  readonly tips: string;
  readonly commits: CommitTable;
  readonly identities: readonly Identity[];
  readonly tags: KnownTags;
  /** `.mailmap` at a commit. */
  readonly mailmap: { readonly commit: string; readonly text: string };
  /** What HEAD reaches (1), and of which commit HEAD was. */
  readonly onDefaultBranch: Uint8Array;
  readonly head: string;
  readonly oddTimes: OddTimes;
  /** Messages that were too long to be read whole, so far. */
  readonly cut: number;
}

/** A state with the index of its commits. */
export interface Indexed {
  readonly state: State;
  readonly index: IdIndex;
}

/** What was read. Identities are all of them, the known ones first. */
export interface News extends Pick<State, "tips" | "head" | "identities" | "tags" | "mailmap" | "cut"> {
  readonly commits: ReadCommits;
  /** Bytes of the ids of the tips; undefined where they surely reach all that is known and read. */
  readonly tipIds?: Uint8Array;
}

export interface Grown extends Indexed {
  /** Undefined where nothing was known before, or a part of it is gone. */
  readonly growth?: Growth;
}

export function grow(known: Indexed | undefined, news: News): Grown {
  const width = news.head.length / 2;
  const before = known && { commits: known.state.commits, index: known.index };
  const taggers = [...news.tags.values()].map((tag) => (typeof tag === "string" ? -1 : tag.tagger));
  const { commits, index, identities, renumbered, growth } = assemble(before, news.commits, news.tipIds, width, news.identities, taggers);
  const earlier = growth && known && { state: known.state, place: growth.place };
  const state: State = {
    tips: news.tips,
    head: news.head,
    onDefaultBranch: defaultBranch(commits, index, news.head, earlier),
    oddTimes: earlier ? sum(earlier.state.oddTimes, oddTimesOf(growth.fresh)) : oddTimesOf(commits),
    commits,
    identities,
    tags: renumberTags(news.tags, renumbered),
    mailmap: news.mailmap,
    cut: news.cut,
  };
  return { state, index, ...(growth ? { growth } : {}) };
}

/** What this commit reaches. Where HEAD only went forward, just what is new is walked. */
export function defaultBranch(
  commits: CommitTable,
  index: IdIndex,
  head: string,
  earlier?: { readonly state: State; readonly place: Int32Array },
): Uint8Array {
  const rowOf = (id: string) => index.find(Buffer.from(id, "hex"), 0);
  const marks = new Uint8Array(commits.author.length);
  if (earlier) {
    earlier.place.forEach((to, from) => {
      marks[to] = earlier.state.onDefaultBranch[from] as number;
    });
    if (markOnward(commits.parents, rowOf(head), marks, rowOf(earlier.state.head))) return marks;
    marks.fill(0);
  }
  markReachable(commits.parents, [rowOf(head)], marks);
  return marks;
}

function sum(a: OddTimes, b: OddTimes): OddTimes {
  return { unreadable: a.unreadable + b.unreadable, early: a.early + b.early };
}

export function renumberTags(tags: KnownTags, numbers: ArrayLike<number>): KnownTags {
  const moved = [...tags].map(
    ([id, tag]) => [id, typeof tag === "string" || tag.tagger < 0 ? tag : { ...tag, tagger: numbers[tag.tagger] as number }] as const,
  );
  return new Map(moved);
}
