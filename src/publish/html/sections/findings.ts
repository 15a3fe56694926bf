// Every finding, to search and filter; without a script, by rule.
import { escapeHtml, fill, formatNumber, wordsOf } from "#look";
import { shown } from "../../words.ts";
import { MOST_ROWS } from "../data.ts";
import { tableBox } from "../table-box.ts";
import type { Section } from "./section.ts";

export const findings: Section = {
  id: "findings",
  title: (_result, language) => wordsOf(language).report.findings,
  render(result, language) {
    const words = wordsOf(language).report;
    const count = shown(result).length;
    if (count === 0) return "";
    const cut = count > MOST_ROWS ? `<p class="note">${escapeHtml(fill(words.tableCut, { count: MOST_ROWS }, language))}</p>` : "";
    return `<h2>${escapeHtml(words.findings)} <span class="note">${formatNumber(count, language)}</span></h2>${cut}${tableBox("findings", language)}`;
  },
};
