// Every finding: searched, filtered and explained by the report's script; without one, "what to do first" tells them by rule.
import { escapeHtml, fill, formatNumber, wordsOf } from "#look";
import { shown } from "../../shared/states.ts";
import { MOST_FINDINGS } from "../data/data.ts";
import { findingsBox } from "../list-box.ts";
import type { Section } from "./section.ts";

export const findings: Section = {
  id: "findings",
  title: (_result, language) => wordsOf(language).report.findings,
  render(result, language) {
    const words = wordsOf(language).report;
    const count = shown(result).length;
    if (count === 0) return "";
    const cut = count > MOST_FINDINGS ? `<p class="note">${escapeHtml(fill(words.tableCut, { count: MOST_FINDINGS }, language))}</p>` : "";
    return `<h2>${escapeHtml(words.findings)} <span class="h-count">${formatNumber(count, language)}</span></h2>${cut}${findingsBox(result, language)}`;
  },
};
