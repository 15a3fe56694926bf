// Texts from elsewhere, short and on one line.
import { printable } from "#kit";

const LONGEST = 200;

/** The first line with something on it, marks of Markdown headings gone, at most 200 characters; undefined where nothing is said. */
export function oneLine(text: string | undefined, longest = LONGEST): string | undefined {
  const line = text
    ?.slice(0, 4000)
    .split(/\r?\n/)
    .map((part) => part.replace(/^#+\s*/, "").trim())
    .find((part) => part !== "");
  if (line === undefined) return undefined;
  const plain = printable(line);
  return plain.length > longest ? `${plain.slice(0, longest - 1).toWellFormed()}…` : plain;
}

/** An ISO 8601 moment as sources write them, without fractions finer than a second; undefined for anything else. */
export function momentOf(text: string | undefined): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text?.trim() ?? "");
  if (!match) return undefined;
  const [, day = "", time, zone = "Z"] = match;
  const midnight = new Date(`${day}T00:00:00Z`);
  // 31 February is no day.
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  if (time === undefined) return day;
  const date = new Date(`${day}T${time}${zone === "Z" || zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`}`);
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}
