// The few ways in which facts decide. Each leaves unknown what is unknown.
import type { Known, Said } from "./types.ts";

type Judge = (known: Known) => Said;

/** A flag that has to be true. */
export function holds(name: string): Judge {
  return (known) => known.flag(name);
}

/** Only asked where another flag is true: content of a file that is there. */
export function where(condition: string, judge: Judge): Judge {
  return (known) => {
    const asked = known.flag(condition);
    return asked === false ? "not-applicable" : asked === undefined ? undefined : judge(known);
  };
}

/** Only asked where this count is more than none. */
export function whereAny(count: string, judge: Judge): Judge {
  return (known) => {
    const found = known.number(count);
    return found === 0 ? "not-applicable" : found === undefined ? undefined : judge(known);
  };
}

/** A count or a list that has to be empty. */
export function none(name: string): Judge {
  return (known) => {
    const count = known.number(name) ?? known.list(name)?.length;
    return count === undefined ? undefined : count === 0;
  };
}

/** A number that has to reach this. */
export function atLeast(name: string, least: number): Judge {
  return (known) => {
    const found = known.number(name);
    return found === undefined ? undefined : found >= least;
  };
}
