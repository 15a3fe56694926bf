// Contributions as the figures of a community count them: commits of people on the default branch, merges and bots left out.
import { type History, isMerge } from "#facts";
import type { Affiliate, Affiliation } from "./affiliation.ts";

export const DAY = 86_400;
export const YEAR = 365 * DAY;

export interface Contribution {
  readonly row: number;
  readonly person: number;
  /** Seconds: when it came in (committer time). */
  readonly time: number;
  readonly affiliate: Affiliate;
}

export interface Contributions {
  /** In the order of their times. */
  readonly list: readonly Contribution[];
  /** On the default branch before `until`, everything counted. */
  readonly commits: number;
  readonly merges: number;
  readonly bots: number;
  /** Commits after `until` or without a time that can be read: they count nowhere. */
  readonly outOfTime: number;
}

/** All contributions before `until` (seconds). */
export function contributionsOf(history: History, affiliation: Affiliation, until: number): Contributions {
  const affiliateOf = affiliation.of(history);
  const isBot = history.people.map((person) => affiliation.isBot(person));
  const list: Contribution[] = [];
  const count = { commits: 0, merges: 0, bots: 0, outOfTime: 0 };
  for (let row = 0; row < history.count; row += 1) {
    if (history.onDefaultBranch[row] === 0) continue;
    const time = history.commits.committerTime[row] as number;
    if (!(time < until)) {
      count.outOfTime += 1;
      continue;
    }
    count.commits += 1;
    const identity = history.commits.author[row] as number;
    const person = history.personOf[identity] as number;
    if (isBot[person]) count.bots += 1;
    else if (isMerge(history, row)) count.merges += 1;
    else list.push({ row, person, time, affiliate: affiliateOf(identity, time) });
  }
  return { list, ...count };
}

/** Those in `[from, until)`. */
export function within(list: readonly Contribution[], from: number, until: number): Contribution[] {
  return list.filter(({ time }) => time >= from && time < until);
}

/** How many each has: of people, of organisations. */
export function countBy<K>(list: readonly Contribution[], key: (contribution: Contribution) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const contribution of list) counts.set(key(contribution), (counts.get(key(contribution)) ?? 0) + 1);
  return counts;
}
