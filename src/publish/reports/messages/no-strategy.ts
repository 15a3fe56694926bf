// Message: there is no strategy.
import type { StatementRule } from "../statement.ts";

export const noStrategy: StatementRule = {
  id: "no-strategy",
  condition: "The program has no strategy. Weight 85.",
  words: {
    en: {
      title: "There is no strategy.",
      text: "Rules and figures then serve no stated aim, and nobody can say whether open source works for us.",
    },
    de: {
      title: "Es gibt keine Strategie.",
      text: "Regeln und Zahlen dienen so keinem genannten Ziel, und niemand kann sagen, ob Open Source uns nützt.",
    },
  },
  speak({ result }) {
    return result.program.strategy ? undefined : { priority: 85, state: "review", values: {} };
  },
};
