// A value of a measure as people read it, and the range over products.
import { fill, formatNumber, formatShare, type Language, wordFor, wordsOf } from "#look";
import { durationText } from "../delivery/figures.ts";
import type { MeasureDefinition, MeasureValue } from "#measures";

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

/** The lowest and the highest value among products; undefined where fewer than two have one. */
export function rangeOf(
  values: readonly MeasureValue[],
): { readonly low: number; readonly high: number; readonly count: number } | undefined {
  const numbers = values.flatMap(({ value }) => value ?? []);
  return numbers.length < 2 ? undefined : { low: Math.min(...numbers), high: Math.max(...numbers), count: numbers.length };
}
