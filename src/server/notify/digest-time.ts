// When the next digest goes out: in the morning of where the office is, summer and winter.
import { localDay } from "#kit";

/** Hour of the day at which digests are sent. */
const HOUR = 6;
const HOURS = 3_600_000;
const DAY = 24 * HOURS;
const MONDAY = 1;

/** The first digest after `came`. `zone`: IANA name of a time zone. */
export function nextDigest(came: Date, mail: "daily" | "weekly", zone: string): Date {
  for (let day = localDay(came.getTime(), zone); ; day++) {
    const at = morningOf(day, zone);
    const isDue = mail === "daily" || new Date(day * DAY).getUTCDay() === MONDAY;
    if (isDue && at > came) return at;
  }
}

/** The moment at which clocks there show that hour; corrected twice, for the days on which clocks are put forward or back. */
function morningOf(day: number, zone: string): Date {
  const wanted = day * DAY + HOUR * HOURS;
  let at = wanted;
  for (let round = 0; round < 2; round++) at += wanted - shownAt(at, zone);
  return new Date(at);
}

/** What clocks there show, as if it were UTC. */
function shownAt(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", hour: "numeric", minute: "numeric" });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return localDay(at, zone) * DAY + (parts.get("hour") ?? 0) * HOURS + (parts.get("minute") ?? 0) * 60_000;
}
