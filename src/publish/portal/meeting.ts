// When a board meets next, as far as its plain words say it: "every Tuesday", "second Tuesday of the month", "every second Tuesday from 2026-11-03".

export interface Meeting {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Whether it is that day; otherwise not before it, because the words leave open in which week. */
  readonly exact: boolean;
}

/** Its plain words as parts, so that they can be said in the reader's language. */
export interface Rhythm {
  readonly every: "week" | "fortnight" | "month";
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Which one of the month: 1 to 4. */
  readonly nth?: number;
  /** The day from which fortnights are counted, YYYY-MM-DD. */
  readonly from?: string;
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
const ORDINALS = [
  /\b(?:first|1st|erste\w*)\b/,
  /\b(?:second|2nd|zweite\w*)\b/,
  /\b(?:third|3rd|dritte\w*)\b/,
  /\b(?:fourth|4th|vierte\w*)\b/,
];
const EVERY_WEEK = /^(?:every|each|jeden|on|am)?\s*\p{L}+s?$/u;
const EVERY_OTHER = /\b(?:second|other|two weeks|zweiten|zwei wochen)\b/;
const OF_THE_MONTH = /\b(?:month|monats?)\b/;
const DAY = 86_400_000;

/** Undefined where its words say something else, or leave it open. */
export function rhythmOf(meets: string | undefined): Rhythm | undefined {
  const text = (meets ?? "").toLowerCase().trim();
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => text.includes(name)));
  const nth = ORDINALS.findIndex((ordinal) => ordinal.test(text));
  const [from] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (weekday < 0) return undefined;
  if (OF_THE_MONTH.test(text)) return nth < 0 ? undefined : { every: "month", weekday, nth: nth + 1 };
  if (EVERY_OTHER.test(text)) return from === undefined ? undefined : { every: "fortnight", weekday, from };
  return EVERY_WEEK.test(text) ? { every: "week", weekday } : undefined;
}

/** The first day from `now` on that has the weekday named; undefined where none is. */
export function nextMeeting(meets: string | undefined, now: string): Meeting | undefined {
  const text = (meets ?? "").toLowerCase().trim();
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => text.includes(name)));
  if (weekday < 0) return undefined;
  const today = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  const exact = inMonth(text, weekday, today) ?? inFortnight(text, weekday, today);
  if (exact !== undefined) return { date: dayOf(exact), exact: true };
  return { date: dayOf(onWeekday(weekday, today)), exact: EVERY_WEEK.test(text) };
}

/** "second Tuesday of the month" */
function inMonth(text: string, weekday: number, today: number): number | undefined {
  const nth = ORDINALS.findIndex((ordinal) => ordinal.test(text));
  if (nth < 0 || !OF_THE_MONTH.test(text)) return undefined;
  const from = new Date(today);
  const ofMonth = (ahead: number) => onWeekday(weekday, Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + ahead, 1)) + nth * 7 * DAY;
  const here = ofMonth(0);
  return here >= today ? here : ofMonth(1);
}

/** "every second Tuesday from 2026-11-03": without a day to count from nobody knows in which week. */
function inFortnight(text: string, weekday: number, today: number): number | undefined {
  const [first] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  const begin = first === undefined ? Number.NaN : Date.parse(`${first}T00:00:00Z`);
  if (!EVERY_OTHER.test(text) || Number.isNaN(begin)) return undefined;
  const start = onWeekday(weekday, begin);
  return start + Math.max(0, Math.ceil((today - start) / (14 * DAY))) * 14 * DAY;
}

function onWeekday(weekday: number, from: number): number {
  return from + ((weekday - new Date(from).getUTCDay() + 7) % 7) * DAY;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
