// The community of one repository, from its history: who takes part (as numbers), for whom they work, what happens, how often it is released.
import { type History, releaseTags } from "#facts";
import { type Activity, activityOf } from "./activity.ts";
import type { Affiliation } from "./affiliation.ts";
import { type Cadence, cadenceOf } from "./cadence.ts";
import { type Contribution, type Contributions, contributionsOf, countBy, DAY, within, YEAR } from "./contributions.ts";
import { type Contributors, contributorsOf } from "./contributors.ts";
import { leastHalf } from "./least-half.ts";
import { type Onion, onionOf } from "./onion.ts";
import { type Organizations, organizationsOf, SMALLEST_GROUP } from "./organizations.ts";
import { type ContributorStream, streamOf } from "./stream.ts";

export interface Community {
  readonly repository: string;
  /** Commits on the default branch until now, and when the first and the last of them came in (ISO 8601). */
  readonly commits: number;
  readonly first?: string;
  readonly last?: string;
  /** Days of the window, up to now. */
  readonly days: number;
  readonly activity: Activity;
  /** Left out of contributions, of all commits. */
  readonly leftOut: { readonly merges: number; readonly bots: number; readonly outOfTime: number };
  /** Null where fewer than five people contributed: no figure is given about them. `nobody` where none did. */
  readonly people: CommunityPeople | null;
  readonly withheld?: "group-too-small" | "nothing-to-measure";
  readonly releases: Cadence;
  /** Names of those who contributed in the window, by the alphabet; only where the organisation names its legal basis. */
  readonly names?: readonly string[];
  /** Only a part of the history is here: everything speaks of that part. */
  readonly shallow?: true;
}

export interface CommunityPeople {
  readonly contributors: Contributors;
  /** Fewest people who make at least half of the contributions. */
  readonly absenceFactor: number;
  readonly onion: Onion;
  readonly organizations: Organizations;
  /** People whom trailers name as co-authors and who authored nothing in the window. */
  readonly coAuthors: number;
  /** Contributors of two years by kind; results of earlier versions lack it. */
  readonly stream?: ContributorStream;
}

export interface CommunityOptions {
  readonly affiliation: Affiliation;
  /** Seconds since 1970. */
  readonly now: number;
  /** Time zone in which tags of one day are one release. */
  readonly zone: string;
  /** Glob of the tags that are releases; without one, tags that end in a version and are not preliminary. */
  readonly tagPattern?: string;
  /** The organisation names its legal basis for names. */
  readonly names: boolean;
}

const DAYS = 365;

export function communityOf(history: History, options: CommunityOptions): Community {
  const { now } = options;
  const all = contributionsOf(history, options.affiliation, now);
  const from = now - DAYS * DAY;
  const year = within(all.list, from, now);
  const [first, last] = endsOf(history, now);
  const people = peopleOf(history, all, year, options);
  const active = countBy(year, ({ person }) => person);
  return {
    repository: history.repository,
    commits: all.commits,
    ...(first === undefined ? {} : { first: iso(first) }),
    ...(last === undefined ? {} : { last: iso(last) }),
    days: DAYS,
    activity: activityOf(all.list, now),
    leftOut: { merges: all.merges, bots: all.bots, outOfTime: all.outOfTime },
    people: people ?? null,
    ...(people ? {} : { withheld: active.size === 0 ? "nothing-to-measure" : "group-too-small" }),
    releases: cadenceOf(
      releaseTags(history, now * 1000, options.zone, options.tagPattern).releases.map(({ at }) => at / 1000),
      now,
    ),
    ...(people && options.names ? { names: namesOf(history, active) } : {}),
    ...(history.shallow ? { shallow: true } : {}),
  };
}

function peopleOf(
  history: History,
  all: Contributions,
  year: readonly Contribution[],
  { now, affiliation }: CommunityOptions,
): CommunityPeople | undefined {
  const counts = countBy(year, ({ person }) => person);
  const organizations = organizationsOf(year, affiliation.knowsUs);
  const absenceFactor = leastHalf(counts.values());
  if (counts.size < SMALLEST_GROUP || organizations === undefined || absenceFactor === undefined) return undefined;
  return {
    contributors: contributorsOf(all.list, now - YEAR, now),
    absenceFactor,
    onion: onionOf(counts.values()),
    organizations,
    coAuthors: coAuthorsBeside(history, year, counts),
    stream: streamOf(all.list, now, affiliation.knowsUs),
  };
}

function coAuthorsBeside(history: History, year: readonly Contribution[], authors: ReadonlyMap<number, number>): number {
  const { people } = history.commits;
  const beside = new Set<number>();
  for (const { row } of year) {
    for (let at = people.starts[row] as number; at < (people.starts[row + 1] as number); at += 1) {
      const value = people.data[at] as number;
      const person = history.personOf[value >> 1] as number;
      if (value & 1 && !authors.has(person) && !history.people[person]?.bot) beside.add(person);
    }
  }
  return beside.size;
}

function namesOf(history: History, active: ReadonlyMap<number, number>): string[] {
  const names = [...active.keys()].map((person) => history.people[person]?.name ?? "").filter((name) => name !== "");
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "en") || (a < b ? -1 : 1));
}

/** When the first and the last commit of the default branch before `until` came in. */
function endsOf(history: History, until: number): [number | undefined, number | undefined] {
  let first: number | undefined;
  let last: number | undefined;
  for (let row = 0; row < history.count; row += 1) {
    const time = history.commits.committerTime[row] as number;
    if (history.onDefaultBranch[row] === 0 || !(time < until)) continue;
    first ??= time;
    last = time;
  }
  return [first, last];
}

function iso(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
