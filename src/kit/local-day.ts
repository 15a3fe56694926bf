// Days in a time zone.

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day in the zone on which this moment (milliseconds since 1970) lies, counted from 1970-01-01. */
export function localDay(at: number, zone: string): number {
  if (zone === "UTC") return Math.floor(at / DAY);
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(parts.get("year") ?? 1970, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1) / DAY;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" });
  formats.set(zone, format);
  return format;
}
