// What licences ask of each product: what is to be done, for whom, whether it is done, and where the licence says so.
import { escapeHtml, fill, formatNumber, formatShare, type Language, obligationWords, shorten, stateMark, wordFor, menuWords } from "#look";
import type { ResultObligation, ScanResult } from "#scan";
import { dutiesByProduct, dutyComponents, dutyWord, type ProductDuties } from "../../shared/obligations.ts";
import { compatibilityTable } from "../compatibility-table.ts";
import type { Section } from "./section.ts";

const MOST_PRODUCTS = 50;
const MOST_DUTIES = 100;
const MOST_NAMES = 5;
/** Duties are shown at once where few products have any. */
const OPEN_PRODUCTS = 3;

export const obligations: Section = {
  id: "obligations",
  title: (_result, language) => menuWords(language).obligations,
  render(result, language) {
    if (result.components.length === 0) return "";
    const words = obligationWords(language);
    const products = dutiesByProduct(result, language).filter(({ duties }) => duties.length > 0);
    const boxes = products.slice(0, MOST_PRODUCTS).map((one) => productBox(one, products.length <= OPEN_PRODUCTS, result, language));
    const rest = products.length - MOST_PRODUCTS;
    const more = rest > 0 ? `<p class="note">${escapeHtml(fill(words.more, { count: rest }, language))}</p>` : "";
    return `<h2>${escapeHtml(words.title)}</h2>${lead(products, language)}${boxes.join("")}${more}${compatibilityTable(result, language)}`;
  },
};

function lead(products: readonly ProductDuties[], language: Language): string {
  const words = obligationWords(language);
  const sum = (count: (one: ProductDuties) => number) => products.reduce((total, one) => total + count(one), 0);
  const [open, done, unknown] = [sum(({ open }) => open), sum(({ done }) => done), sum(({ unknown }) => unknown)];
  const owing = products.filter((one) => one.open + one.done > 0).length;
  const text = open > 0 ? words.lead : done > 0 ? words.leadDone : unknown > 0 ? "" : words.leadNone;
  const sentences = [
    text === "" ? "" : fill(text, { products: owing, open, done }, language),
    unknown > 0 ? fill(words.unknown, { count: unknown }, language) : "",
  ].filter((sentence) => sentence !== "");
  const how = open > 0 ? `<p class="note">${escapeHtml(words.howTo)}</p>` : "";
  return `<p class="lead">${escapeHtml(sentences.join(" "))}</p>${how}`;
}

function productBox(one: ProductDuties, opened: boolean, result: ScanResult, language: Language): string {
  const words = obligationWords(language);
  const { duties, open, done } = one;
  const head = escapeHtml(fill(words.product, { product: shorten(one.name, 120), open, done }, language));
  const rows = duties.slice(0, MOST_DUTIES).map((duty) => row(duty, result, language));
  const titles = [words.duty, words.license, words.components, words.state, words.source];
  const cells = titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join("");
  const rest = duties.length - MOST_DUTIES;
  const more = rest > 0 ? `<p class="note">${escapeHtml(fill(words.more, { count: rest }, language))}</p>` : "";
  return `<details class="policy"${opened ? " open" : ""}><summary>${stateMark(open > 0 ? "review" : one.unknown > 0 ? "unknown" : "allow")}<bdi>${head}</bdi></summary><div><div class="scroll" tabindex="0" role="region" aria-label="${head}"><table><thead><tr>${cells}</tr></thead><tbody>${rows.join("")}</tbody></table></div>${more}</div></details>`;
}

function row(duty: ResultObligation, result: ScanResult, language: Language): string {
  const words = obligationWords(language);
  const license = duty.kind === "unknown" ? "" : `<bdi>${escapeHtml(shorten(duty.license, 120))}</bdi>`;
  const sure =
    duty.kind === "unknown"
      ? ""
      : ` <span class="note">${escapeHtml(fill(words.confidence, { share: formatShare(duty.confidence, language) }, language))}</span>`;
  const source = duty.kind === "unknown" ? "" : `${escapeHtml(shorten(duty.source, 120))}${sure}`;
  return `<tr><th scope="row">${escapeHtml(dutyWord(duty, language))}</th><td>${license}</td><td>${names(duty, result, language)}</td><td>${state(duty, language)}</td><td>${source}</td></tr>`;
}

function names(duty: ResultObligation, result: ScanResult, language: Language): string {
  const all = dutyComponents(duty, result);
  const told = all.slice(0, MOST_NAMES).map((name) => `<bdi>${escapeHtml(shorten(name, 80))}</bdi>`);
  const rest = all.length - told.length;
  const more = rest > 0 ? ` <span class="soft">${escapeHtml(fill(obligationWords(language).more, { count: rest }, language))}</span>` : "";
  return `<span class="note">${formatNumber(all.length, language)}</span> ${told.join(", ")}${more}`;
}

const marks = { open: "review", unknown: "unknown", fulfilled: "allow", "not-applicable": "allow", standing: "unknown" } as const;

function state(duty: ResultObligation, language: Language): string {
  const words = obligationWords(language);
  const said = [
    duty.evidence === undefined ? "" : fill(words.evidence, { text: duty.evidence }, language),
    duty.because === undefined ? "" : fill(words.because, { text: duty.because }, language),
    duty.owner === undefined ? "" : fill(words.owner, { text: duty.owner }, language),
    duty.due === undefined ? "" : fill(words.due, { text: duty.due }, language),
  ].filter((text) => text !== "");
  const notes = said.map((text) => `<br><span class="note"><bdi>${escapeHtml(shorten(text, 200))}</bdi></span>`).join("");
  return `<span class="state s-${marks[duty.state]}">${stateMark(marks[duty.state])}${escapeHtml(wordFor(words.states, duty.state))}</span>${notes}`;
}
