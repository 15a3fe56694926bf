// What people say, for a terminal: a questionnaire's subjects one after the other, roles only where each is large enough.
import { fill, type Language, visible } from "#look";
import { type SurveyRole, surveyRoles } from "#facts";
import { name, wrap } from "../text/layout.ts";

const MOST_EXAMPLES = 10;

interface Told<Group> {
  readonly subject: string;
  readonly all?: Group;
  readonly byRole?: Readonly<Partial<Record<SurveyRole, Group>>>;
  readonly examples?: readonly string[];
}

interface Words {
  readonly title: string;
  readonly none: string;
  readonly organization: string;
  readonly few: string;
  readonly answers: string;
  readonly roles: Readonly<Record<SurveyRole, string>>;
  readonly rolesHidden: string;
  readonly examples: string;
}

export interface Telling<Group> {
  readonly words: Words;
  /** Stands once above the subjects. */
  readonly above?: string;
  readonly lines: (group: Group) => readonly string[];
  readonly language: Language;
}

export function resultsText<Group extends { readonly answers: number }>(results: readonly Told<Group>[], telling: Telling<Group>): string {
  const { words, above } = telling;
  const told = [...(above === undefined ? [] : [[above]]), ...results.map((result) => about(result, telling))];
  const parts = [[words.title], ...(results.length === 0 ? [[words.none]] : told)];
  return `${visible(parts.map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}

function about<Group extends { readonly answers: number }>(
  { subject, all, byRole, examples = [] }: Told<Group>,
  { words, lines, language }: Telling<Group>,
): string[] {
  const title = subject === "organization" ? words.organization : name(subject.slice(subject.indexOf(":") + 1));
  if (!all) return [`${title}: ${words.few}`];
  const roles = surveyRoles.flatMap((role) => {
    const group = byRole?.[role];
    return group ? [`  ${words.roles[role]}: ${fill(words.answers, { count: group.answers }, language)}`, ...lines(group)] : [];
  });
  const told = examples.slice(0, MOST_EXAMPLES).flatMap((example) => wrap(example, "    - ", "      "));
  return [
    `${title}: ${fill(words.answers, { count: all.answers }, language)}`,
    ...lines(all),
    ...(subject === "organization" ? [] : roles.length > 0 ? roles : [`  ${words.rolesHidden}`]),
    ...(told.length > 0 ? [`  ${words.examples}`, ...told] : []),
  ];
}
