// Numbers, dates and plurals as a language writes them; texts with their places filled. Without the words themselves: who only fills a text loads none.
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-CH" };

/** The BCP 47 tag whose numbers and dates a language uses. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/**
 * Fills the places of a text: `{name}` by its value (a number as the language writes numbers), `{name|file|files}` by the form that fits the number,
 * in the order of the language's plural categories; `#` in a form is the number. Values are never looked into for places of their own.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  return text.replaceAll(/\{(\w+)(?:\|([^{}]*))?\}/g, (place, name: string, forms: string | undefined) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    if (forms !== undefined) return typeof value === "number" ? pluralForm(forms.split("|"), value, language) : place;
    return typeof value === "number" ? formatNumber(value, language) : value;
  });
}

function pluralForm(forms: readonly string[], count: number, language: Language): string {
  const { rules, categories } = pluralsOf(language);
  const form = forms[categories.indexOf(rules.select(count))] ?? forms.at(-1) ?? "";
  return form.replaceAll("#", () => formatNumber(count, language));
}

/** Numbers, dates and plural rules are dear to set up: once a language. */
const pluralsOf = onceEach((language) => {
  const rules = new Intl.PluralRules(LOCALES[language]);
  return { rules, categories: rules.resolvedOptions().pluralCategories };
});
const numbersOf = onceEach((language) => new Intl.NumberFormat(LOCALES[language]));
const wholeSharesOf = onceEach((language) => new Intl.NumberFormat(LOCALES[language], { style: "percent" }));
const fineSharesOf = onceEach((language) => new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: 1 }));
const datesOf = onceEach((language) => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }));

function onceEach<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

/** `1,204` in English, `1'204` in Swiss German, with the plain apostrophe whatever the platform's tables say. */
export function formatNumber(value: number, language: Language): string {
  return numbersOf(language).format(value).replaceAll("’", "'");
}

/** A share of 0 to 1 in per cent; what is nearly none or nearly all is never written as none or all. */
export function formatShare(value: number, language: Language): string {
  const nearly = (value > 0 && value < 0.01) || (value > 0.99 && value < 1);
  return nearly ? fineSharesOf(language).format(Math.min(0.999, Math.max(0.001, value))) : wholeSharesOf(language).format(value);
}

/** A date of a result, without its time; what is no date stays as it is. */
export function formatDate(iso: string, language: Language): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : datesOf(language).format(date);
}

/** One entry of a closed set, or the key itself where a catalogue does not know it. */
export function wordFor(set: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(set, key) ? (set[key] ?? key) : key;
}

/** A word without what explains it in brackets: `weak copyleft (asks …)` is `weak copyleft`. */
export function shortWord(text: string): string {
  const bracket = text.indexOf(" (");
  return bracket < 0 ? text : text.slice(0, bracket);
}

/** The text in this language, else in any that there is. */
export function localText(text: Readonly<Partial<Record<Language, string>>> | undefined, language: Language): string | undefined {
  return text?.[language] ?? text?.en ?? text?.de;
}
