// Ask: approve the strategy.
import { localText, wordFor, wordsOf } from "#look";
import type { StatementRule } from "../statement.ts";

export const approveStrategy: StatementRule = {
  id: "approve-strategy",
  condition: "It is a draft or in consultation. Weight 86.",
  words: {
    en: {
      title: "Approve the strategy “{title}” (version {version}).",
      text: "Its state is “{state}”: it binds nobody until you approve it.",
    },
    de: {
      title: "Genehmigen Sie die Strategie «{title}» (Fassung {version}).",
      text: "Ihr Stand ist «{state}»: Sie bindet niemanden, solange Sie sie nicht genehmigt haben.",
    },
  },
  speak({ result, language }) {
    const { strategy } = result.program;
    if (!strategy || (strategy.state !== "draft" && strategy.state !== "consultation")) return undefined;
    const state = wordFor(wordsOf(language).state, strategy.state);
    return {
      priority: 86,
      state: "review",
      values: { title: localText(strategy.title, language) ?? "", version: strategy.version, state },
    };
  },
};
