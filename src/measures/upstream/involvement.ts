// How much of us is in a project of others, and on how few it rests: from its history and the organisation's documents.
import { type History, type Identity, isForge, isMerge, releaseTags } from "#facts";
import type { Rung } from "#program";
import { type Affiliation, unaffiliated } from "../community/affiliation.ts";
import { cadenceOf } from "../community/cadence.ts";
import { type Contribution, contributionsOf, countBy, within, YEAR } from "../community/contributions.ts";
import { leastHalf } from "../community/least-half.ts";
import { SMALLEST_GROUP } from "../community/organizations.ts";
import { rungOf } from "./rung.ts";

export interface Involvement {
  /** Commits of the year, merges and bots left out, and of how many people. */
  readonly contributions: number;
  readonly contributors: number;
  readonly absenceFactor: number | null;
  readonly elephantFactor: number | null;
  /** Share of the largest organisation that is known. */
  readonly largestShare: number | null;
  readonly unaffiliatedShare: number | null;
  readonly daysSinceCommit: number | null;
  readonly daysSinceRelease: number | null;
  /** Null where the organisation names neither domains nor people: nobody can be told to be ours. */
  readonly ours: OurPart | null;
}

export interface OurPart {
  readonly commits: number;
  readonly ever: number;
  /** Commits in each of the last five years, the oldest first; the last is the year before now. */
  readonly years?: readonly number[];
  /** Of the commits of the year; null where there were none. */
  readonly share: number | null;
  /** Null for one to four: no figure about so few. */
  readonly people: number | null;
  readonly maintainers: number;
  readonly rung: Rung;
}

export interface InvolvementOptions {
  readonly affiliation: Affiliation;
  /** Seconds since 1970. */
  readonly now: number;
  readonly zone: string;
  /** Addresses that its MAINTAINERS and CODEOWNERS name. */
  readonly maintainers: readonly string[];
}

/** So many years are told: involvement grows slowly. */
const YEARS = 5;

/** Who brings in the work of others this often in a year looks after a project. */
const INTEGRATIONS = 3;

export function involvementOf(history: History, options: InvolvementOptions): Involvement {
  const { affiliation, now } = options;
  const all = contributionsOf(history, affiliation, now);
  const year = within(all.list, now - YEAR, now);
  const people = countBy(year, ({ person }) => person);
  const organizations = countBy(year, ({ affiliate }) => affiliate);
  const lone = organizations.get(unaffiliated) ?? 0;
  organizations.delete(unaffiliated);
  const releases = releaseTags(history, now * 1000, options.zone).releases.map(({ at }) => at / 1000);
  const last = all.list.at(-1)?.time;
  // For whom fewer than five people work is said nowhere; on how few it rests is, because their loss is our risk (ADR 10).
  const few = people.size < SMALLEST_GROUP;
  const part = (count: number) => (few ? null : count / year.length);
  return {
    contributions: year.length,
    contributors: people.size,
    absenceFactor: leastHalf(people.values()) ?? null,
    elephantFactor: few ? null : (leastHalf(organizations.values()) ?? null),
    largestShare: part(Math.max(0, ...organizations.values())),
    unaffiliatedShare: part(lone),
    daysSinceCommit: last === undefined ? null : Math.floor((now - last) / 86_400),
    daysSinceRelease: cadenceOf(releases, now).daysSinceLast,
    ours: affiliation.knowsUs ? ourPart(history, all.list, year, options) : null,
  };
}

function ourPart(history: History, all: readonly Contribution[], year: readonly Contribution[], options: InvolvementOptions): OurPart {
  const ours = year.filter(({ affiliate }) => affiliate.ours);
  const people = new Set(ours.map(({ person }) => person)).size;
  const ever = all.filter(({ affiliate }) => affiliate.ours).length;
  const share = year.length === 0 ? null : ours.length / year.length;
  const maintainers = maintainersOf(history, options);
  return {
    commits: ours.length,
    ever,
    years: Array.from({ length: YEARS }, (_, index) => {
      const until = options.now - (YEARS - 1 - index) * YEAR;
      return within(all, until - YEAR, until).filter(({ affiliate }) => affiliate.ours).length;
    }),
    share,
    people: people > 0 && people < SMALLEST_GROUP ? null : people,
    maintainers,
    rung: rungOf({ commits: ours.length, ever, share: share ?? 0, maintainers }),
  };
}

/** Our people who bring in the work of others (as committers or by merges) in the year, or whom a file of maintainers names. */
function maintainersOf(history: History, { affiliation, now, maintainers }: InvolvementOptions): number {
  const { commits, personOf, identities } = history;
  const affiliateOf = affiliation.of(history);
  const integrated = new Map<number, number>();
  for (let row = 0; row < history.count; row += 1) {
    const time = commits.committerTime[row] as number;
    if (history.onDefaultBranch[row] === 0 || !(time >= now - YEAR && time < now)) continue;
    const author = commits.author[row] as number;
    const committer = commits.committer[row] as number;
    // What a forge commits was merged by whom the merge names as its author.
    const integrator = isForge(identities[committer] as Identity) ? author : committer;
    const person = personOf[integrator] as number;
    const othersWork = isMerge(history, row) || personOf[author] !== person;
    if (othersWork && affiliateOf(integrator, time).ours) integrated.set(person, (integrated.get(person) ?? 0) + 1);
  }
  const looking = new Set(
    [...integrated].filter(([, count]) => count >= INTEGRATIONS).map(([person]) => history.people[person]?.email.toLowerCase()),
  );
  for (const address of maintainers) if (affiliation.ofAddress(address).ours) looking.add(address.toLowerCase());
  return looking.size;
}
