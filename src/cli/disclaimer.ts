// The sentence under whatever says something of licences: no legal advice, and which knowledge it rests on.
import { knowledgeVersion } from "#facts";
import { artefactWords, fill, type Language } from "#look";

/** `knowledge`: of the result that was asked; without it, what this version of Allmend knows. */
export function disclaimer(language: Language, knowledge: string = knowledgeVersion): string {
  return fill(artefactWords(language).disclaimer, { knowledge }, language);
}
