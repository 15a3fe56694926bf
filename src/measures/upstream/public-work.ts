// What we do in public: commits of ours in a project in the year, and of whom. The people are counted together over all projects, and never told.
import type { History } from "#facts";
import type { Affiliation } from "../community/affiliation.ts";
import { contributionsOf, within, YEAR } from "../community/contributions.ts";

export interface PublicWork {
  readonly commits: number;
  /** Proper addresses, names where there is none: who works in two projects is one person. */
  readonly people: ReadonlySet<string>;
}

/** `now` in seconds since 1970. */
export function publicWorkOf(history: History, affiliation: Affiliation, now: number): PublicWork {
  const ours = within(contributionsOf(history, affiliation, now).list, now - YEAR, now).filter(({ affiliate }) => affiliate.ours);
  const nameOf = (person: number) => (history.people[person]?.email || history.people[person]?.name || "").toLowerCase();
  return { commits: ours.length, people: new Set(ours.map(({ person }) => nameOf(person))) };
}
