// Words by language, and numbers and dates as that language writes them.
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";

export type { Words } from "./en.ts";
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Words>> = { en, de };
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-CH" };

export function wordsOf(language: Language): Words {
  return catalogues[language];
}

/** Fills `{name}` places; a number is written as the language writes numbers. */
export function fill(text: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "number" ? formatNumber(value, language) : value;
  });
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

export function formatShare(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: value > 0.99 && value < 1 ? 1 : 0 }).format(
    value,
  );
}

/** A date of a result, without its time. */
export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
}

/** One entry of a closed set, or the key itself where a catalogue does not know it. */
export function wordFor(set: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(set, key) ? (set[key] ?? key) : key;
}

/** The text in this language, else in any that there is. */
export function localText(text: Readonly<Partial<Record<Language, string>>> | undefined, language: Language): string | undefined {
  return text?.[language] ?? text?.en ?? text?.de;
}
