// Moments as exports write them: ISO 8601, SQL, Jira's JSON and CSV, seconds or milliseconds since 1970. What names no zone is UTC.

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const JIRA = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{2}|\d{4}) (\d{1,2}):(\d{2})(?::\d{2})?(?: (AM|PM))?$/i;
const NUMBER = /^\d{9,13}$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Milliseconds since 1970; undefined for what is no moment, and for days that no calendar has. */
export function readMoment(text: string): number | undefined {
  const iso = ISO.exec(text);
  if (iso) return ofIso(iso);
  const jira = JIRA.exec(text);
  if (jira) return ofJira(jira);
  if (!NUMBER.test(text)) return undefined;
  return text.length > 10 ? Number(text) : Number(text) * 1000;
}

function ofIso([, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", zone = "Z"]: RegExpExecArray):
  | number
  | undefined {
  const at = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  const offset = offsetOf(zone);
  return at === undefined || offset === undefined ? undefined : at + Math.floor(Number(`0.${fraction}`) * 1000) - offset;
}

function ofJira([, day, month = "", year = "", hour = "0", minute = "0", half]: RegExpExecArray): number | undefined {
  const twelve = Number(hour) % 12;
  const hours = half === undefined ? Number(hour) : half.toUpperCase() === "PM" ? twelve + 12 : twelve;
  return utc(
    Number(year.length === 2 ? `20${year}` : year),
    MONTHS.indexOf(month.toLowerCase()) + 1,
    Number(day),
    hours,
    Number(minute),
    0,
  );
}

function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const kept = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return kept && hour < 24 && minute < 60 && second <= 60 ? date.getTime() : undefined;
}

/** Undefined for a zone that is nowhere on earth. */
function offsetOf(zone: string): number | undefined {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  if (Number(match[2]) > 14 || Number(match[3]) > 59) return undefined;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
