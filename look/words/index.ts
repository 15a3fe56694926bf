// Words by language, and how that language writes numbers and dates.
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";
import type { Language } from "./speech.ts";

export type { Words } from "./en.ts";
export * from "./speech.ts";

const catalogues: Readonly<Record<Language, Words>> = { en, de };

export function wordsOf(language: Language): Words {
  return catalogues[language];
}
