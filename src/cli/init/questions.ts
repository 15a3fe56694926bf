// The few questions that no file answers. Everything can be changed in the documents afterwards.
import { cancel, isCancel, text } from "@clack/prompts";
import { AllmendError } from "#kit";
import type { InitAnswers } from "#program";
import { type Language, wordsOf } from "#look";

export async function askQuestions(language: Language, proposed: string): Promise<InitAnswers> {
  const words = wordsOf(language).init;
  const organization = await answer(
    text({ message: words.organization, initialValue: proposed, validate: (value) => (value?.trim() ? undefined : words.needed) }),
  );
  const domains = await answer(text({ message: words.domains, placeholder: "example.org", defaultValue: "" }));
  const executives = await answer(text({ message: words.executives, placeholder: "rf", defaultValue: "" }));
  return { organization: organization.trim(), domains: list(domains), executives: list(executives) };
}

async function answer(prompt: Promise<string | symbol>): Promise<string> {
  const given = await prompt;
  if (typeof given === "symbol" || isCancel(given)) {
    cancel();
    throw new AllmendError("cancelled", "input", "nothing was written");
  }
  return given;
}

function list(text: string): string[] {
  return text
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
