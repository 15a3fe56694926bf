// What the form says, by questionnaire: a new one is one line here.
import { cultureSurveyWords, type Language, wordsOf } from "#look";
import type { QuestionnaireName, SurveyRole } from "#facts";

/** Words of a form; those of questions and answers by their ids. */
export interface FormWords extends Readonly<Record<Plain, string>> {
  readonly roles: Readonly<Record<SurveyRole, string>>;
  readonly question: Readonly<Record<string, string>>;
  readonly answer: Readonly<Record<string, string>>;
}
type Plain = "title" | "about" | "intro" | "source" | "role" | "unknown" | "example" | "exampleHint" | "save" | "saved" | "missing";

export function formWords(questionnaire: QuestionnaireName, language: Language): FormWords {
  const words: Readonly<Record<QuestionnaireName, FormWords>> = {
    delivery: wordsOf(language).survey,
    culture: cultureSurveyWords(language),
  };
  return words[questionnaire];
}
