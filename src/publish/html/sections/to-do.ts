// What to do first: one line a rule, with its reason, its remedy and the things meant.
import { escapeHtml, fill, stateMark, wordsOf } from "#look";
import type { ScanResult, ToDo } from "#scan";
import type { Finding } from "#policy";
import type { Language } from "#look";
import type { Rule } from "#program";
import { remedyOf, rulesOf, ruleSentence } from "../../words.ts";
import { findingLine, servesLine } from "../parts.ts";
import type { Section } from "./section.ts";

const MOST_LINES = 30;

export const toDo: Section = {
  id: "to-do",
  title: (_result, language) => wordsOf(language).report.toDoShort,
  render(result, language) {
    const words = wordsOf(language).report;
    const things = result.summary.toDo;
    if (things.length === 0) return `<h2>${escapeHtml(words.nothingToDo)}</h2>`;
    const rules = rulesOf(result.program);
    const findings = new Map(result.findings.map((finding) => [finding.id, finding]));
    const items = things.map((thing) => item(thing, rules.get(thing.rule), findings, result, language));
    return `<h2>${escapeHtml(fill(words.toDo, { count: things.length }, language))}</h2><ol class="todo">${items.join("")}</ol>`;
  },
};

function item(thing: ToDo, rule: Rule | undefined, findings: ReadonlyMap<string, Finding>, result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const remedy = remedyOf(rule, language);
  const lines = thing.findings.slice(0, MOST_LINES).flatMap((id) => {
    const finding = findings.get(id);
    return finding ? [`<li>${findingLine(finding, language)}</li>`] : [];
  });
  const more = thing.count - lines.length;
  const rest = more > 0 ? `<p class="note">${escapeHtml(fill(words.report.moreExamples, { count: more }, language))}</p>` : "";
  return `<li><div class="what">${stateMark(thing.outcome)}${escapeHtml(words.outcome[thing.outcome])}: ${escapeHtml(ruleSentence(rule, thing.rule, language))}</div>
<p class="soft">${escapeHtml(thing.examples.join(", "))}${thing.count > thing.examples.length ? ` ${escapeHtml(fill(words.report.moreExamples, { count: thing.count - thing.examples.length }, language))}` : ""}</p>
${remedy ? `<p class="remedy">${escapeHtml(remedy)}</p>` : ""}
<details><summary>${escapeHtml(words.report.why)} <span class="count">${escapeHtml(words.because[thing.because])}</span></summary><div>${servesLine(rule, result, language)}<ul>${lines.join("")}</ul>${rest}</div></details></li>`;
}
