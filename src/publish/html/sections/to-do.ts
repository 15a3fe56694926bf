// What to do first: what is meant, the rule of ours that it touches, the remedy; and beneath it, why.
import { escapeHtml, fill, type Language, localText, shorten, stateMark, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Rule } from "#program";
import type { ScanResult, ToDo } from "#scan";
import { remedyOf, rulesOf, ruleSentence } from "../../shared/rules.ts";
import { openStateOf } from "../../shared/states.ts";
import { showing } from "../list-box.ts";
import { findingLine, servesLine } from "../parts.ts";
import type { Section } from "./section.ts";

const MOST_LINES = 12;
const MOST_PRODUCTS = 4;

export const toDo: Section = {
  id: "to-do",
  title: (_result, language) => wordsOf(language).report.toDoShort,
  render(result, language) {
    const words = wordsOf(language).report;
    const things = result.summary.toDo;
    if (result.repositories.length === 0) return "";
    if (things.length === 0) return `<h2>${escapeHtml(words.nothingToDo)}</h2>`;
    const rules = rulesOf(result.program);
    const wanted = new Set(things.flatMap((thing) => thing.findings.slice(0, MOST_LINES)));
    const findings = new Map(result.findings.filter((finding) => wanted.has(finding.id)).map((finding) => [finding.id, finding]));
    const items = things.map((thing) => item(thing, rules.get(thing.rule), findings, result, language));
    return `<h2>${escapeHtml(fill(words.toDo, { count: things.length }, language))}</h2><ol class="todo">${items.join("")}</ol>`;
  },
};

function item(thing: ToDo, rule: Rule | undefined, findings: ReadonlyMap<string, Finding>, result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const state = openStateOf(thing);
  const remedy = remedyOf(rule, language);
  const sentence = fill(words.report.ourRule, { sentence: ruleSentence(rule, thing.rule, language) }, language);
  const names = thing.examples.map((example) => `<bdi>${escapeHtml(example.slice(0, 80))}</bdi>`).join(", ");
  const more = thing.count - thing.examples.length;
  const rest = more > 0 ? ` <span class="more-of">${escapeHtml(fill(words.report.moreExamples, { count: more }, language))}</span>` : "";
  const head = `<div class="head"><span class="state s-${state}">${stateMark(state)}${escapeHtml(words.outcome[state])}</span><span class="what">${names}${rest}</span>${inProducts(thing, result, language)}</div>`;
  return `<li><div>${head}<p class="rule">${escapeHtml(sentence)}</p></div>${remedy ? `<p class="remedy">${escapeHtml(remedy)}</p>` : ""}
<details><summary>${escapeHtml(words.report.why)} <span class="soft">${escapeHtml(fill(words.report.whyMore, { count: thing.count }, language))}</span></summary><div class="body">${why(thing, rule, findings, result, language)}</div></details></li>`;
}

function inProducts(thing: ToDo, result: ScanResult, language: Language): string {
  const names = new Map(
    result.program.organization.products.map((product) => [product.id, localText(product.name, language) ?? product.id]),
  );
  const told = thing.products.map((id) => names.get(id) ?? id).filter((name) => !thing.examples.includes(name));
  if (told.length === 0 || thing.products.length > told.length) return "";
  const more = told.length - MOST_PRODUCTS;
  const rest = more > 0 ? ` ${fill(wordsOf(language).report.moreExamples, { count: more }, language)}` : "";
  const products =
    told
      .slice(0, MOST_PRODUCTS)
      .map((name) => shorten(name, 60))
      .join(", ") + rest;
  return `<span class="note">${escapeHtml(fill(wordsOf(language).report.inProducts, { products }, language))}</span>`;
}

function why(thing: ToDo, rule: Rule | undefined, findings: ReadonlyMap<string, Finding>, result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const lines = thing.findings.slice(0, MOST_LINES).flatMap((id) => {
    const finding = findings.get(id);
    return finding ? [`<li>${findingLine(finding, language)}</li>`] : [];
  });
  const more = thing.count - lines.length;
  const rest = more > 0 ? `<li class="soft">${escapeHtml(fill(words.moreExamples, { count: more }, language))}</li>` : "";
  const all = `<p><a${showing({ rule: thing.rule, state: openStateOf(thing) })}>${escapeHtml(fill(words.allFindings, { count: thing.count }, language))}</a></p>`;
  return `${servesLine(rule, result, language)}<ul class="plain">${lines.join("")}${rest}</ul>${all}`;
}
