// The questionnaire as YAML, for those who would rather type: the questions and their answers as comments, one entry an answer.
import { SURVEY, surveyQuestionIds, surveyQuestions, surveyRoles } from "#facts";
import { fill, type Language, wordsOf } from "#look";
import type { SurveyForm } from "./form.ts";

export function surveyYaml(form: SurveyForm, language: Language): string {
  const words = wordsOf(language).survey;
  const questions = surveyQuestionIds.flatMap((question) => {
    const answers = surveyQuestions[question].map((id) => `    #   ${id}: ${words.answer[id]}`);
    return [`    # ${words.question[question]}`, ...answers, `    #   unknown: ${words.unknown}`, `    ${question}:`];
  });
  return [
    `# ${words.title} ${fill(words.about, { name: form.name.replaceAll(/\s+/g, " ") }, language)}`,
    `# ${words.intro}`,
    `# ${words.source}`,
    `survey: ${SURVEY}`,
    `about: ${JSON.stringify(form.about)}`,
    "answers:",
    `  - # ${words.role} ${surveyRoles.map((role) => `${role}: ${words.roles[role]}`).join("; ")}`,
    "    role:",
    ...questions,
    `    # ${words.example}: ${words.exampleHint}`,
    "    example:",
    "",
  ].join("\n");
}
