// The result as Markdown for a comment on a pull request: short, the answer first, details folded.
import { fill, formatNumber, type Language, shorten, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import { policyAreas, type Rule } from "#program";
import type { ScanResult } from "#scan";
import { placeText } from "../shared/places.ts";
import { remedyOf, ruleSentence, rulesOf } from "../shared/rules.ts";
import { licenseSentences } from "../shared/license-coverage.ts";
import { answerSentence, baselineSentence, coverageLines, gateSentence, rulesByReason } from "../shared/sentences.ts";
import { countStates, freshFindings, openFindings, openStates } from "../shared/states.ts";
import { code, inline } from "./escape.ts";
import { type Group, groupsOf } from "./groups.ts";

/** A comment may hold 65,536 characters on the common hosts; counted here in bytes, which are never fewer. */
const LONGEST = 60_000;
const MOST_THINGS = 10;
const MOST_EXAMPLES = 3;
const MOST_OF_GROUP = 20;

const SHAPES = { deny: "■", review: "▲", unknown: "○", warn: "△" } as const;

export function markdown(result: ScanResult, language: Language): string {
  const { report } = wordsOf(language);
  const rules = rulesOf(result.program);
  const groups = groupsOf(result);
  const gate = result.repositories.length === 0 ? "" : gateSentence(result, language);
  const head = [
    `## ${inline(fill(report.title, { name: shorten(result.program.organization.name, 100) }, language))}`,
    `**${answerSentence(result, language)}** ${[gate, baselineSentence(result, language)].filter((text) => text !== "").join(" ")}`.trimEnd(),
    inline(licenseSentences(result, language).join(" ")),
    firstThings(groups, rules, language),
  ];
  const foot = [
    folded(report.areas, areaTable(result, language)),
    folded(report.covered, coverage(result, language)),
    `<sub>${inline(fill(report.disclaimer, { version: result.tool.knowledge }, language))}</sub>`,
  ];
  const room = LONGEST - Buffer.byteLength([...head, ...foot].join("\n\n"));
  const title = `${report.findings} (${formatNumber(freshFindings(result).length, language)})`;
  const findings = groups.length === 0 ? "" : folded(title, findingLines(groups, rules, room, language));
  return `${[...head, findings, ...foot].filter((part) => part !== "").join("\n\n")}\n`;
}

/** What has to be mended or decided; hints wait in the folded list. */
function firstThings(groups: readonly Group[], rules: ReadonlyMap<string, Rule>, language: Language): string {
  const words = wordsOf(language);
  const pressing = groups.filter((group) => group.state !== "warn").slice(0, MOST_THINGS);
  return pressing.map((group, index) => `${index + 1}. ${thing(group, rules.get(group.rule), words.report, language)}`).join("\n");
}

function thing(group: Group, rule: Rule | undefined, words: { ourRule: string; moreExamples: string }, language: Language): string {
  const labels = [...new Set(group.findings.map((finding) => finding.subject.label))];
  const names = labels.slice(0, MOST_EXAMPLES).map((label) => code(label, 80));
  const more = group.findings.length - names.length;
  const rest = more > 0 ? ` ${fill(words.moreExamples, { count: more }, language)}` : "";
  const remedy = remedyOf(rule, language);
  const sentence = inline(fill(words.ourRule, { sentence: ruleSentence(rule, group.rule, language) }, language));
  const lines = [`${SHAPES[group.state]} **${wordsOf(language).outcome[group.state]}**: ${names.join(", ")}${rest}  `, sentence];
  if (remedy) lines.push(`→ ${inline(remedy)}`);
  return lines.map((line, index) => (index === 0 ? line : `   ${line}${index < lines.length - 1 ? "  " : ""}`)).join("\n");
}

/** Every rule with its findings and where they stand, as far as there is room. */
function findingLines(groups: readonly Group[], rules: ReadonlyMap<string, Rule>, room: number, language: Language): string {
  const { outcome, report } = wordsOf(language);
  const lines: string[] = [];
  let left = room - 200;
  let told = 0;
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  for (const group of groups) {
    const head = `- ${SHAPES[group.state]} **${outcome[group.state]}**: ${inline(ruleSentence(rules.get(group.rule), group.rule, language))}`;
    const items = group.findings.slice(0, MOST_OF_GROUP).map((finding) => `  - ${findingLine(finding, language)}`);
    const more = group.findings.length - items.length;
    if (more > 0) items.push(`  - ${fill(report.moreExamples, { count: more }, language)}`);
    const size = Buffer.byteLength([head, ...items].join("\n")) + 1;
    if (size > left) break;
    left -= size;
    told += group.findings.length;
    lines.push(head, ...items);
  }
  if (told < total) lines.push(`- ${fill(report.moreExamples, { count: total - told }, language)}`);
  return lines.join("\n");
}

function findingLine(finding: Finding, language: Language): string {
  const { explain, reason } = wordsOf(language);
  const parts = [code(finding.subject.label)];
  if (finding.license) parts.push(code(finding.license.expression));
  const place = finding.evidence.find((candidate) => candidate.path !== undefined);
  if (place) parts.push(code(placeText(place), 200));
  for (const unknown of (finding.unknown ?? []).slice(0, 3)) parts.push(`${code(unknown.fact)} ${inline(wordFor(reason, unknown.reason))}`);
  if (finding.age) parts.push(explain[finding.age]);
  return parts.join(", ");
}

function areaTable(result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const open = openFindings(result);
  const rows = policyAreas.map((area) => {
    const total = countStates(open.filter((finding) => finding.area === area));
    const state = result.summary.areas.find((candidate) => candidate.area === area)?.state ?? "missing";
    const cells = openStates.map((name) => (total[name] === 0 ? "" : formatNumber(total[name], language)));
    return `| ${wordFor(words.area, area)} | ${cells.join(" | ")} | ${wordFor(words.state, state)} |`;
  });
  const heads = openStates.map((state) => (state === "warn" ? words.report.hints : words.outcome[state]));
  return [`| | ${heads.join(" | ")} | ${words.report.policyColumn} |`, "|---|--:|--:|--:|--:|---|", ...rows].join("\n");
}

function coverage(result: ScanResult, language: Language): string {
  const lines = [...coverageLines(result, language), ...rulesByReason(result, language).map((entry) => entry.sentence)];
  return lines.map((line) => `- ${inline(line)}`).join("\n");
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
