// Ask: correct the course of an objective, or the objective.
import { localText } from "#look";
import type { StatementRule } from "../statement.ts";

export const correctObjective: StatementRule = {
  id: "correct-objective",
  condition: "A strategy is in force and a measured objective of it is behind. Weight 76.",
  words: {
    en: {
      title: "Decide: more for “{name}”, or a new target.",
      text: "{count} {count|objective is|objectives are} behind. Doing nothing is a decision, too.",
    },
    de: {
      title: "Entscheiden Sie: mehr für «{name}», oder ein neuer Zielwert.",
      text: "{count} {count|Ziel ist|Ziele sind} im Rückstand. Nichts zu tun ist auch ein Entscheid.",
    },
  },
  speak({ objectives, holds, language }) {
    if (!holds) return undefined;
    const behind = objectives.filter(({ state }) => state === "behind");
    const [first] = behind;
    if (!first) return undefined;
    return {
      priority: 76,
      state: "review",
      values: { name: localText(first.objective.statement, language) ?? first.objective.id, count: behind.length },
    };
  },
};
