// Spans of time of documents (`3d`, `24h`, `1m`) laid onto moments. Months and years follow the calendar of UTC; a day that a month lacks is its last.

const MILLISECONDS: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The moment so long after another, in UTC. */
export function after(moment: string, span: string): string {
  const working = /^(\d{1,3}) working days?$/.exec(span);
  if (working) return workingDays(Date.parse(moment), Number(working[1]));
  const match = /^(\d+(?:\.\d+)?)(min|h|d|w|m|y)$/.exec(span);
  const start = Date.parse(moment);
  if (!match || Number.isNaN(start)) throw new Error(`no span or no moment: ${span}, ${moment}`);
  const amount = Number(match[1]);
  const unit = match[2] ?? "d";
  const length = MILLISECONDS[unit];
  return new Date(
    length === undefined ? months(start, unit === "y" ? amount * 12 : amount) : start + Math.round(amount * length),
  ).toISOString();
}

/** Monday to Friday in UTC; holidays are not known here. What comes in on a weekend counts from the Monday after. */
function workingDays(start: number, count: number): string {
  const date = new Date(start);
  const off = () => date.getUTCDay() === 0 || date.getUTCDay() === 6;
  while (off()) date.setUTCHours(24, 0, 0, 0);
  for (let left = count; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (!off()) left--;
  }
  return date.toISOString();
}

function months(start: number, count: number): number {
  const date = new Date(start);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + Math.round(count));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** Whether a moment lies before another; both with their time zone. */
export function isBefore(first: string, second: string): boolean {
  return Date.parse(first) < Date.parse(second);
}

/** The end of a day of the calendar, in UTC. */
export function endOfDay(day: string): string {
  return `${day.slice(0, 10)}T23:59:59.999Z`;
}
