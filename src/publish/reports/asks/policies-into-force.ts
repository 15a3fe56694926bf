// Ask: put policies into force.
import { wordFor, wordsOf } from "#look";
import type { StatementRule } from "../statement.ts";

export const policiesIntoForce: StatementRule = {
  id: "policies-into-force",
  condition: "A policy is a draft, in consultation or approved but not in force. Weight 62.",
  words: {
    en: { title: "Put {count} {count|policy|policies} into force.", text: "{names}" },
    de: { title: "Setzen Sie {count} {count|Richtlinie|Richtlinien} in Kraft.", text: "{names}" },
  },
  speak({ result, language }) {
    const waiting = result.program.policies.filter(({ state }) => state === "draft" || state === "consultation" || state === "approved");
    const names = waiting.map(({ area, state }) => `${wordFor(wordsOf(language).area, area)} (${wordFor(wordsOf(language).state, state)})`);
    return waiting.length === 0
      ? undefined
      : { priority: 62, state: "review", values: { count: waiting.length, names: `${names.join(", ")}.` } };
  },
};
