// Since when something is new to somebody: their last visit in this browser that is over an hour ago. Looking again at once loses nothing.
import { useState } from "react";

const HOUR = 3_600_000;

interface Visits {
  /** When this visit began. */
  readonly now: string;
  readonly before?: string;
}

/** Undefined on the first visit. */
export function useSince(person: string): string | undefined {
  const [since] = useState(() => visit(person)?.before);
  return since;
}

function visit(person: string): Visits | undefined {
  const key = `allmend.today.${person}`;
  try {
    const known = JSON.parse(localStorage.getItem(key) ?? "null") as Visits | null;
    if (known && Date.now() - Date.parse(known.now) < HOUR) return known;
    const visits: Visits = { now: new Date().toISOString(), ...(known ? { before: known.now } : {}) };
    localStorage.setItem(key, JSON.stringify(visits));
    return visits;
  } catch {
    return undefined;
  }
}
