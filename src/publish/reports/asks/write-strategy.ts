// Ask: a strategy.
import type { StatementRule } from "../statement.ts";

export const writeStrategy: StatementRule = {
  id: "write-strategy",
  condition: "There is none. Weight 88: everything else hangs on it.",
  words: {
    en: {
      title: "Commission a strategy of two pages.",
      text: "What do we want from open source, who answers for it, and by what will we see that it works?",
    },
    de: {
      title: "Geben Sie eine Strategie von zwei Seiten in Auftrag.",
      text: "Was wollen wir von Open Source, wer steht dafür ein, und woran sehen wir, dass es wirkt?",
    },
  },
  speak({ result }) {
    return result.program.strategy ? undefined : { priority: 88, state: "review", values: {} };
  },
};
