// Who came, who came back, who stayed away: numbers of people, by what each of them did before the window and in it.
import { type Contribution, DAY } from "./contributions.ts";

export interface Contributors {
  /** Contributed in the window. */
  readonly active: number;
  /** First ever contribution in the window. */
  readonly new: number;
  /** Contributed in the window after more than 90 days without. */
  readonly returning: number;
  /** Contributed in the window before, not in this one. */
  readonly gone: number;
  /** Active in the first half of the window, not in the second. */
  readonly drifting: number;
  /** Contributed more than once, ever, of the active. */
  readonly repeat: number;
}

/** Without a contribution for longer than this, the next one is a return. */
export const RETURN_DAYS = 90;

/**
 * `list` holds all contributions until the end of the window `[from, until)`, in the order of time; new is who is new to the whole history, not to the window
 * alone (as Augur has it). Returning and new exclude each other.
 */
export function contributorsOf(list: readonly Contribution[], from: number, until: number): Contributors {
  const people = new Map<number, Trail>();
  for (const { person, time } of list) {
    if (time >= until) break;
    const trail = people.get(person) ?? {
      first: time,
      last: Number.NEGATIVE_INFINITY,
      count: 0,
      before: false,
      active: false,
      returned: false,
    };
    if (time >= from) {
      if (trail.count > 0 && time - trail.last > RETURN_DAYS * DAY) trail.returned = true;
      trail.active = true;
    } else if (time >= from - (until - from)) trail.before = true;
    trail.last = time;
    trail.count += 1;
    people.set(person, trail);
  }
  const trails = [...people.values()];
  const half = until - (until - from) / 2;
  const count = (which: (trail: Trail) => boolean) => trails.filter(which).length;
  return {
    active: count(({ active }) => active),
    new: count(({ active, first }) => active && first >= from),
    returning: count(({ active, first, returned }) => active && returned && first < from),
    gone: count(({ active, before }) => before && !active),
    drifting: count(({ active, last }) => active && last < half),
    repeat: count(({ active, count: all }) => active && all > 1),
  };
}

interface Trail {
  readonly first: number;
  last: number;
  count: number;
  before: boolean;
  active: boolean;
  returned: boolean;
}
