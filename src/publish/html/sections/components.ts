// What we use, under which licences; and the list of it, to search.
import { type Bar, bars, escapeHtml, fill, formatNumber, wordFor, wordsOf } from "#look";
import { MOST_ROWS } from "../data.ts";
import { tableBox } from "../table-box.ts";
import type { Section } from "./section.ts";

const MOST_BARS = 12;

export const components: Section = {
  id: "components",
  title: (_result, language) => wordsOf(language).report.what,
  render(result, language) {
    const words = wordsOf(language);
    const values = {
      components: result.components.length,
      repositories: result.repositories.length,
      manifests: result.coverage.manifests,
      uses: result.uses.length,
      products: result.program.organization.products.length,
    };
    const { licenses, ecosystems } = result.summary;
    const licenseBars = licenses.slice(0, MOST_BARS).map(
      (entry): Bar => ({
        label: entry.license === "unknown" ? words.strength.unknown : entry.license,
        value: entry.components,
        tone: entry.strength,
        note: entry.license === "unknown" ? "" : wordFor(words.strength, entry.strength).replace(/ \(.*/, ""),
      }),
    );
    const rest = licenses.slice(MOST_BARS).reduce((sum, entry) => sum + entry.components, 0);
    if (rest > 0)
      licenseBars.push({
        label: fill(words.report.licensesMore, { count: licenses.length - MOST_BARS }, language),
        value: rest,
        tone: "none",
      });
    const kinds = ecosystems.slice(0, MOST_BARS).map((entry): Bar => ({ label: entry.type, value: entry.components }));
    const cut =
      result.components.length > MOST_ROWS
        ? `<p class="note">${escapeHtml(fill(words.report.tableCut, { count: MOST_ROWS }, language))}</p>`
        : "";
    return `<h2>${escapeHtml(words.report.what)}</h2><p>${escapeHtml(fill(words.report.whatLine, values, language))}</p>
<div class="two"><div><h3>${escapeHtml(words.report.licenses)}</h3>${bars(licenseBars, language)}</div><div><h3>${escapeHtml(words.report.ecosystems)}</h3>${bars(kinds, language)}</div></div>
<h3>${escapeHtml(words.report.components)} <span class="note">${formatNumber(result.components.length, language)}</span></h3>${cut}${tableBox("components", language)}`;
  },
};
