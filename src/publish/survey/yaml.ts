// The questionnaire as YAML, for those who would rather type: the questions and their answers as comments, one entry an answer.
import { questionnaires, surveyRoles } from "#facts";
import { fill, type Language, wordFor } from "#look";
import type { SurveyForm } from "./form.ts";
import { formWords } from "./form-words.ts";

export function surveyYaml(form: SurveyForm, language: Language): string {
  const words = formWords(form.questionnaire, language);
  const { survey, questions } = questionnaires[form.questionnaire];
  const asked = Object.entries<readonly string[]>(questions).flatMap(([question, ids]) => {
    const answers = ids.map((id) => `    #   ${id}: ${wordFor(words.answer, id)}`);
    return [`    # ${wordFor(words.question, question)}`, ...answers, `    #   unknown: ${words.unknown}`, `    ${question}:`];
  });
  return [
    `# ${words.title} ${fill(words.about, { name: form.name.replaceAll(/\s+/g, " ") }, language)}`,
    `# ${words.intro}`,
    `# ${words.source}`,
    `survey: ${survey}`,
    `about: ${JSON.stringify(form.about)}`,
    "answers:",
    `  - # ${words.role} ${surveyRoles.map((role) => `${role}: ${words.roles[role]}`).join("; ")}`,
    "    role:",
    ...asked,
    `    # ${words.example}: ${words.exampleHint}`,
    "    example:",
    "",
  ].join("\n");
}
