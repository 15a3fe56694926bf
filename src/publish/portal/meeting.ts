// When a board meets next, as far as its plain words say it.

export interface Meeting {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Whether it is that day; otherwise not before it, because the words leave open in which week. */
  readonly exact: boolean;
}

const WEEKDAYS = [
  ["sunday", "sonntag"],
  ["monday", "montag"],
  ["tuesday", "dienstag"],
  ["wednesday", "mittwoch"],
  ["thursday", "donnerstag"],
  ["friday", "freitag"],
  ["saturday", "samstag"],
];
const EVERY_WEEK = /^(?:every|each|jeden|on|am)?\s*\p{L}+s?$/u;

/** The first day from `now` on that has the weekday named; undefined where none is. */
export function nextMeeting(meets: string | undefined, now: string): Meeting | undefined {
  const text = (meets ?? "").toLowerCase().trim();
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => text.includes(name)));
  if (weekday < 0) return undefined;
  const day = new Date(`${now.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((weekday - day.getUTCDay() + 7) % 7));
  return { date: day.toISOString().slice(0, 10), exact: EVERY_WEEK.test(text) };
}
