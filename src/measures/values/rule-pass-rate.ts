// K-36: rules about repositories that could be answered and found nothing. The unanswered stand beside it.
import { share } from "./by-product.ts";
import type { Formula } from "./types.ts";

export const rulePassRate: Formula = {
  measure: "project.rule-pass-rate",
  compute(input) {
    if (!input.judged) return [];
    const rules = input.judged.rules.filter(({ about }) => about === "repository");
    const sum = (pick: (rule: (typeof rules)[number]) => number) => rules.reduce((total, rule) => total + pick(rule), 0);
    const clean = sum(({ notMatched }) => notMatched);
    return [share("organization", clean, clean + sum(({ matched }) => matched), { unanswered: sum(({ unknown }) => unknown) })];
  },
};
