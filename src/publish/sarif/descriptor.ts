// Rules as reporting descriptors, with help that explains them where the host shows a finding.
import { type Language, wordFor, wordsOf } from "#look";
import type { Outcome, PolicyArea, Rule } from "#program";
import { code, inline } from "../markdown/escape.ts";
import { remedyOf, ruleSentence, ruleStatement } from "../shared/rules.ts";
import { message } from "./message.ts";

export const LEVELS: Readonly<Record<Outcome, "none" | "note" | "warning" | "error">> = {
  allow: "none",
  warn: "note",
  review: "warning",
  deny: "error",
};

/** What hosts cut descriptions at. */
const LONGEST = 1024;

export function descriptor(id: string, rule: Rule | undefined, area: PolicyArea, language: Language): object {
  const words = wordsOf(language);
  const outcome = rule?.decide ?? "review";
  const statement = ruleStatement(rule, id, language);
  const remedy = remedyOf(rule, language);
  const help = [statement, remedy].filter((part) => part !== undefined).join(" ");
  const condition = rule
    ? `${inline(words.explain.condition)}: ${code(rule.when, 800)} ${inline(words.explain.decides.replace("{outcome}", words.outcome[outcome]))}`
    : undefined;
  const markdown = [
    inline(statement),
    remedy === undefined ? undefined : `→ ${inline(remedy)}`,
    condition,
    inline(wordFor(words.area, area)),
  ];
  return {
    id: message(id, 255),
    name: message(id, 255),
    shortDescription: { text: message(ruleSentence(rule, id, language), LONGEST) },
    fullDescription: { text: message(help, LONGEST) },
    help: { text: message(help, 4 * LONGEST), markdown: markdown.filter((part) => part !== undefined).join("\n\n") },
    defaultConfiguration: { level: LEVELS[outcome] },
    properties: {
      tags: ["open-source", area],
      precision: rule?.assurance === "signal" ? "medium" : "very-high",
      "problem.severity": outcome === "deny" ? "error" : outcome === "review" ? "warning" : "recommendation",
    },
  };
}
