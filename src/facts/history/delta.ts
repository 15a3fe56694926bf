// What came to a history in one run, small enough to be kept beside what was there: commits, tags, and the identities that these name.
import type { ReadCommits } from "./commit-table.ts";
import { Identities, type Identity } from "./identities.ts";
import { type KnownTags, type News, renumberTags, type State } from "./state.ts";
import { join, type Table } from "./table.ts";

export interface Delta extends Pick<State, "tips" | "head" | "cut"> {
  /** Without a text it is the one from before. */
  readonly mailmap: { readonly commit: string; readonly text?: string };
  /** Numbers of people are those of `identities`. */
  readonly commits: ReadCommits;
  /** Those that these commits and tags name, and no others. */
  readonly identities: readonly Identity[];
  /** New ones; those that are gone. */
  readonly tags: KnownTags;
  readonly gone: readonly string[];
}

/** From one state to the next one. `fresh` and the tags of `news` have the numbers of its identities. */
export function deltaOf(before: State, news: News, fresh: ReadCommits): Delta {
  const identities: Identity[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (old: number): number => {
    let number = numbers.get(old);
    if (number === undefined) {
      number = identities.length;
      numbers.set(old, number);
      identities.push(news.identities[old] as Identity);
    }
    return number;
  };
  const commits = withNumbers(fresh, numberOf);
  const added = new Map([...news.tags].filter(([id]) => !before.tags.has(id)));
  const numbered = new Map(
    [...added].map(([id, tag]) => [id, typeof tag === "string" || tag.tagger < 0 ? tag : { ...tag, tagger: numberOf(tag.tagger) }]),
  );
  const gone = [...before.tags.keys()].filter((id) => !news.tags.has(id));
  const { commit, text } = news.mailmap;
  const mailmap = text === before.mailmap.text ? { commit } : { commit, text };
  return { tips: news.tips, head: news.head, mailmap, cut: news.cut, commits, identities, tags: numbered, gone };
}

/** All of these, in their order, as one piece of news about this state. Undefined where there is none. */
export function newsOf(before: State, deltas: readonly Delta[]): News | undefined {
  const last = deltas.at(-1);
  if (!last) return undefined;
  const names = new Identities(before.identities);
  const tags = new Map(before.tags);
  let { text } = before.mailmap;
  let commits: ReadCommits | undefined;
  for (const delta of deltas) {
    const numbers = delta.identities.map((identity) => names.add(identity));
    const these = withNumbers(delta.commits, (old) => numbers[old] as number);
    commits = commits ? (join(commits as unknown as Table, these as unknown as Table) as unknown as ReadCommits) : these;
    text = delta.mailmap.text ?? text;
    for (const id of delta.gone) tags.delete(id);
    for (const [id, tag] of renumberTags(delta.tags, numbers)) tags.set(id, tag);
  }
  if (!commits) return undefined;
  return {
    tips: last.tips,
    head: last.head,
    mailmap: { commit: last.mailmap.commit, text },
    cut: last.cut,
    identities: names.list,
    tags,
    commits,
  };
}

function withNumbers(commits: ReadCommits, numberOf: (old: number) => number): ReadCommits {
  const { people } = commits;
  return {
    ...commits,
    author: commits.author.map(numberOf),
    committer: commits.committer.map(numberOf),
    people: { starts: people.starts, data: people.data.map((value) => numberOf(value >> 1) * 2 + (value & 1)) },
  };
}
