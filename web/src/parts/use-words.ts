// Words of a page in the reader's language; places in them are filled by `say`.
import { fill, formatDate, formatNumber, formatShare, type Language } from "@allmend/look";
import { useMemo } from "react";
import { useLanguage } from "../app/preferences.tsx";

export type Catalogue<T> = Readonly<Record<Language, T>>;

export function useWords<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()];
}

export interface Speech {
  readonly language: Language;
  say(text: string, values?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  share(value: number): string;
  date(iso: string): string;
  /** In words from now: `2 days ago`, `in 3 hours`. */
  fromNow(iso: string, now?: number): string;
}

/** Numbers, dates and texts with places, as the reader's language writes them. */
export function useSpeech(): Speech {
  const language = useLanguage();
  return useMemo(() => speechIn(language), [language]);
}

function speechIn(language: Language): Speech {
  const relative = new Intl.RelativeTimeFormat(language === "de" ? "de-CH" : "en-GB", { numeric: "auto" });
  return {
    language,
    say: (text, values = {}) => fill(text, values, language),
    number: (value) => formatNumber(value, language),
    share: (value) => formatShare(value, language),
    date: (iso) => formatDate(iso, language),
    fromNow: (iso, now = Date.now()) => {
      const [amount, unit] = inUnits((Date.parse(iso) - now) / 1000);
      return relative.format(amount, unit);
    },
  };
}

const STEPS: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [60, "second"],
  [3600, "minute"],
  [86_400, "hour"],
  [2_592_000, "day"],
  [31_536_000, "month"],
];

function inUnits(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  let size = 1;
  for (const [limit, unit] of STEPS) {
    if (Math.abs(seconds) < limit) return [Math.round(seconds / size), unit];
    size = limit;
  }
  return [Math.round(seconds / size), "year"];
}
