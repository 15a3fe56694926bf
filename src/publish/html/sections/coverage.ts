// How much was covered, and what could not be known with what would make it known; then what could not be read.
import { escapeHtml, fill, type Language, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { coverageLines, ruleSentence, rulesByReason, rulesOf } from "../../words.ts";
import type { Section } from "./section.ts";

const MOST_PROBLEMS = 200;

export const coverage: Section = {
  id: "coverage",
  title: (_result, language) => wordsOf(language).report.covered,
  render(result, language) {
    const words = wordsOf(language).report;
    const lines = coverageLines(result, language);
    return `<h2>${escapeHtml(words.covered)}</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>${unknown(result, language)}${problems(result, language)}`;
  },
};

function unknown(result: ScanResult, language: Language): string {
  const rules = rulesOf(result.program);
  const groups = rulesByReason(result, language).map((entry) => {
    const items = entry.rules.map(
      (id) => `<li>${escapeHtml(ruleSentence(rules.get(id), id, language))} <code>${escapeHtml(id)}</code></li>`,
    );
    return `<details><summary>${escapeHtml(entry.sentence)}</summary><div><ul>${items.join("")}</ul></div></details>`;
  });
  return groups.length === 0 ? "" : `<h3>${escapeHtml(wordsOf(language).report.couldNotKnow)}</h3>${groups.join("")}`;
}

function problems(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const told = result.problems.filter((problem) => problem.severity !== "note");
  if (told.length === 0) return "";
  const rows = told.slice(0, MOST_PROBLEMS).map((problem) => {
    const place = [problem.file, problem.line].filter((part) => part !== undefined).join(":");
    return `<tr><td class="mono">${escapeHtml(place)}</td><td>${escapeHtml(problem.message)}${problem.hint ? ` <span class="soft">${escapeHtml(problem.hint)}</span>` : ""}</td></tr>`;
  });
  const more =
    told.length > MOST_PROBLEMS
      ? `<p class="note">${escapeHtml(fill(words.moreExamples, { count: told.length - MOST_PROBLEMS }, language))}</p>`
      : "";
  return `<h3>${escapeHtml(words.problems)}</h3><div class="scroll" tabindex="0"><table><tbody>${rows.join("")}</tbody></table></div>${more}`;
}
