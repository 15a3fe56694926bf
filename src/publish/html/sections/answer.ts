// The largest thing on the page is its answer, in a sentence; then the four figures that it rests on.
import { escapeHtml, fill, formatNumber, wordsOf } from "#look";
import { answerSentence, licenseShare } from "../../words.ts";
import type { Section } from "./section.ts";

export const answer: Section = {
  id: "answer",
  title: () => "",
  render(result, language) {
    const words = wordsOf(language).report;
    const { coverage } = result;
    const figures = [
      [formatNumber(coverage.components, language), words.figureComponents],
      [licenseShare(result, language), words.figureLicenses],
      [
        formatNumber(coverage.repositories, language),
        fill(words.figureRepositories, { unreadable: coverage.repositoriesUnreadable }, language),
      ],
      [`${formatNumber(coverage.rulesAnswered, language)}/${formatNumber(result.rules.length, language)}`, words.figureRules],
    ] as const;
    const cards = figures.map(([value, label]) => `<div class="figure"><b>${escapeHtml(value)}</b>${escapeHtml(label)}</div>`).join("");
    const note = result.problems.find((problem) => problem.code === "products-assumed");
    return `<h1>${escapeHtml(answerSentence(result, language))}</h1><p class="lead">${escapeHtml(fill(words.usesLine, result.summary.uses, language))}</p>${
      note ? `<p class="note">${escapeHtml(words.productsAssumed)}</p>` : ""
    }<div class="figures">${cards}</div>`;
  },
};
