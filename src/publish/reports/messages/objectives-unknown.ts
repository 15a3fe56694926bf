// Message: objectives of which nobody can see whether they are met.
import type { StatementRule } from "../statement.ts";

export const objectivesUnknown: StatementRule = {
  id: "objectives-unknown",
  condition: "A strategy is in force and objectives of it have no measured key result. Weight 55.",
  words: {
    en: {
      title: "Of {count} of {all} {all|objective|objectives} we cannot see whether {count|it is|they are} met.",
      text: "A key result is missing, or nothing measures it yet.",
    },
    de: {
      title: "Bei {count} von {all} {all|Ziel|Zielen} lässt sich nicht sehen, ob {count|es|sie} erreicht {count|wird|werden}.",
      text: "Es fehlt ein Schlüsselergebnis, oder noch misst es nichts.",
    },
  },
  speak({ objectives, holds }) {
    if (!holds) return undefined;
    const count = objectives.filter(({ state }) => state === "unknown").length;
    return count === 0 ? undefined : { priority: 55, state: "unknown", values: { count, all: objectives.length } };
  },
};
