// The largest thing on the page is its answer, in a sentence; then how the uses fall apart, and the figures that it rests on, each with its source a click away.
import { escapeHtml, fill, formatDate, formatNumber, type Language, type Part, partsBar, shorten, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { licenseSentences, licenseShare } from "../../shared/license-coverage.ts";
import { answerClauses, baselineSentence, usesSentence } from "../../shared/sentences.ts";
import type { Section } from "./section.ts";

export const answer: Section = {
  id: "answer",
  title: () => "",
  render(result, language) {
    const words = wordsOf(language).report;
    const baseline = baselineSentence(result, language);
    const assumed = result.problems.some((problem) => problem.code === "products-assumed");
    const title = fill(words.title, { name: shorten(result.program.organization.name, 120) }, language);
    const date = fill(words.asOf, { date: formatDate(result.now, language) }, language);
    const clauses = answerClauses(result, language).map((clause) => `<span>${escapeHtml(clause)}</span>`);
    return `<p class="kicker"><bdi>${escapeHtml(title)}</bdi>, ${escapeHtml(date)}</p><h1>${clauses.join(" ")}</h1><p class="lead">${escapeHtml(usesSentence(result, language))}</p>${
      baseline ? `<p class="lead">${escapeHtml(baseline)}</p>` : ""
    }${partsBar(parts(result, language), words.uses)}${assumed ? `<p class="note">${escapeHtml(words.productsAssumed)}</p>` : ""}${figures(result, language)}<p class="note">${escapeHtml(licenseSentences(result, language).join(" "))}</p>`;
  },
};

function parts(result: ScanResult, language: Language): Part[] {
  const { counted } = wordsOf(language);
  const { uses } = result.summary;
  return (["allow", "warn", "unknown", "review", "deny"] as const).map((state) => ({
    state,
    value: uses[state],
    label: fill(counted[state], { count: uses[state] }, language),
  }));
}

function figures(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const { coverage } = result;
  const { repositories, repositoriesUnreadable: unreadable } = coverage;
  const number = (value: number) => formatNumber(value, language);
  const unread = unreadable > 0 ? `, ${fill(words.figureUnreadable, { count: unreadable }, language)}` : "";
  const cards = [
    ["use", number(coverage.components), fill(words.figureComponents, { count: coverage.components }, language)],
    ["coverage", licenseShare(result, language), words.figureLicenses],
    ["repositories", number(repositories), fill(words.figureRepositories, { count: repositories }, language) + unread],
    ["coverage", `${number(coverage.rulesAnswered)}/${number(result.rules.length)}`, words.figureRules],
  ] as const;
  const drawn = cards.map(([to, value, label]) => `<a class="figure" href="#${to}"><b>${escapeHtml(value)}</b> ${escapeHtml(label)}</a>`);
  return `<div class="figures">${drawn.join("")}</div>`;
}
