// Products × seven policy areas: the open states of each with their counts, by shape as well as colour; a cell leads to its findings.
import { escapeHtml, fill, formatNumber, type Language, localText, stateMark, wordFor, wordsOf } from "#look";
import { policyAreas } from "#program";
import type { ScanResult } from "#scan";
import { countByProduct, joinLines as join, type Line, weight } from "../../shared/areas-by-product.ts";
import { openStates, type StateCounts } from "../../shared/states.ts";
import { showing } from "../list-box.ts";
import type { Section } from "./section.ts";

/** The products with the worst and most open findings stand for themselves, the others share a row. */
const MOST_PRODUCTS = 12;

export const areas: Section = {
  id: "areas",
  title: (_result, language) => wordsOf(language).report.areasShort,
  render(result, language) {
    if (result.repositories.length === 0) return "";
    const { report, area: names } = wordsOf(language);
    const head = policyAreas.map((area) => `<th scope="col">${escapeHtml(wordFor(names, area))}</th>`).join("");
    return `<h2>${escapeHtml(report.areas)}</h2><p>${escapeHtml(report.areasNote)}</p>${legend(language)}<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(report.areas)}"><table class="matrix"><thead><tr><td></td>${head}</tr></thead><tbody>${rows(result, language).join("")}</tbody><tfoot>${policyRows(result, language)}</tfoot></table></div>`;
  },
};

function legend(language: Language): string {
  const { outcome, report } = wordsOf(language);
  const names = [...openStates.map((state) => [state, outcome[state]] as const), ["none", report.nothingOpen] as const];
  const marks = names.map(([state, name]) => `<span>${stateMark(state)}${escapeHtml(name)}</span>`);
  return `<p class="legend">${marks.join("")}</p>`;
}

function rows(result: ScanResult, language: Language): string[] {
  const words = wordsOf(language);
  const { whole, products } = countByProduct(result);
  const numbers = new Map(result.program.organization.products.map((product, index) => [product.id, index]));
  const names = new Map(
    result.program.organization.products.map((product) => [product.id, localText(product.name, language) ?? product.id]),
  );
  const sorted = [...products].sort(([a, x], [b, y]) => weight(y) - weight(x) || (a < b ? -1 : 1));
  const told = sorted.slice(0, MOST_PRODUCTS);
  const rest = sorted.slice(MOST_PRODUCTS);
  const lines = told.map(([id, line]) => row(names.get(id) ?? id, line, String(numbers.get(id) ?? ""), language));
  if (rest.length > 0) {
    const title = fill(words.report.otherProducts, { count: rest.length }, language);
    lines.push(row(title, rest.map(([, line]) => line).reduce(join, new Map()), undefined, language));
  }
  return whole.size > 0 ? [row(words.report.outside, whole, undefined, language), ...lines] : lines;
}

function row(title: string, line: Line, product: string | undefined, language: Language): string {
  const cells = policyAreas.map((area) => `<td>${cell(line.get(area), product, area, language)}</td>`).join("");
  return `<tr><th scope="row"><bdi>${escapeHtml(title.slice(0, 80))}</bdi></th>${cells}</tr>`;
}

function cell(counts: StateCounts | undefined, product: string | undefined, area: string, language: Language): string {
  const words = wordsOf(language);
  if (!counts) return stateMark("none", words.report.nothingOpen);
  return openStates
    .filter((state) => counts[state] > 0)
    .map((state) => {
      const label = `${stateMark(state)}${formatNumber(counts[state], language)}`;
      const spoken = escapeHtml(fill(words.counted[state], { count: counts[state] }, language));
      return `<a class="s-${state}"${showing({ area, state, product })} title="${spoken}" aria-label="${spoken}">${label}</a>`;
    })
    .join(" ");
}

/** How the policy of each area stands, and how many of its rules could not answer. */
function policyRows(result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const summaries = policyAreas.map((area) => result.summary.areas.find((candidate) => candidate.area === area));
  const states = summaries.map((area) => `<td>${escapeHtml(wordFor(words.state, area?.state ?? "missing"))}</td>`);
  const silent = summaries.map((area) =>
    area && area.unknown > 0
      ? `<td>${stateMark("unknown")}${formatNumber(area.unknown, language)} / ${formatNumber(area.rules, language)}</td>`
      : "<td>–</td>",
  );
  return `<tr><th scope="row">${escapeHtml(words.report.policyState)}</th>${states.join("")}</tr><tr><th scope="row"><a href="#coverage">${escapeHtml(words.report.notAnswered)}</a></th>${silent.join("")}</tr>`;
}
