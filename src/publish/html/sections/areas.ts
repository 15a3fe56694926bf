// Seven policy areas × products: the worst open state of each, with its count; shape as well as colour.
import { escapeHtml, formatNumber, type Language, localText, type State, stateMark, wordFor, wordsOf } from "#look";
import { type Outcome, outcomes, policyAreas } from "#program";
import type { ScanResult } from "#scan";
import type { Section } from "./section.ts";

/** More columns than this are no picture any more: the products with the most open findings stand for themselves, the others share one. */
const MOST_PRODUCTS = 12;
const REST = "\u0000rest";
const WHOLE = "\u0000whole";

export const areas: Section = {
  id: "areas",
  title: (_result, language) => wordsOf(language).report.areasShort,
  render(result, language) {
    const words = wordsOf(language);
    const table = cells(result);
    const products = columns(result, table);
    const names = new Map(
      result.program.organization.products.map((product) => [product.id, localText(product.name, language) ?? product.id]),
    );
    names.set(REST, words.report.otherProducts);
    names.set(WHOLE, wordsOf(language).subject.organization);
    const head = products.map((product) => `<th scope="col">${escapeHtml(names.get(product) ?? product)}</th>`).join("");
    const rows = policyAreas.map((area) => {
      const summary = result.summary.areas.find((candidate) => candidate.area === area);
      const state = wordFor(words.state, summary?.state ?? "missing");
      const line = products.map((product) => `<td>${cell(table.get(`${area}\n${product}`), language)}</td>`).join("");
      return `<tr><th scope="row">${escapeHtml(wordFor(words.area, area))}<br><span class="note">${escapeHtml(state)}</span></th>${line}<td>${unknowns(summary?.unknown ?? 0, language)}</td></tr>`;
    });
    return `<h2>${escapeHtml(words.report.areas)}</h2><div class="scroll" tabindex="0"><table class="matrix"><thead><tr><td></td>${head}<th scope="col">${escapeHtml(words.report.notAnswered)}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  },
};

type Counts = Partial<Record<Outcome, number>>;

function cells(result: ScanResult): Map<string, Counts> {
  const table = new Map<string, Counts>();
  const shown = new Set(topProducts(result));
  for (const finding of result.findings) {
    if (finding.mode !== "enforce" || finding.outcome === "allow" || (finding.waiver && !finding.waiver.expired)) continue;
    const product = finding.subject.product;
    const column = product === undefined ? WHOLE : shown.has(product) ? product : REST;
    const key = `${finding.area}\n${column}`;
    const counts = table.get(key) ?? {};
    counts[finding.outcome] = (counts[finding.outcome] ?? 0) + 1;
    table.set(key, counts);
  }
  return table;
}

function topProducts(result: ScanResult): string[] {
  const open = new Map<string, number>(result.program.organization.products.map((product) => [product.id, 0]));
  for (const finding of result.findings) {
    const product = finding.subject.product;
    if (product !== undefined && finding.outcome !== "allow")
      open.set(product, (open.get(product) ?? 0) + 10 ** outcomes.indexOf(finding.outcome));
  }
  const order = [...open].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  return order.slice(0, MOST_PRODUCTS);
}

function columns(result: ScanResult, table: ReadonlyMap<string, Counts>): string[] {
  const used = (column: string) => policyAreas.some((area) => table.has(`${area}\n${column}`));
  return [...(used(WHOLE) ? [WHOLE] : []), ...topProducts(result), ...(used(REST) ? [REST] : [])];
}

function cell(counts: Counts | undefined, language: Language): string {
  const words = wordsOf(language).outcome;
  const parts = outcomes.toReversed().flatMap((outcome) => {
    const count = outcome === "allow" ? 0 : (counts?.[outcome] ?? 0);
    return count === 0 ? [] : [`${stateMark(outcome as State, words[outcome])}${formatNumber(count, language)}`];
  });
  return parts.length === 0 ? stateMark("none", words.none) : parts.join(" ");
}

function unknowns(count: number, language: Language): string {
  return count === 0 ? "" : `${stateMark("unknown", wordsOf(language).outcome.unknown)}${formatNumber(count, language)}`;
}
