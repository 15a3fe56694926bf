// How the contributions of a window spread over organisations. Those who stand for none that is known are a part of their own, never an organisation.
import { type Affiliate, unaffiliated } from "./affiliation.ts";
import { type Contribution, countBy } from "./contributions.ts";
import { leastHalf } from "./least-half.ts";

/** An organisation is named from this many people on: behind fewer, it is they who would be named. */
export const SMALLEST_GROUP = 5;

export interface OrganizationShare {
  readonly name: string;
  readonly ours?: true;
  readonly commits: number;
  readonly share: number;
}

export interface Organizations {
  /** How many organisations are known. */
  readonly count: number;
  /** Fewest organisations that make at least half of what people of known organisations contributed. A low number is the risk. */
  readonly elephantFactor: number | null;
  /** Share of the largest organisation in all contributions. */
  readonly largestShare: number;
  /** Share of ours; null where the organisation names neither domains nor people. */
  readonly oursShare: number | null;
  /** Share of those who stand for no organisation that is known. */
  readonly unaffiliatedShare: number;
  /** Those with five people or more, and ours with as many, the largest first. */
  readonly named: readonly OrganizationShare[];
  /** Of all others together. */
  readonly smaller: { readonly organizations: number; readonly commits: number };
}

/** Undefined where there is nothing to spread. */
export function organizationsOf(list: readonly Contribution[], knowsUs: boolean): Organizations | undefined {
  if (list.length === 0) return undefined;
  const commits = countBy(list, ({ affiliate }) => affiliate);
  const lone = commits.get(unaffiliated) ?? 0;
  commits.delete(unaffiliated);
  const people = peopleBy(list);
  const sorted = [...commits].sort(([a, x], [b, y]) => y - x || (a.name < b.name ? -1 : 1));
  const named = sorted.filter(([affiliate]) => (people.get(affiliate)?.size ?? 0) >= SMALLEST_GROUP);
  const ours = sorted.filter(([affiliate]) => affiliate.ours).reduce((sum, [, count]) => sum + count, 0);
  const inNamed = named.reduce((sum, [, count]) => sum + count, 0);
  return {
    count: sorted.length,
    elephantFactor: leastHalf(commits.values()) ?? null,
    largestShare: (sorted[0]?.[1] ?? 0) / list.length,
    oursShare: knowsUs ? ours / list.length : null,
    unaffiliatedShare: lone / list.length,
    named: named.map(([{ name, ours: own }, count]) => ({
      name,
      ...(own ? { ours: true } : {}),
      commits: count,
      share: count / list.length,
    })),
    smaller: { organizations: sorted.length - named.length, commits: list.length - lone - inNamed },
  };
}

function peopleBy(list: readonly Contribution[]): Map<Affiliate, Set<number>> {
  const people = new Map<Affiliate, Set<number>>();
  for (const { affiliate, person } of list) {
    const set = people.get(affiliate);
    if (set) set.add(person);
    else people.set(affiliate, new Set([person]));
  }
  return people;
}
