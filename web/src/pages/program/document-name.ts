// What people call a document: a policy by its area; others by their path, which those know who write them.
import { type Language, wordFor, wordsOf } from "@allmend/look";
import { programWords } from "@allmend/look/words/portal/program";

export function documentName(path: string, language: Language): string {
  if (path === "strategy.md") return programWords[language].pages.strategy;
  const [, area] = /^policies\/([\w-]+)\.md$/.exec(path) ?? [];
  return area !== undefined && Object.hasOwn(wordsOf(language).area, area) ? wordFor(wordsOf(language).area, area) : path;
}
