// A value of a measure as people read it, and the range over products.
import { fill, formatNumber, formatShare, type Language, wordFor, wordsOf } from "#look";
import { durationText } from "../delivery/figures.ts";
import { inUnit, type MeasureDefinition, type MeasureValue, parseQuantity } from "#measures";

/** `38%`, `2.5 days`, `12`; where there is no value, why. */
export function figureText(value: MeasureValue, measure: MeasureDefinition, language: Language): string {
  const words = wordsOf(language).figures;
  if (value.value === null) return wordFor(words.reason, value.reason ?? "no-source");
  return numberText(value.value, measure, language);
}

export function numberText(value: number, measure: MeasureDefinition, language: Language): string {
  if (measure.unit === "share") return formatShare(value, language);
  if (measure.unit === "seconds") return durationText(value, language);
  if (measure.unit === "hours") return durationText(value * 3600, language);
  const rounded = Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  const pattern = (wordsOf(language).figures.unit as Readonly<Record<string, string>>)[measure.unit];
  return pattern === undefined ? formatNumber(rounded, language) : fill(pattern, { value: rounded }, language);
}

const IN_WORDS: ReadonlySet<string> = new Set(["seconds", "hours", "days", "share"]);

/** A target or a baseline as people read it: `2d` of a time as "2 days", with the sign that stands before it. What is no time or share stays as written. */
export function quantityText(written: string, measure: MeasureDefinition | undefined, language: Language): string {
  const quantity = parseQuantity(written);
  const value = quantity && measure && IN_WORDS.has(measure.unit) ? inUnit(quantity, measure.unit) : undefined;
  if (value === undefined || !measure) return written;
  const sign = /^\s*([<>]=?|≤|≥)/.exec(written)?.[1];
  return `${sign === undefined ? "" : `${sign} `}${numberText(value, measure, language)}`;
}

/** The lowest and the highest value among products; undefined where fewer than two have one. */
export function rangeOf(
  values: readonly MeasureValue[],
): { readonly low: number; readonly high: number; readonly count: number } | undefined {
  const numbers = values.flatMap(({ value }) => value ?? []);
  return numbers.length < 2 ? undefined : { low: Math.min(...numbers), high: Math.max(...numbers), count: numbers.length };
}
