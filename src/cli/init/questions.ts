// The few questions that no file answers. Everything can be changed in the documents afterwards.
import { cancel, isCancel, select, text } from "@clack/prompts";
import { AllmendError } from "#kit";
import { type BusinessAnswers, businessQuestions, type InitAnswers } from "#program";
import { type Language, localText, wordsOf } from "#look";

export async function askQuestions(language: Language, proposed: string): Promise<InitAnswers> {
  const words = wordsOf(language).init;
  // Whoever presses Enter while folders are still looked at has emptied the line by the time it is there: what was proposed is taken then.
  const needed = (value: string | undefined) => (value?.trim() || proposed ? undefined : words.needed);
  const organization = await answer(text({ message: words.organization, initialValue: proposed, validate: needed }));
  const domains = await answer(text({ message: words.domains, placeholder: "example.org", defaultValue: "" }));
  const executives = await answer(text({ message: words.executives, placeholder: "rf", defaultValue: "" }));
  return {
    organization: organization.trim() || proposed,
    domains: list(domains),
    executives: list(executives),
    business: await askBusiness(language),
  };
}

/** Yes, no, or not known; a proposal comes of it, and nothing else. */
async function askBusiness(language: Language): Promise<BusinessAnswers> {
  const words = wordsOf(language).init;
  const answers: Record<string, boolean> = {};
  for (const { id, question } of businessQuestions) {
    const given = await answer(
      select({
        message: localText(question, language) ?? id,
        options: [
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
          { value: "unknown", label: words.notKnown },
        ],
        initialValue: "unknown",
      }),
    );
    if (given !== "unknown") answers[id] = given === "yes";
  }
  return answers;
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
