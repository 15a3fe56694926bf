// On which rung of a project we stand, by what its history shows of us. Issues, reviews and seats in committees leave no trace in a clone: the rung may be higher, never lower.
import type { Rung } from "#program";

export interface Presence {
  /** Commits of ours in the window, and ever. */
  readonly commits: number;
  readonly ever: number;
  /** Share of the commits of the window. */
  readonly share: number;
  /** Of our people, those who look after it. */
  readonly maintainers: number;
}

/** From this share of the commits of a year on, a project follows us whether it wants to or not. */
const LEADING_SHARE = 0.25;
/** Fewer commits than this are no share to speak of. */
const LEAST_FOR_SHARE = 12;
/** From this many commits in a year on, contributing is a habit. */
const HABIT = 5;

/**
 * Leader: one of ours maintains it and we contributed in the window, or a quarter of the commits (12 or more) is ours. Contributor: five commits or more in the window.
 * Participant: any commit of ours, ever. Consumer: none.
 */
export function rungOf({ commits, ever, share, maintainers }: Presence): Rung {
  if (commits > 0 && (maintainers > 0 || (share >= LEADING_SHARE && commits >= LEAST_FOR_SHARE))) return "leader";
  if (commits >= HABIT) return "contributor";
  return ever > 0 || maintainers > 0 ? "participant" : "consumer";
}
