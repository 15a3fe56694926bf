// What people say of the culture of open source, for a terminal: mean agreement by statement, roles only where each is large enough.
import { cultureQuestionIds, surveyRoles } from "#facts";
import { cultureSurveyWords, fill, formatNumber, type Language, visible } from "#look";
import type { CultureGroup, CultureResult } from "#measures";
import { name, padEnd, wrap } from "../text/layout.ts";

const MOST_EXAMPLES = 10;

export function cultureText(results: readonly CultureResult[], language: Language): string {
  const words = cultureSurveyWords(language).results;
  const parts = results.length === 0 ? [[words.none]] : [[words.scale], ...results.map((result) => about(result, language))];
  return `${visible([[words.title], ...parts].map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}

function about({ subject, all, byRole, examples = [] }: CultureResult, language: Language): string[] {
  const words = cultureSurveyWords(language).results;
  const title = subject === "organization" ? words.organization : name(subject.slice(subject.indexOf(":") + 1));
  if (!all) return [`${title}: ${words.few}`];
  const roles = surveyRoles.flatMap((role) => {
    const group = byRole?.[role];
    return group ? [`  ${words.roles[role]}: ${fill(words.answers, { count: group.answers }, language)}`, ...lines(group, language)] : [];
  });
  const told = examples.slice(0, MOST_EXAMPLES).flatMap((example) => wrap(example, "    - ", "      "));
  return [
    `${title}: ${fill(words.answers, { count: all.answers }, language)}`,
    ...lines(all, language),
    ...(subject === "organization" ? [] : roles.length > 0 ? roles : [`  ${words.rolesHidden}`]),
    ...(told.length > 0 ? [`  ${words.examples}`, ...told] : []),
  ];
}

function lines({ index, agreement }: CultureGroup, language: Language): string[] {
  const { short, results: words } = cultureSurveyWords(language);
  const width = Math.max(words.index.length, ...cultureQuestionIds.map((id) => short[id].length));
  const line = (title: string, value: number | null | undefined, without: string) =>
    `    ${padEnd(title, width)}  ${typeof value === "number" ? formatNumber(Math.round(value), language) : without}`;
  return [line(words.index, index, words.noIndex), ...cultureQuestionIds.map((id) => line(short[id], agreement[id], words.noFigure))];
}
