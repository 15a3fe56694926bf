// What we buy: each delivery with its state, what it lacks, what our rules say of what is in it, and how long it is supported.
import {
  escapeHtml,
  fill,
  formatDate,
  formatNumber,
  type Language,
  localText,
  type State,
  shorten,
  stateMark,
  wordFor,
  wordsOf,
  supplierWords,
} from "#look";
import type { ResultSupplier, ResultSupply, ScanResult } from "#scan";
import { gapSentences, someNames, supplyCounts } from "../../shared/suppliers.ts";
import type { Section } from "./section.ts";

const MOST_ROWS = 300;

const marks: Readonly<Record<ResultSupply["state"], State>> = {
  none: "unknown",
  requested: "unknown",
  received: "review",
  validated: "review",
  gaps: "review",
  remediation: "warn",
  accepted: "allow",
  refused: "deny",
};

export const suppliers: Section = {
  id: "suppliers",
  title: (_result, language) => supplierWords(language).menu,
  render(result, language) {
    if (result.suppliers.length === 0) return "";
    const words = supplierWords(language);
    const rows = result.suppliers.flatMap((supplier) => supplier.items.map((item) => ({ supplier, item })));
    const counts = supplyCounts(rows.map(({ item }) => item));
    const lead = fill(words.lead, { items: rows.length, suppliers: result.suppliers.length, ...counts }, language);
    const head = [words.supplier, words.item, words.delivery, words.lacks, words.rules, words.support].map(
      (title) => `<th scope="col">${escapeHtml(title)}</th>`,
    );
    const body = rows.slice(0, MOST_ROWS).map(({ supplier, item }) => row(supplier, item, result, language));
    return `<h2>${escapeHtml(words.title)} <span class="h-count">${formatNumber(rows.length, language)}</span></h2><p class="lead">${escapeHtml(lead)}</p><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.title)}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
  },
};

function row(supplier: ResultSupplier, item: ResultSupply, result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const own = supplierWords(language);
  const products = item.products.map(
    (id) => localText(result.program.organization.products.find((product) => product.id === id)?.name, language) ?? id,
  );
  const state = `<span class="state">${stateMark(marks[item.state])}${escapeHtml(wordFor(own.state, item.state))}</span>`;
  const renewal =
    item.renewalDays === undefined
      ? ""
      : note(fill(item.renewalDays < 0 ? own.renewalOverdue : own.renewal, { days: Math.abs(item.renewalDays) }, language));
  const lacks = [
    ...gapSentences(item.gaps, language),
    ...(item.undeclared && item.undeclared.length > 0 ? [fill(own.undeclared, { names: someNames(item.undeclared) }, language)] : []),
    ...(item.clausesMissing && item.clausesMissing.length > 0
      ? [fill(own.clauses, { clauses: someNames(item.clausesMissing) }, language)]
      : []),
  ];
  const worst =
    item.worst === undefined
      ? ""
      : `<span class="state">${stateMark(item.worst)}${escapeHtml(words.outcome[item.worst])}</span>${item.worstOf?.length ? note(someNames(item.worstOf)) : ""}`;
  return `<tr><th scope="row"><bdi>${escapeHtml(shorten(supplier.name, 80))}</bdi>${note(own.tier[supplier.tier])}${conformance(supplier, language)}</th><td><bdi>${escapeHtml(shorten(item.name, 80))}</bdi>${note([own.kind[item.kind], item.version, ...products].filter((part) => part !== undefined).join(", "))}</td><td>${state}${renewal}</td><td>${list(lacks)}</td><td>${worst}</td><td>${support(item, language)}</td></tr>`;
}

function note(text: string): string {
  return `<br><span class="note">${escapeHtml(shorten(text, 300))}</span>`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<ul class="plain">${lines.map((line) => `<li>${escapeHtml(shorten(line, 400))}</li>`).join("")}</ul>`;
}

function conformance({ openChain }: ResultSupplier, language: Language): string {
  if (!openChain) return "";
  const words = supplierWords(language);
  const date = formatDate(openChain.affirmed, language);
  return note(
    `${words.conformance}: ${openChain.valid ? fill(words.conforms, { standard: openChain.standard, date }, language) : fill(words.lapsed, { date }, language)}`,
  );
}

function support(item: ResultSupply, language: Language): string {
  const words = supplierWords(language);
  const until =
    item.supportUntil === undefined
      ? ""
      : escapeHtml(fill(words.supportUntil, { date: formatDate(item.supportUntil, language) }, language));
  const short =
    item.supportDays !== undefined && item.supportDays < 0
      ? `<br>${stateMark("review")}${escapeHtml(fill(words.supportShort, { days: -item.supportDays }, language))}`
      : "";
  const cra = item.craClass === undefined ? "" : note(words.cra[item.craClass]);
  return `${until}${short}${cra}`;
}
