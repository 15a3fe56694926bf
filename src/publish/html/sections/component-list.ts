// Every component: searched and opened by the report's script.
import { escapeHtml, fill, formatNumber, wordsOf } from "#look";
import { MOST_COMPONENTS } from "../data/data.ts";
import { componentsBox } from "../list-box.ts";
import type { Section } from "./section.ts";

export const componentList: Section = {
  id: "components",
  title: (_result, language) => wordsOf(language).report.components,
  render(result, language) {
    const words = wordsOf(language).report;
    const count = result.components.length;
    if (count === 0) return "";
    const cut =
      count > MOST_COMPONENTS ? `<p class="note">${escapeHtml(fill(words.tableCut, { count: MOST_COMPONENTS }, language))}</p>` : "";
    return `<h2>${escapeHtml(words.components)} <span class="h-count">${formatNumber(count, language)}</span></h2>${cut}${componentsBox(language)}`;
  },
};
