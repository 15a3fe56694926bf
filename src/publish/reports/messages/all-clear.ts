// Message: nothing breaks our rules.
import type { StatementRule } from "../statement.ts";

export const allClear: StatementRule = {
  id: "all-clear",
  condition: "Repositories were read, and nothing is denied or asks for a review. Weight 50.",
  words: {
    en: { title: "Nothing that we know of breaks our rules.", text: "{answered} rules gave an answer; {silent} could not." },
    de: {
      title: "Nichts, was wir wissen, verstösst gegen unsere Regeln.",
      text: "{answered} Regeln gaben eine Antwort, {silent} konnten es nicht.",
    },
  },
  speak({ result, fresh }) {
    if (result.repositories.length === 0 || fresh.some(({ outcome }) => outcome === "deny" || outcome === "review")) return undefined;
    const { rulesAnswered, rulesUnknown } = result.coverage;
    return { priority: 50, state: "allow", values: { answered: rulesAnswered, silent: rulesUnknown.length } };
  },
};
