// The frame of a list that the script fills; hidden where no script runs, with a sentence in its place.
import { escapeHtml, formatNumber, type Language, localText, stateMark, wordFor, wordsOf } from "#look";
import { policyAreas } from "#program";
import type { ScanResult } from "#scan";
import { findingStates, shown, stateOf } from "../shared/states.ts";

export function findingsBox(result: ScanResult, language: Language): string {
  const words = wordsOf(language).list;
  const head = [words.outcome, words.subject, words.sentence, words.place];
  const tools = [
    searchField(words.searchFindings, language),
    select("area", words.area, words.anyArea, areaOptions(result, language)),
    select("product", words.product, words.anyProduct, productOptions(result, language)),
    '<button type="button" class="rule-chip" hidden></button>',
  ];
  return box("findings", stateChips(result, language), tools, head, language);
}

export function componentsBox(language: Language): string {
  const { list, report } = wordsOf(language);
  const head = [report.components, report.license, list.uses, report.products];
  return box("components", "", [searchField(list.searchComponents, language)], head, language);
}

function box(kind: string, chips: string, tools: readonly string[], head: readonly string[], language: Language): string {
  const words = wordsOf(language);
  const titles = head.map((title) => `<span>${escapeHtml(title)}</span>`).join("");
  return `<div id="${kind}-list" class="list ${kind}" hidden>${chips}<div class="tools">${tools.join("")}</div><p class="count soft" role="status"></p><div class="list-head" aria-hidden="true">${titles}</div><ol class="rows"></ol><button type="button" class="more" hidden></button></div><noscript><p class="note">${escapeHtml(words.report.noScript)}</p></noscript>`;
}

function searchField(hint: string, language: Language): string {
  return `<label>${escapeHtml(wordsOf(language).list.search)} <input type="search" placeholder="${escapeHtml(hint)}" autocomplete="off" spellcheck="false"></label>`;
}

/** One choice of outcome, each with its count; what does not occur is not offered. */
function stateChips(result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const count = new Map<string, number>();
  const all = shown(result);
  for (const finding of all) count.set(stateOf(finding), (count.get(stateOf(finding)) ?? 0) + 1);
  const names: Readonly<Record<string, string>> = { ...words.outcome, known: words.list.known, shadow: words.list.shadow };
  const chips = findingStates.flatMap((state) => {
    const times = count.get(state);
    return times === undefined ? [] : [chip(state, `${stateMark(MARKS[state])}${escapeHtml(names[state] ?? state)}`, times, language)];
  });
  return `<fieldset class="chips"><legend>${escapeHtml(words.list.outcome)}</legend>${chip("", escapeHtml(words.list.all), all.length, language)}${chips.join("")}</fieldset>`;
}

const MARKS = { deny: "deny", review: "review", unknown: "unknown", warn: "warn", known: "none", waived: "allow", shadow: "none" } as const;

function chip(value: string, label: string, count: number, language: Language): string {
  return `<label class="chip"><input type="radio" name="state" value="${value}"${value === "" ? " checked" : ""}><span>${label} <span class="num">${formatNumber(count, language)}</span></span></label>`;
}

function select(name: string, label: string, any: string, options: readonly (readonly [string, string])[]): string {
  if (options.length < 2) return "";
  const all = [["", any] as const, ...options].map(([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`);
  return `<label>${escapeHtml(label)} <select data-filter="${name}">${all.join("")}</select></label>`;
}

function areaOptions(result: ScanResult, language: Language): [string, string][] {
  const used = new Set(shown(result).map((finding) => finding.area));
  return policyAreas.filter((area) => used.has(area)).map((area) => [area, wordFor(wordsOf(language).area, area)]);
}

/** By number in the data's table of products, which begins with the program's in their order. */
function productOptions(result: ScanResult, language: Language): [string, string][] {
  const used = new Set(shown(result).map((finding) => finding.subject.product));
  return result.program.organization.products.flatMap((product, index) =>
    used.has(product.id) ? [[String(index), localText(product.name, language) ?? product.id]] : [],
  );
}

/** `data-show` of a link to the list of findings, filtered. */
export function showing(filters: Readonly<Record<string, string | undefined>>): string {
  const address = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  );
  return ` href="#findings" data-show="${escapeHtml(address.toString())}"`;
}
