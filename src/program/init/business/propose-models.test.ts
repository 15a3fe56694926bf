import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initWords } from "../write/words.ts";
import { businessText } from "../write/business.ts";
import { proposeModels } from "./propose-models.ts";
import { businessQuestions, modelTraits } from "./questions.ts";

const models = (answers: Record<string, boolean>) => proposeModels(answers)?.models.map(({ model }) => model);

describe("proposed business models", () => {
  it("combine, the one first for which most speaks", () => {
    expect(models({ "own-value": true, "less-cost": true })).toEqual(["consumption"]);
    expect(models({ "own-value": true, publish: true, "known-for-it": true })).toEqual(["support", "consumption"]);
    expect(models({ publish: true, "all-rights": true, enterprise: true, "closed-parts": false })).toEqual(["licensing"]);
    expect(models({ "public-task": true })).toEqual(["other"]);
  });

  it("do not hold licensing where the rights are missing, whatever customers would pay", () => {
    expect(models({ publish: true, "all-rights": false, enterprise: true })).toBeUndefined();
  });

  it("say who we are", () => {
    expect(proposeModels({ "own-value": true })?.role).toBe("consumer");
    expect(proposeModels({ "own-value": true, publish: true })?.role).toBe("both");
    expect(proposeModels({ publish: true, "run-it": true })?.role).toBe("producer");
  });

  it("are none where nobody knows an answer", () => {
    expect(proposeModels({})).toBeUndefined();
    expect(proposeModels({ "own-value": undefined })).toBeUndefined();
  });

  it("never hold a model for which nothing speaks, and weigh the same whatever the order", () => {
    const answers = fc.dictionary(fc.constantFrom(...businessQuestions.map(({ id }) => id)), fc.boolean());
    fc.assert(
      fc.property(answers, (given) => {
        const proposed = proposeModels(given);
        for (const { speaksFor, weight } of proposed?.models ?? []) expect([speaksFor.length > 0, weight > 0]).toEqual([true, true]);
        expect(proposeModels(Object.fromEntries(Object.entries(given).reverse()))).toEqual(proposed);
      }),
    );
  });

  it("are written with reasons, strength and weakness, in each language, and are called right by nobody", () => {
    const proposed = proposeModels({ "own-value": true, "run-it": true, publish: false });
    if (!proposed) throw new Error("nothing proposed");
    for (const language of ["en", "de"] as const) {
      const text = businessText(proposed, language, initWords[language]);
      expect(text).toContain("state: proposed");
      expect(text).toContain("- model: hosting");
      expect(text).toContain(modelTraits.hosting.weakness[language]);
      expect(text).not.toMatch(/right model|richtiges? Modell|recommend|empfehl/);
    }
  });
});
