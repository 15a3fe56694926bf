// The business profile of organization.yaml, from what the questions proposed: reasons beside each model, nothing decided.
import type { Language } from "../../model.ts";
import type { ProposedBusiness, ProposedModel } from "../business/propose-models.ts";
import { businessQuestions, modelTraits } from "../business/questions.ts";
import type { InitWords } from "./words.ts";
import { comment, scalar } from "./yaml-text.ts";

export function businessText(proposed: ProposedBusiness | undefined, language: Language, words: InitWords): string {
  if (!proposed) return `${comment(words.business)}# business:\n#   models: [{ model: consumption }]\n`;
  const models = proposed.models.map((model) => modelText(model, language, words)).join("");
  return `${comment([words.business, ...words.businessProposed])}business:\n  role: ${proposed.role}\n  state: proposed\n  models:\n${models}`;
}

function modelText({ model, speaksFor, against }: ProposedModel, language: Language, words: InitWords): string {
  const { strength, weakness } = modelTraits[model];
  const asked = (ids: readonly string[]) =>
    businessQuestions.filter(({ id }) => ids.includes(id)).map(({ question }) => question[language] ?? "");
  const notes = [
    ...asked(speaksFor).map((text) => `${words.speaksFor} ${text}`),
    ...asked(against).map((text) => `${words.speaksAgainst} ${text}`),
    `${words.weakness} ${weakness[language] ?? ""}`,
  ];
  return `${comment(notes, "    ")}    - model: ${model}\n      because: ${scalar(strength[language] ?? "")}\n`;
}
