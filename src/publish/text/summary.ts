// The summary that a manager understands, as plain text for a terminal: answer first, then what it rests on.
import { fill, formatDate, formatNumber, type Language, wordFor, wordsOf } from "#look";
import type { Rule } from "#program";
import type { ScanResult, ToDo } from "#scan";
import { answerSentence, coverageLines, remedyOf, ruleSentence, rulesByReason, rulesOf } from "../words.ts";

const WIDTH = 100;
const MOST_LICENSES = 8;

export function textSummary(result: ScanResult, language: Language): string {
  const rules = rulesOf(result.program);
  return [
    headline(result, language),
    whatWeUse(result, language),
    licenses(result, language),
    areas(result, language),
    coverage(result, language),
    toDo(result, rules, language),
    problems(result, language),
    fill(wordsOf(language).report.disclaimer, { version: result.tool.knowledge }, language),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function headline(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const title = fill(words.title, { name: result.program.organization.name }, language);
  const date = fill(words.asOf, { date: formatDate(result.now, language) }, language);
  return `${title}, ${date}\n\n  ${answerSentence(result, language)}`;
}

function whatWeUse(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const values = {
    components: result.components.length,
    repositories: result.repositories.length,
    manifests: result.coverage.manifests,
    uses: result.uses.length,
    products: result.program.organization.products.length,
  };
  const kinds = result.summary.ecosystems
    .slice(0, MOST_LICENSES)
    .map(({ type, components }) => `${type} ${formatNumber(components, language)}`);
  return section(
    words.what,
    [fill(words.whatLine, values, language), kinds.join(", ")].filter((line) => line !== ""),
  );
}

function licenses(result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const all = result.summary.licenses;
  const lines = all
    .slice(0, MOST_LICENSES)
    .map(
      (entry) =>
        `${formatNumber(entry.components, language).padStart(7)}  ${entry.license === "unknown" ? words.strength.unknown : entry.license}  (${wordFor(words.strength, entry.strength)})`,
    );
  const rest = all.slice(MOST_LICENSES).reduce((sum, entry) => sum + entry.components, 0);
  if (rest > 0)
    lines.push(
      `${formatNumber(rest, language).padStart(7)}  ${fill(words.report.licensesMore, { count: all.length - MOST_LICENSES }, language)}`,
    );
  return lines.length === 0 ? "" : section(words.report.licenses, lines);
}

const SHAPES: Readonly<Record<string, string>> = { allow: "●", warn: "▲", review: "▲", deny: "■", unknown: "○", none: "·" };

function areas(result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const width = Math.max(...Object.values(words.area).map((name) => name.length));
  const lines = result.summary.areas.map((area) => {
    const counts = (["deny", "review", "warn"] as const)
      .filter((outcome) => area.counts[outcome] > 0)
      .map((outcome) => `${formatNumber(area.counts[outcome], language)} ${words.outcome[outcome]}`);
    if (area.unknown > 0) counts.push(fill(words.report.rulesUnknown, { count: area.unknown }, language));
    const state = wordFor(words.state, area.state);
    const said = counts.length > 0 ? counts.join(", ") : wordFor(words.outcome, area.worst);
    return `${SHAPES[area.worst] ?? "·"} ${wordFor(words.area, area.area).padEnd(width)}  ${said}  (${state}, ${fill(words.rulesCount, { count: area.rules }, language)})`;
  });
  return section(words.report.areas, [fill(words.report.usesLine, result.summary.uses, language), ...lines]);
}

function coverage(result: ScanResult, language: Language): string {
  const waiting = rulesByReason(result, language).map((entry) => `  ${entry.sentence}`);
  return section(wordsOf(language).report.covered, [...coverageLines(result, language), ...waiting]);
}

function toDo(result: ScanResult, rules: ReadonlyMap<string, Rule>, language: Language): string {
  const words = wordsOf(language).report;
  const things = result.summary.toDo;
  if (things.length === 0) return words.nothingToDo;
  const lines = things.flatMap((thing, index) => thingLines(thing, index + 1, rules.get(thing.rule), language));
  return section(fill(words.toDo, { count: things.length }, language), lines);
}

function thingLines(thing: ToDo, number: number, rule: Rule | undefined, language: Language): string[] {
  const words = wordsOf(language);
  const more = thing.count - thing.examples.length;
  const examples = thing.examples.join(", ") + (more > 0 ? ` ${fill(words.report.moreExamples, { count: more }, language)}` : "");
  const remedy = remedyOf(rule, language);
  const head = `${String(number).padStart(2)}. ${SHAPES[thing.outcome]} ${words.outcome[thing.outcome]}: ${ruleSentence(rule, thing.rule, language)}`;
  return [
    ...wrap(head, "    "),
    ...wrap(`    ${examples}  (${words.because[thing.because]})`, "    "),
    ...(remedy ? wrap(`    → ${remedy.replaceAll(/\s+/g, " ").trim()}`, "      ") : []),
  ];
}

const MOST_PROBLEMS = 10;

function problems(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const told = result.problems.filter((problem) => problem.severity !== "note");
  if (told.length === 0) return "";
  const lines = told
    .slice(0, MOST_PROBLEMS)
    .map((problem) => `${[problem.file, problem.line].filter((part) => part !== undefined).join(":")}  ${problem.message}`);
  if (told.length > MOST_PROBLEMS) lines.push(fill(words.moreExamples, { count: told.length - MOST_PROBLEMS }, language));
  return section(words.problems, lines);
}

function section(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S)\s+/)) {
    if (line !== "" && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
