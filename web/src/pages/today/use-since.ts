// Since when something is new to somebody: their last visit in this browser that is over an hour ago. Looking again at once loses nothing.
import { useState } from "react";
import { keep, kept } from "../../parts/kept.ts";

const HOUR = 3_600_000;

interface Visits {
  /** When this visit began. */
  readonly now: string;
  readonly before?: string;
}

/** Undefined on the first visit. */
export function useSince(person: string): string | undefined {
  const [since] = useState(() => visit(person).before);
  return since;
}

function visit(person: string): Visits {
  const key = `allmend.today.${person}`;
  const known = kept<Visits>(key);
  if (known?.now !== undefined && Date.now() - Date.parse(known.now) < HOUR) return known as Visits;
  const visits: Visits = { now: new Date().toISOString(), ...(known?.now === undefined ? {} : { before: known.now }) };
  keep(key, visits);
  return visits;
}
