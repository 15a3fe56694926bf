// Message: a strategy lies before those who lead, and what of it figures show today.
import type { StatementRule } from "../statement.ts";

export const strategyProposed: StatementRule = {
  id: "strategy-proposed",
  condition: "A strategy is a draft, in consultation or approved, and not in force yet. Weight 78.",
  words: {
    en: {
      title: "A strategy with {all} {all|objective|objectives} is proposed.",
      text: "{measured} can be measured today, {reached} {reached|is|are} reached already. It holds once it is approved.",
    },
    de: {
      title: "Eine Strategie mit {all} {all|Ziel|Zielen} liegt vor.",
      text: "{measured} davon {measured|lässt|lassen} sich heute messen, {reached} {reached|ist|sind} schon erreicht. Sie gilt, sobald sie genehmigt ist.",
    },
  },
  speak({ result, objectives, holds }) {
    if (!result.program.strategy || holds || result.program.strategy.state === "superseded" || objectives.length === 0) return undefined;
    const count = (...states: readonly string[]) => objectives.filter(({ state }) => states.includes(state)).length;
    const values = { all: objectives.length, measured: count("met", "on-track", "behind"), reached: count("met") };
    return { priority: 78, state: "review", values };
  },
};
