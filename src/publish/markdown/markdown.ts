// The result as Markdown for a comment on a pull request: short, the answer first, details folded. Hostile names stay text.
import { fill, type Language, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Rule } from "#program";
import type { ScanResult, ToDo } from "#scan";
import { answerSentence, coverageLines, remedyOf, ruleSentence, rulesByReason, rulesOf, shown } from "../words.ts";

/** A comment may hold 65,536 characters on the common hosts. */
const LONGEST = 60_000;
const MOST_FINDINGS = 100;

export function markdown(result: ScanResult, language: Language): string {
  const rules = rulesOf(result.program);
  const words = wordsOf(language).report;
  const gate = result.summary.gate;
  const gateWords =
    gate.failing === 0 ? words.gatePasses : result.findings.some((finding) => finding.age) ? words.gateFailsNew : words.gateFails;
  const parts = [
    `## ${inline(fill(words.title, { name: result.program.organization.name }, language))}`,
    `**${answerSentence(result, language)}** ${fill(gateWords, { count: gate.failing, failOn: wordsOf(language).outcome[gate.failOn] }, language)}`,
    areaTable(result, language),
    toDo(result.summary.toDo, rules, language),
    findingsTable(result, rules, language),
    coverage(result, language),
    `<sub>${fill(words.disclaimer, { version: result.tool.knowledge }, language)}</sub>`,
  ];
  const text = parts.filter((part) => part !== "").join("\n\n");
  return text.length <= LONGEST ? `${text}\n` : `${text.slice(0, text.lastIndexOf("\n", LONGEST))}\n\n…\n`;
}

/** Text that came from elsewhere, so that it cannot become markup, a mention or a link. */
export function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_{}[\]<>()#|~!&]/g, "\\$&")
    .replaceAll("@", "@\u200B")
    .replaceAll("://", ":\u200B//");
}

function areaTable(result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const rows = result.summary.areas.map(
    (area) =>
      `| ${wordFor(words.area, area.area)} | ${area.counts.deny || ""} | ${area.counts.review || ""} | ${area.counts.warn || ""} | ${area.unknown || ""} | ${wordFor(words.state, area.state)} |`,
  );
  const { deny, review, warn, unknown } = words.outcome;
  return [`| | ${deny} | ${review} | ${warn} | ${unknown} | ${words.policyState} |`, "|---|--:|--:|--:|--:|---|", ...rows].join("\n");
}

function toDo(things: readonly ToDo[], rules: ReadonlyMap<string, Rule>, language: Language): string {
  const words = wordsOf(language);
  if (things.length === 0) return words.report.nothingToDo;
  const lines = things.map((thing) => {
    const rule = rules.get(thing.rule);
    const remedy = remedyOf(rule, language);
    const more = thing.count - thing.examples.length;
    const examples =
      thing.examples.map(inline).join(", ") + (more > 0 ? ` ${fill(words.report.moreExamples, { count: more }, language)}` : "");
    return `1. **${words.outcome[thing.outcome]}**: ${inline(ruleSentence(rule, thing.rule, language))} (${examples})${remedy ? ` → ${inline(remedy)}` : ""}`;
  });
  return [`### ${fill(words.report.toDo, { count: things.length }, language)}`, "", ...lines].join("\n");
}

function findingsTable(result: ScanResult, rules: ReadonlyMap<string, Rule>, language: Language): string {
  const words = wordsOf(language).report;
  const told = shown(result).filter(
    (finding) => finding.mode === "enforce" && !(finding.waiver && !finding.waiver.expired) && finding.age !== "known",
  );
  if (told.length === 0) return "";
  const rows = told.slice(0, MOST_FINDINGS).map((finding) => row(finding, rules.get(finding.rule), language));
  const rest = told.length - rows.length;
  return [
    `<details><summary>${words.findings} (${told.length})</summary>`,
    "",
    `| | | ${words.rule} | ${words.evidence} |`,
    "|---|---|---|---|",
    ...rows,
    ...(rest > 0 ? ["", fill(words.moreExamples, { count: rest }, language)] : []),
    "",
    "</details>",
  ].join("\n");
}

function row(finding: Finding, rule: Rule | undefined, language: Language): string {
  const words = wordsOf(language);
  const place = finding.evidence[0];
  const where =
    place?.path === undefined
      ? ""
      : inline(
          [place.repository, place.path].filter((part) => part !== undefined).join(": ") +
            (place.line === undefined ? "" : `:${place.line}`),
        );
  const age = finding.age === "overdue" ? ` (${words.report.overdue})` : "";
  const license = finding.license ? ` ${inline(finding.license.expression)}` : "";
  return `| ${words.outcome[finding.outcome]}${age} | ${inline(finding.subject.label)}${license} | ${inline(ruleSentence(rule, finding.rule, language))} | ${where} |`;
}

function coverage(result: ScanResult, language: Language): string {
  const lines = [...coverageLines(result, language), ...rulesByReason(result, language).map((entry) => entry.sentence)];
  const items = lines.map((line) => `- ${inline(line)}`);
  return [`<details><summary>${wordsOf(language).report.covered}</summary>`, "", ...items, "", "</details>"].join("\n");
}
