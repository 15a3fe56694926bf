// What one person said of a delivery, key by key beside what was measured: shown to that person alone.
import type { SurveyAnswer } from "#facts";
import { fill, type Language, wordsOf } from "#look";
import { type BandYear, type DeliveryEntry, type DeliveryKey, deliveryKeys, levels, saidLevel } from "#measures";
import { levelText, valueText } from "../delivery/figures.ts";

export interface SaidKey {
  readonly key: DeliveryKey;
  readonly name: string;
  /** The level that the answer stands for; absent where it was not answered, or the bands do not tell. */
  readonly said?: string;
  readonly measured?: { readonly value: string; readonly level: string };
  /** In a sentence: as said, better or worse, or that nothing was measured. */
  readonly compared: string;
  readonly state: "same" | "better" | "worse" | "unknown";
}

export function saidAgainstMeasured(
  answer: SurveyAnswer,
  year: BandYear,
  entry: DeliveryEntry | undefined,
  language: Language,
): readonly SaidKey[] {
  const words = wordsOf(language);
  return deliveryKeys.map((key) => {
    const given = answer.said[key];
    const said = given === undefined ? null : saidLevel(year, key, given);
    const metric = entry?.metrics[key];
    const measured = metric?.level ?? null;
    const gap = said === null || measured === null ? undefined : levels.indexOf(said) - levels.indexOf(measured);
    return {
      key,
      name: words.delivery.key[key],
      ...(said === null ? {} : { said: words.delivery.level[said] }),
      ...(entry && metric && metric.value !== null
        ? { measured: { value: valueText(entry, key, language), level: levelText(metric, language) } }
        : {}),
      compared: comparedText(gap, language),
      state: gap === undefined ? "unknown" : gap === 0 ? "same" : gap > 0 ? "better" : "worse",
    };
  });
}

function comparedText(gap: number | undefined, language: Language): string {
  const words = wordsOf(language).survey.results;
  if (gap === undefined) return words.notMeasured;
  if (gap === 0) return words.same;
  return fill(gap > 0 ? words.measuredBetter : words.measuredWorse, { count: Math.abs(gap) }, language);
}
