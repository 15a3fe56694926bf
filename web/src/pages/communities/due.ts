// When something of a register has to be looked at.

/** A quarter: time enough to ask whether it is still worth its money. */
const AHEAD_DAYS = 90;

/** Days from one to the other (`2026-12-31`); negative where the day is past, undefined where there is none. */
export function dueIn(day: string | undefined, today: string): number | undefined {
  return day === undefined ? undefined : Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

/** Past, or within the next quarter. */
export function isDue(day: string | undefined, today: string): boolean {
  const left = dueIn(day, today);
  return left !== undefined && left <= AHEAD_DAYS;
}
