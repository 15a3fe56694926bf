// How much was covered, and what could not be known with what would make it known; then what could not be read.
import { escapeHtml, fill, formatNumber, type Language, problemIn, shorten, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { ruleSentence, rulesOf } from "../../shared/rules.ts";
import { licenseSentences } from "../../shared/license-coverage.ts";
import { coverageLines, rulesByReason } from "../../shared/sentences.ts";
import type { Section } from "./section.ts";

const MOST_PROBLEMS = 200;

export const coverage: Section = {
  id: "coverage",
  title: (_result, language) => wordsOf(language).report.coveredShort,
  render(result, language) {
    const words = wordsOf(language).report;
    const lines = [...coverageLines(result, language), ...licenseSentences(result, language)].map((line) => `<li>${escapeHtml(line)}</li>`);
    return `<h2>${escapeHtml(words.covered)}</h2><ul>${lines.join("")}</ul>${unknown(result, language)}${problems(result, language)}`;
  },
};

function unknown(result: ScanResult, language: Language): string {
  const rules = rulesOf(result.program);
  const groups = rulesByReason(result, language).map((entry) => {
    const items = entry.rules.map(
      (id) => `<li>${escapeHtml(ruleSentence(rules.get(id), id, language))} <code class="soft">${escapeHtml(id)}</code></li>`,
    );
    return `<details class="policy"><summary>${escapeHtml(entry.sentence)}</summary><div><ul class="plain">${items.join("")}</ul></div></details>`;
  });
  return groups.length === 0 ? "" : `<h3>${escapeHtml(wordsOf(language).report.couldNotKnow)}</h3>${groups.join("")}`;
}

function problems(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const told = result.problems.filter((problem) => problem.severity !== "note");
  if (told.length === 0) return "";
  const rows = told.slice(0, MOST_PROBLEMS).map((found) => {
    const problem = problemIn(found, language);
    const place = [shorten(problem.file, 300), problem.line].filter((part) => part !== undefined).join(":");
    const hint = problem.hint ? ` <span class="soft">${escapeHtml(shorten(problem.hint, 400))}</span>` : "";
    return `<li><bdi class="mono">${escapeHtml(place)}</bdi><br>${escapeHtml(shorten(problem.message, 600))}${hint}</li>`;
  });
  const more = told.length - MOST_PROBLEMS;
  const rest = more > 0 ? `<li class="soft">${escapeHtml(fill(words.moreExamples, { count: more }, language))}</li>` : "";
  return `<details class="policy"${told.length <= 5 ? " open" : ""}><summary><b>${escapeHtml(words.problems)}</b> <span class="note">${formatNumber(told.length, language)}</span></summary><div><ul class="plain spaced">${rows.join("")}${rest}</ul></div></details>`;
}
