// What people say of their delivery, for a terminal: levels and gaps by key.
import { fill, type Language, wordsOf } from "#look";
import { deliveryKeys, type SurveyGroup, type SurveyResult } from "#measures";
import { padEnd } from "../text/layout.ts";
import { resultsText } from "./results-text.ts";

export function surveyText(results: readonly SurveyResult[], language: Language): string {
  return resultsText(results, { words: wordsOf(language).survey.results, lines: (group) => lines(group, language), language });
}

function lines({ levels, gaps }: SurveyGroup, language: Language): string[] {
  const { delivery, survey } = wordsOf(language);
  const words = survey.results;
  const width = Math.max(...deliveryKeys.map((key) => delivery.key[key].length));
  return deliveryKeys.map((key) => {
    const level = levels[key];
    const said = level === null ? words.noLevel : fill(words.level, { level: delivery.level[level] }, language);
    return `    ${padEnd(delivery.key[key], width)}  ${said}; ${gapText(gaps[key], language)}`;
  });
}

function gapText(gap: number | undefined, language: Language): string {
  const words = wordsOf(language).survey.results;
  if (gap === undefined) return words.notMeasured;
  if (gap === 0) return words.same;
  return fill(gap > 0 ? words.measuredBetter : words.measuredWorse, { count: Math.abs(gap) }, language);
}
