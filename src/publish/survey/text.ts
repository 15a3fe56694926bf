// What people say of their delivery, for a terminal: levels and gaps by key, roles only where each is large enough.
import { fill, type Language, visible, wordsOf } from "#look";
import { deliveryKeys, type SurveyGroup, type SurveyResult } from "#measures";
import { surveyRoles } from "#facts";
import { name, padEnd, wrap } from "../text/layout.ts";

const MOST_EXAMPLES = 10;

export function surveyText(results: readonly SurveyResult[], language: Language): string {
  const words = wordsOf(language).survey.results;
  const parts = results.length === 0 ? [[words.none]] : results.map((result) => about(result, language));
  return `${visible([[words.title], ...parts].map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}

function about({ subject, all, byRole, examples = [] }: SurveyResult, language: Language): string[] {
  const words = wordsOf(language).survey.results;
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
