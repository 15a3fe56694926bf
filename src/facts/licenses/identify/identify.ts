// The licences that one file holds: tags, whole texts, headers and notices, joined into one expression.
import { type Expression, formatExpression, parseExpression } from "#kit";
import type { Identification, LicenseMatch } from "../types.ts";
import { combine, type Part } from "./combine.ts";
import { scannable } from "./content.ts";
import { idsOfWords, textIndex } from "./index/index.ts";
import { emptyWords, scanWords } from "./index/words.ts";
import { lineNumbers } from "./lines.ts";
import { matchTexts } from "./match/texts.ts";
import { findTags } from "./tags.ts";

const words = emptyWords();
let ids = new Uint16Array(4096);

/** Identifies what a text holds. `path` is handed back, and helps where a name says what a file is. */
export function identifyText(text: string, path = ""): Identification {
  return identifyBytes(Buffer.from(text), path);
}

/** The same for bytes in UTF-8, UTF-16 or a superset of ASCII. Binary content holds nothing. Takes bounded time: of large files the two ends are read. */
export function identifyBytes(bytes: Uint8Array, path = ""): Identification {
  const content = scannable(bytes);
  const parts = content ? findParts(content) : [];
  const expression = combine(parts);
  return {
    path,
    expression: expression ? formatExpression(expression) : null,
    licenses: content ? toMatches(parts, content) : [],
  };
}

function findParts(content: Uint8Array): Part[] {
  const index = textIndex();
  scanWords(content, words);
  if (ids.length < words.count + 4) ids = new Uint16Array(words.count * 2);
  idsOfWords(index, words, ids);
  const parts: Part[] = [];
  for (const { id, kind, score, from, to } of matchTexts(index, ids, words.count).matches) {
    const expression = parseExpression(id) as Expression;
    parts.push({ expression, kind, confidence: score, from: words.starts[from] as number, to: words.ends[to - 1] as number });
  }
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
  for (const tag of findTags(text)) parts.push({ ...tag, kind: "tag" });
  return parts.sort((a, b) => a.from - b.from);
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
