// The texts that the index is made of, from published packages and our own.
import { createRequire } from "node:module";
import { licenseIds } from "#kit";
import { exceptionTexts } from "../curated/exception-texts.ts";
import { ownTemplates } from "../curated/own-templates.ts";
import { rareExceptionTexts } from "../curated/rare-exception-texts.ts";

export interface SourceText {
  readonly id: string;
  readonly kind: "text" | "header" | "exception";
  readonly text: string;
}

const require = createRequire(import.meta.url);

/** Ids that share their text with another, which is the one to answer with when nothing else tells them apart. */
const sharedWith =
  /^(.*?)(?:-or-later|\+|-no-RFN|-RFN|-invariants-only|-invariants-or-later|-no-invariants-only|-no-invariants-or-later|-no-copyleft-exception)$/;

export function collectTexts(): SourceText[] {
  const list = require("spdx-license-list/full") as Record<string, { licenseText: string }>;
  const variants = require("@ovyerus/licenses/full") as Record<string, { licenseText: string }>;
  const texts: SourceText[] = [];
  for (const id of licenseIds("active")) {
    if (sharedWith.test(id)) continue;
    for (const source of [list, variants]) {
      const text = source[id]?.licenseText;
      if (text) texts.push({ id, kind: "text", text });
    }
  }
  for (const { id, kind, texts: own } of ownTemplates)
    for (const text of own.flatMap(wordings)) texts.push({ id, kind: kind ?? "text", text });
  for (const [id, own] of Object.entries({ ...exceptionTexts, ...rareExceptionTexts }))
    for (const text of own.flatMap(wordings)) texts.push({ id, kind: "exception", text });
  return texts.map((one) => ({ ...one, text: withPlaceholders(one.text) }));
}

/** All texts that `{a|b}` stands for. */
function wordings(text: string): string[] {
  const choice = /\{([^{}]*\|[^{}]*)\}/.exec(text);
  if (!choice) return [text];
  return (choice[1] ?? "")
    .split("|")
    .flatMap((wording) => wordings(text.slice(0, choice.index) + wording + text.slice(choice.index + choice[0].length)));
}

/** Bracketed names, years and blanks become placeholder bytes. */
function withPlaceholders(text: string): string {
  return text
    .replace(/<(?!https?:|www)[^<>\n]{2,60}>/g, "\u0001")
    .replace(
      /\[(?:[^\]\n]{0,40}\b(?:name|year|yyyy|xxxx|date|copyright|organi[sz]ation|owner|licensor|software|title|insert|enter)\b[^\]\n]{0,60}|_+|[\d ]+)\]/gi,
      "\u0001",
    )
    .replace(/\{[a-z ]{3,40}\}/gi, "\u0001")
    .replace(/_{3,}/g, "\u0001");
}
