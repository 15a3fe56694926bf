// The licences that one file holds: tags, whole texts, headers and notices, joined into one expression.
import { type Expression, formatExpression, parseExpression } from "#kit";
import type { Identification, LicenseMatch } from "../types.ts";
import { isExample } from "./appendix.ts";
import { combine, essential, type Part } from "./combine.ts";
import { headBytes, scannable, tailBytes } from "./content.ts";
import { withExceptions } from "./exceptions.ts";
import { idsOfWords, textIndex } from "./index/index.ts";
import { emptyWords, scanWords } from "./index/words.ts";
import { lineNumbers } from "./lines.ts";
import { matchTexts, type TextMatch } from "./match/texts.ts";
import { findNotices } from "./notices/find.ts";
import { nearestOf, ownReference, termsReference } from "./own-text.ts";
import { restrictionsIn, restrictsMore } from "./restrictions.ts";
import { findTags } from "./tags.ts";

const words = emptyWords();
let ids = new Uint16Array(4096);
/** Most texts of its own that one file is said to hold. */
const mostOwnTexts = 3;

/** Identifies what a text holds. `path` is handed back as it is. */
export function identifyText(text: string, path = ""): Identification {
  return identifyBytes(Buffer.from(text), path);
}

/** The same for bytes in UTF-8, UTF-16 or a superset of ASCII. Binary content holds nothing. Takes bounded time: of large files the two ends are read. */
export function identifyBytes(bytes: Uint8Array, path = ""): Identification {
  const content = scannable(bytes);
  if (!content) return { path, expression: null, licenses: [], remark: "binary" };
  // One character a byte: offsets are the same in both.
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
  const parts = essential(findParts(content, text));
  const expression = combine(parts, text);
  return {
    path,
    expression: expression ? formatExpression(expression) : null,
    licenses: toMatches(parts, content),
    ...(bytes.length > headBytes + tailBytes ? { remark: "large" } : {}),
  };
}

function scan(content: Uint8Array): void {
  scanWords(content, words);
  if (ids.length < words.count + 4) ids = new Uint16Array(words.count * 2);
  idsOfWords(textIndex(), words, ids);
}

function findParts(content: Uint8Array, text: string): Part[] {
  scan(content);
  const { matches, unclear: unlike } = matchTexts(textIndex(), ids, words.count);
  const { true: restricted = [], false: plain = [] } = Object.groupBy(matches, (match) => `${isRestricted(match)}`);
  const unclear = [...unlike, ...restricted];
  const known = plain.map(toFound);
  const found = known.filter((one) => one.kind !== "header" || !isExample(one, known, text));
  const texts = found.flatMap(({ id, kind, ...rest }): Part[] =>
    kind === "exception" ? [] : [{ ...rest, kind, expression: parseExpression(id) as Expression }],
  );
  const tags = findTags(text)
    .filter(({ from }) => !texts.some((one) => one.kind === "text" && from >= one.from && from < one.to)) // a licence text may explain its own tag
    .map((tag): Part => ({ ...tag, kind: "tag" }));
  const parts = [...texts, ...tags, ...ownTexts(unclear, content)];
  // Licences that a licence text speaks of are not the file's, whether we know the text or not.
  if (tags.length === 0) {
    const notices = noticesBetween([...found, ...unclear.map(toFound)].sort(byPlace), text);
    parts.push(...notices.filter((notice) => !isExample(notice, known, text)));
  }
  if (parts.some(({ kind }) => kind === "text")) parts.push(...furtherTerms([...matches, ...unlike], parts, content));
  return withExceptions(
    parts.sort(byPlace),
    found.filter(({ kind }) => kind === "exception"),
  );
}

function isRestricted({ kind, template, from, to }: TextMatch): boolean {
  return kind === "text" && restrictsMore(textIndex(), template, words.hashes, from, to);
}

/** How far from a licence text words that restrict it are looked for, in words. */
const nearby = 200;

/** What takes back what a licence text beside it gives, and is part of no text and no notice: terms of its own that apply as well. */
function furtherTerms(texts: readonly TextMatch[], parts: readonly Part[], content: Uint8Array): Part[] {
  const places = texts.toSorted((a, b) => a.from - b.from);
  const found = [...places.keys(), places.length].flatMap((at) => {
    const start = places[at - 1]?.to ?? 0;
    const end = places[at]?.from ?? words.count;
    if (end - start <= 2 * nearby) return restrictionsIn(words.hashes, start, end);
    const behind = at === 0 ? [] : restrictionsIn(words.hashes, start, start + nearby);
    return at === places.length ? behind : [...behind, ...restrictionsIn(words.hashes, end - nearby, end)];
  });
  const terms = found.map(({ commonsClause, from, to }): Part => {
    const place = { from: words.starts[from] as number, to: words.ends[to - 1] as number };
    const reference = commonsClause ? "LicenseRef-Commons-Clause" : termsReference(textOf(place, content));
    return { expression: parseExpression(reference) as Expression, kind: "text", confidence: 0.9, ...place };
  });
  const notices = parts.filter(({ kind }) => kind === "header"); // "Creative Commons Attribution-NonCommercial" is one
  const unexplained = terms.filter(({ from, to }) => !notices.some((part) => from < part.to + 30 && to > part.from - 30));
  return unexplained.filter((term, at) => at === unexplained.findIndex((one) => sameTerms(one, term)));
}

function sameTerms(a: Part, b: Part): boolean {
  return formatExpression(a.expression) === formatExpression(b.expression);
}

interface FoundText {
  readonly id: string;
  readonly kind: "text" | "header" | "exception";
  readonly confidence: number;
  /** Byte offsets. */
  readonly from: number;
  readonly to: number;
}

function toFound({ id, kind, score, from, to }: TextMatch): FoundText {
  return { id, kind, confidence: score, from: words.starts[from] as number, to: words.ends[to - 1] as number };
}

/** Texts that resemble a known one and differ by more than wording: most of a file, the longest first. */
function ownTexts(unclear: readonly TextMatch[], content: Uint8Array): Part[] {
  return unclear
    .filter(({ kind }) => kind === "text")
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, mostOwnTexts)
    .map(toFound)
    .map(({ id, confidence, from, to }): Part => {
      const reference = ownReference(id, textOf({ from, to }, content));
      return { expression: parseExpression(reference) as Expression, kind: "text", confidence, from, to, nearest: id };
    });
}

function byPlace(a: { readonly from: number }, b: { readonly from: number }): number {
  return a.from - b.from;
}

/** Notices in the stretches that no text explains. */
function noticesBetween(texts: readonly FoundText[], text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const end of [...texts, undefined]) {
    const to = end?.from ?? text.length;
    if (to - at > 2) parts.push(...findNotices(text, at, to, texts.length === 0).map((notice): Part => ({ ...notice, kind: "header" })));
    at = Math.max(at, end?.to ?? at);
  }
  return parts;
}

function textOf({ from, to }: Pick<Part, "from" | "to">, content: Uint8Array): string {
  return Buffer.from(content.subarray(from, to)).toString("utf8");
}

function toMatches(parts: readonly Part[], content: Uint8Array): LicenseMatch[] {
  const lines = lineNumbers(
    content,
    parts.flatMap(({ from, to }) => [from, Math.max(from, to - 1)]),
  );
  return parts.map((part, at) => ({
    spdx: formatExpression(part.expression),
    confidence: Math.round(part.confidence * 1000) / 1000,
    kind: part.kind,
    lines: [lines[at * 2] as number, lines[at * 2 + 1] as number],
    ...(part.nearest === undefined
      ? {}
      : { nearest: nearestOf(part.nearest, part.confidence, textOf(part, content), lines[at * 2] as number) }),
  }));
}
