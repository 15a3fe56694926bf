// Two licence texts are the same when their words are: neither line breaks, nor punctuation, nor a heading that only names the licence, nor whose copyright it is makes another.
import { sha256 } from "#kit";
import { isTemplateLine } from "./copyright.ts";

/** Headings are short, stand before the text, and speak of a licence. */
const HEADING_WORDS = 9;

/** The same for texts with the same words. Takes the text without its copyright lines. */
export function textIdentity(body: string): string {
  const lines = body.split("\n").filter((line) => !isTemplateLine(line));
  let first = 0;
  while (first < lines.length && isHeading(lines[first] ?? "")) first++;
  const words = lines.slice(first).join(" ").toLowerCase().match(WORD) ?? [];
  // A text that is nothing but a heading keeps it.
  return sha256(words.length === 0 ? (body.toLowerCase().match(WORD) ?? []).join(" ") : words.join(" "));
}

const WORD = /[\p{L}\p{N}]+/gu;

function isHeading(line: string): boolean {
  const words = line.match(WORD) ?? [];
  if (words.length === 0) return true;
  return (
    words.length <= HEADING_WORDS &&
    /licen[cs]e|\b(?:mit|isc|bsd|apache)\b/i.test(line) &&
    !/[.:;,]\s*$|\b(?:permission|under|see|this|is)\b/i.test(line)
  );
}
