// The order for ecosystems whose own we do not know: numbers as numbers, words as words, the usual words for unfinished versions before the finished one.
import { compareDigits, compareLists, versionScheme } from "./scheme.ts";

interface GenericVersion {
  /** The numbers that it begins with. */
  readonly numbers: readonly string[];
  /** Words and numbers that follow. */
  readonly rest: readonly string[];
}

const unfinished = ["dev", "snapshot", "nightly", "alpha", "a", "beta", "b", "preview", "pre", "m", "milestone", "rc", "cr"];
const ranks = new Map(unfinished.map((word, rank) => [word, rank - unfinished.length]));

function read(version: string): GenericVersion | undefined {
  const text = version
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, "");
  if (!/^\d/.test(text) || /^[0-9a-f]{40}$/.test(text)) return undefined;
  const parts = text.replace(/\+.*$/s, "").match(/\d+|[a-z]+/g) ?? [];
  const word = parts.findIndex((part) => !/^\d/.test(part));
  return word < 0 ? { numbers: parts, rest: [] } : { numbers: parts.slice(0, word), rest: parts.slice(word) };
}

/** Unfinished words, then the end, then other words, then numbers. */
function weight(part: string | undefined): number {
  if (part === undefined) return 0;
  if (/^\d/.test(part)) return 2;
  return ranks.has(part) ? -1 : 1;
}

function comparePart(x: string | undefined, y: string | undefined): number {
  const kinds = weight(x) - weight(y);
  if (kinds !== 0 || x === undefined || y === undefined) return kinds;
  if (weight(x) === 2) return compareDigits(x, y);
  return (ranks.get(x) ?? 0) - (ranks.get(y) ?? 0) || (x < y ? -1 : x > y ? 1 : 0);
}

export const generic = versionScheme<GenericVersion>(
  read,
  (a, b) =>
    compareLists(a.numbers, b.numbers, "0", compareDigits) || compareLists<string | undefined>(a.rest, b.rest, undefined, comparePart),
);
