// What others know to be broken in what we use: by product, then one by one with severity and what mends it; last what somebody answered for.
import {
  escapeHtml,
  fill,
  formatDate,
  formatNumber,
  formatShare,
  type Language,
  localText,
  type State,
  shorten,
  stateMark,
  wordFor,
  wordsOf,
  vulnerabilityWords,
} from "#look";
import type { ScanResult } from "#scan";
import {
  type Affect,
  openVulnerabilities,
  setAsideVulnerabilities,
  severityOrder,
  type ShownSeverity,
  type ShownVulnerability,
  vulnerabilitiesByProduct,
} from "../../shared/vulnerabilities.ts";
import type { Section } from "./section.ts";

const MOST_ROWS = 300;
const MOST_PRODUCTS = 4;

const marks: Readonly<Record<ShownSeverity, State>> = {
  critical: "deny",
  high: "deny",
  unknown: "unknown",
  medium: "review",
  low: "warn",
  none: "allow",
};

export const vulnerabilities: Section = {
  id: "vulnerabilities",
  title: (_result, language) => vulnerabilityWords(language).menu,
  render(result, language) {
    const { imports } = result.inputs;
    if (imports.length === 0) return "";
    const words = vulnerabilityWords(language);
    const open = openVulnerabilities(result);
    const aside = setAsideVulnerabilities(result);
    const count = new Set(open.map(({ vulnerability }) => vulnerability.id)).size;
    const asideCount = new Set(aside.map(({ vulnerability }) => vulnerability.id)).size;
    const lead = count + asideCount === 0 ? words.none : fill(words.lead, { count, aside: asideCount }, language);
    return `<h2>${escapeHtml(words.title)} <span class="h-count">${formatNumber(count, language)}</span></h2><p class="lead">${escapeHtml(lead)}</p>${sources(result, language)}${products(result, language)}${table(open, result, language)}${setAside(aside, result, language)}`;
  },
};

function sources(result: ScanResult, language: Language): string {
  const named = result.inputs.imports.map(
    ({ kind, name, at }) => `${kind} ${shorten(name, 60)}${at === "" ? "" : ` (${formatDate(at, language)})`}`,
  );
  const shown = named.slice(0, 12);
  const more = named.length - shown.length;
  if (more > 0) shown.push(fill(vulnerabilityWords(language).more, { count: more }, language));
  return `<p class="note">${escapeHtml(fill(vulnerabilityWords(language).sources, { sources: shown.join(", ") }, language))}</p>`;
}

function products(result: ScanResult, language: Language): string {
  const counts = vulnerabilitiesByProduct(result);
  if (counts.size === 0) return "";
  const words = wordsOf(language);
  const levels = severityOrder.filter((level) => [...counts.values()].some((count) => count[level] > 0));
  const head = levels
    .map((level) => `<th scope="col" class="num">${escapeHtml(wordFor(vulnerabilityWords(language).severity, level))}</th>`)
    .join("");
  const rows = [...counts]
    .sort(([, a], [, b]) => severityOrder.map((level) => b[level] - a[level]).find((difference) => difference !== 0) ?? 0)
    .slice(0, MOST_ROWS)
    .map(([id, count]) => {
      const cells = levels.map(
        (level) => `<td class="num">${count[level] === 0 ? "" : `${stateMark(marks[level])}${formatNumber(count[level], language)}`}</td>`,
      );
      return `<tr><th scope="row"><bdi>${escapeHtml(productName(id, result, language))}</bdi></th>${cells.join("")}</tr>`;
    });
  return scrolled(
    `<thead><tr><th scope="col">${escapeHtml(words.list.product)}</th>${head}</tr></thead><tbody>${rows.join("")}</tbody>`,
    vulnerabilityWords(language).where,
  );
}

function table(open: readonly ShownVulnerability[], result: ScanResult, language: Language): string {
  if (open.length === 0) return "";
  const words = vulnerabilityWords(language);
  const rows = open.slice(0, MOST_ROWS).map((shown) => row(shown, result, language));
  const cut = open.length > MOST_ROWS ? `<p class="note">${escapeHtml(fill(words.cut, { count: MOST_ROWS }, language))}</p>` : "";
  const head = [words.severityHead, words.id, words.components, words.fix, words.where].map(
    (title) => `<th scope="col">${escapeHtml(title)}</th>`,
  );
  return `${cut}${scrolled(`<thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody>`, words.title)}`;
}

function row({ vulnerability, affect }: ShownVulnerability, result: ScanResult, language: Language): string {
  const words = vulnerabilityWords(language);
  const { severity, score, exploited, epss, summary } = vulnerability;
  const component = result.components[affect.component];
  const name = component ? `${component.name} ${component.version}`.trim() : "";
  const notes = [
    score === undefined ? "" : String(score),
    exploited ? words.exploited : "",
    epss === undefined ? "" : fill(words.epss, { share: formatShare(epss, language) }, language),
  ];
  const note = notes.filter((part) => part !== "").join(", ");
  const fix =
    affect.fixed === undefined
      ? `<span class="soft">${escapeHtml(words.noFix)}</span>`
      : `<bdi>${escapeHtml(shorten(affect.fixed, 60))}</bdi>`;
  const unsure = affect.sure ? "" : `<br><span class="note">${escapeHtml(words.unsure)}</span>`;
  const said = affect.answers.map((answer) => `<br><span class="note">${escapeHtml(answerText(answer, language))}</span>`).join("");
  return `<tr><td><span class="state">${stateMark(marks[severity])}${escapeHtml(wordFor(words.severity, severity))}</span>${note === "" ? "" : `<br><span class="note">${escapeHtml(note)}</span>`}</td><th scope="row">${link(vulnerability)}${summary === undefined ? "" : `<br><span class="note">${escapeHtml(shorten(summary, 160))}</span>`}</th><td><bdi>${escapeHtml(shorten(name, 120))}</bdi>${unsure}${said}</td><td>${fix}</td><td>${escapeHtml(productsText(affect, result, language))}</td></tr>`;
}

function link({ id, url }: { readonly id: string; readonly url?: string }): string {
  const text = `<bdi>${escapeHtml(shorten(id, 60))}</bdi>`;
  return url !== undefined && /^https:\/\/[^\s"'<>]+$/.test(url) ? `<a href="${escapeHtml(url)}" rel="noreferrer">${text}</a>` : text;
}

function productsText(affect: Affect, result: ScanResult, language: Language): string {
  const words = vulnerabilityWords(language);
  if (affect.openIn.length === 0) return words.noProduct;
  const names = affect.openIn.slice(0, MOST_PRODUCTS).map((id) => shorten(productName(id, result, language), 60));
  const more = affect.openIn.length - names.length;
  return [...names, ...(more > 0 ? [fill(words.more, { count: more }, language)] : [])].join(", ");
}

function productName(id: string, result: ScanResult, language: Language): string {
  return localText(result.program.organization.products.find((product) => product.id === id)?.name, language) ?? id;
}

function answerText(answer: Affect["answers"][number], language: Language): string {
  const words = vulnerabilityWords(language);
  const says = fill(
    words.says,
    { by: shorten(answer.by, 60), status: wordFor(words.status, answer.status), date: formatDate(answer.at, language) },
    language,
  );
  const why = [answer.justification, answer.because].filter((part) => part !== undefined).join(": ");
  return why === "" ? says : `${says}: ${shorten(why, 200)}`;
}

function setAside(aside: readonly ShownVulnerability[], result: ScanResult, language: Language): string {
  if (aside.length === 0) return "";
  const words = vulnerabilityWords(language);
  const items = aside.slice(0, MOST_ROWS).map(({ vulnerability, affect }) => {
    const component = result.components[affect.component];
    const name = component ? `${component.name} ${component.version}`.trim() : "";
    const said = affect.answers.map((answer) => escapeHtml(answerText(answer, language))).join("<br>");
    return `<li>${link(vulnerability)} <bdi>${escapeHtml(shorten(name, 120))}</bdi><br><span class="soft">${said}</span></li>`;
  });
  return `<details class="policy"><summary><b>${escapeHtml(words.aside)}</b> <span class="note">${formatNumber(aside.length, language)}</span></summary><div><ul class="plain spaced">${items.join("")}</ul></div></details>`;
}

function scrolled(inner: string, label: string): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table>${inner}</table></div>`;
}
