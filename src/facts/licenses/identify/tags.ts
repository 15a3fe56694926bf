// `SPDX-License-Identifier:` tags (REUSE 3.3, SPDX 2.3 annex E).
import { type Expression, parseExpression, simplifyExpression } from "#kit";
import { normalizeDeclared } from "../declared/declared.ts";

export interface TagMatch {
  readonly expression: Expression;
  readonly confidence: number;
  /** Byte offsets of the tag with its expression. */
  readonly from: number;
  readonly to: number;
}

const tag = /spdx-licen[cs]e-identifiers?["']?[ \t]*[:=][ \t]*([^\r\n]{1,1000})/gi;
/** Where the expression surely ends: comment ends, quotes, markup, escapes. */
const ends = /\*\/|-->|--}}|#}|%>|\?>|"|'|`|<|\\n|\\r|\*\)|;|\|\||\s#|\s\/\/|@#/;
const maxTags = 1000;

/** The tags in a file's text (one character a byte). What a tag holds may be any expression; what is none is passed over. */
export function findTags(text: string): TagMatch[] {
  const found: TagMatch[] = [];
  if (!text.includes("dentifier") && !text.includes("DENTIFIER")) return found;
  for (const match of text.matchAll(tag)) {
    const from = match.index;
    const read = readValue(match[1] ?? "");
    if (read) found.push({ ...read, from, to: from + match[0].length });
    if (found.length >= maxTags) break;
  }
  return found;
}

function readValue(value: string): Pick<TagMatch, "expression" | "confidence"> | undefined {
  const text =
    value
      .split(ends, 1)[0]
      ?.trim()
      .replace(/[.,:]+$/, "") ?? "";
  const expression = parseExpression(text);
  if (expression) return { expression: simplifyExpression(expression), confidence: 1 };
  const meant = normalizeDeclared(text);
  const known = meant && parseExpression(meant.expression);
  if (known) return { expression: known, confidence: Math.min(0.9, meant.confidence) };
  return longestPrefix(text);
}

/** "MIT, see LICENSE": the words from the start that make an expression. */
function longestPrefix(text: string): Pick<TagMatch, "expression" | "confidence"> | undefined {
  const words = text.split(/\s+/, 12);
  for (let size = words.length; size > 0; size--) {
    const expression = parseExpression(
      words
        .slice(0, size)
        .join(" ")
        .replace(/[.,:)]+$/, ""),
    );
    if (expression) return { expression: simplifyExpression(expression), confidence: 0.8 };
  }
  return undefined;
}
