// Ask: look at the strategy again.
import { formatDate } from "#look";
import type { StatementRule } from "../statement.ts";

export const reviewStrategy: StatementRule = {
  id: "review-strategy",
  condition: "Its review day has passed. Weight 64.",
  words: {
    en: { title: "Look at the strategy again.", text: "Its review was due on {date}." },
    de: { title: "Sehen Sie die Strategie wieder an.", text: "Ihre Überprüfung war am {date} fällig." },
  },
  speak({ result, language }) {
    const review = result.program.strategy?.review;
    if (review === undefined || review >= result.now.slice(0, 10)) return undefined;
    return { priority: 64, state: "review", values: { date: formatDate(review, language) } };
  },
};
