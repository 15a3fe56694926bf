// Dates and spans of time as rules write them. Everything in UTC, to the millisecond.

const moment = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d))?$/;

/** RFC 3339, or a date alone for its first moment. Milliseconds since 1970; undefined for what is no moment. */
export function parseMoment(text: string): number | undefined {
  const found = moment.exec(text);
  if (!found) return undefined;
  const [, year, month, day] = found.map(Number) as [number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

const units: ReadonlyMap<string, number> = new Map([
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
  ["us", 0.001],
  ["µs", 0.001],
  ["ns", 0.000001],
]);

/** `36h`, `1h30m`, `-90s`, and `30d` for days of 24 hours. Milliseconds; undefined for what is no span. */
export function parseDuration(text: string): number | undefined {
  if (text.length > 60) return undefined;
  const sign = text.startsWith("-") ? -1 : 1;
  let rest = text.replace(/^[+-]/, "");
  if (rest === "0") return 0;
  let total = 0;
  if (rest === "") return undefined;
  while (rest !== "") {
    const found = /^(\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(ns|us|µs|ms|s|m|h|d)/.exec(rest);
    if (!found) return undefined;
    total += Number(found[1]) * (units.get(found[2] ?? "") ?? 0);
    rest = rest.slice(found[0].length);
  }
  return sign * total + 0;
}
