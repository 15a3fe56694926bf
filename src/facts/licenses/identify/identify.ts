// The licences that one file holds: tags, whole texts, headers and notices, joined into one expression.
import { type Expression, formatExpression, parseExpression } from "#kit";
import type { Identification, LicenseMatch } from "../types.ts";
import { combine, essential, type Part } from "./combine.ts";
import { scannable } from "./content.ts";
import { withExceptions } from "./exceptions.ts";
import { idsOfWords, textIndex } from "./index/index.ts";
import { emptyWords, scanWords } from "./index/words.ts";
import { lineNumbers } from "./lines.ts";
import { matchTexts, type TextMatch } from "./match/texts.ts";
import { findNotices } from "./notices/find.ts";
import { findTags } from "./tags.ts";

const words = emptyWords();
let ids = new Uint16Array(4096);

/** Identifies what a text holds. `path` is handed back as it is. */
export function identifyText(text: string, path = ""): Identification {
  return identifyBytes(Buffer.from(text), path);
}

/** The same for bytes in UTF-8, UTF-16 or a superset of ASCII. Binary content holds nothing. Takes bounded time: of large files the two ends are read. */
export function identifyBytes(bytes: Uint8Array, path = ""): Identification {
  const content = scannable(bytes);
  if (!content) return { path, expression: null, licenses: [] };
  // One character a byte: offsets are the same in both.
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
  const parts = essential(findParts(content, text));
  const expression = combine(parts, text);
  return { path, expression: expression ? formatExpression(expression) : null, licenses: toMatches(parts, content) };
}

/**
 * The licence text that a file without a recognised one comes nearest to, where one is near enough to be worth showing beside it: for texts that differ by
 * more than wording, and so get a `LicenseRef-` of their own.
 */
export function nearestText(
  bytes: Uint8Array,
): { readonly spdx: string; readonly similarity: number; readonly lines: readonly [number, number] } | undefined {
  const content = scannable(bytes);
  if (!content) return undefined;
  const index = textIndex();
  scan(content);
  const { nearest } = matchTexts(index, ids, words.count);
  if (!nearest || nearest.kind !== "text") return undefined;
  const places = lineNumbers(content, [words.starts[nearest.from] as number, words.ends[nearest.to - 1] as number]);
  return { spdx: nearest.id, similarity: Math.round(nearest.score * 1000) / 1000, lines: [places[0] as number, places[1] as number] };
}

function scan(content: Uint8Array): void {
  scanWords(content, words);
  if (ids.length < words.count + 4) ids = new Uint16Array(words.count * 2);
  idsOfWords(textIndex(), words, ids);
}

function findParts(content: Uint8Array, text: string): Part[] {
  scan(content);
  const { matches, unclear } = matchTexts(textIndex(), ids, words.count);
  const found = matches.map(toFound);
  const texts = found.flatMap(({ id, kind, ...rest }): Part[] =>
    kind === "exception" ? [] : [{ ...rest, kind, expression: parseExpression(id) as Expression }],
  );
  const tags = findTags(text)
    .filter(({ from }) => !texts.some((one) => one.kind === "text" && from >= one.from && from < one.to)) // a licence text may explain its own tag
    .map((tag): Part => ({ ...tag, kind: "tag" }));
  const parts = [...texts, ...tags];
  // Licences that a licence text speaks of are not the file's, whether we know the text or not.
  if (tags.length === 0) parts.push(...noticesBetween([...found, ...unclear.map(toFound)].sort(byPlace), text));
  return withExceptions(
    parts.sort(byPlace),
    found.filter(({ kind }) => kind === "exception"),
  );
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
  }));
}
