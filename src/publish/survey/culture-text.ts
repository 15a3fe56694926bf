// What people say of the culture of open source, for a terminal: mean agreement by statement.
import { cultureQuestionIds } from "#facts";
import { cultureSurveyWords, formatNumber, type Language } from "#look";
import type { CultureGroup, CultureResult } from "#measures";
import { padEnd } from "../text/layout.ts";
import { resultsText } from "./results-text.ts";

export function cultureText(results: readonly CultureResult[], language: Language): string {
  const words = cultureSurveyWords(language).results;
  return resultsText(results, { words, above: words.scale, lines: (group) => lines(group, language), language });
}

function lines({ index, agreement }: CultureGroup, language: Language): string[] {
  const { short, results: words } = cultureSurveyWords(language);
  const width = Math.max(words.index.length, ...cultureQuestionIds.map((id) => short[id].length));
  const line = (title: string, value: number | null | undefined, without: string) =>
    `    ${padEnd(title, width)}  ${typeof value === "number" ? formatNumber(Math.round(value), language) : without}`;
  return [line(words.index, index, words.noIndex), ...cultureQuestionIds.map((id) => line(short[id], agreement[id], words.noFigure))];
}
