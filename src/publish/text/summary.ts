// The summary that a manager understands, as plain text for a terminal: answer first, then what it rests on, what to do first at the end, where eyes rest.
import { ecosystemName, fill, formatDate, formatNumber, type Language, problemIn, visible, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { licenseSentences } from "../shared/license-coverage.ts";
import { licenseKinds, licenseNames, strengthWord } from "../shared/licenses.ts";
import { rulesOf } from "../shared/rules.ts";
import { answerSentence, baselineSentence, coverageLines, rulesByReason, usesSentence, whatSentence } from "../shared/sentences.ts";
import { areaTable } from "./areas.ts";
import { name, padStart, wrap } from "./layout.ts";
import { toDo } from "./to-do.ts";

const MOST_NAMES = 3;

export function textSummary(result: ScanResult, language: Language): string {
  const { report } = wordsOf(language);
  const parts = [
    headline(result, language),
    section(report.what, whatWeUse(result, language)),
    section(report.licenses, licenses(result, language)),
    section(report.areas, areaTable(result, language)),
    section(report.covered, coverage(result, language)),
    section(report.problems, problems(result, language)),
    toDo(result, rulesOf(result.program), language),
    wrap(fill(report.disclaimer, { version: result.tool.knowledge }, language), "", ""),
  ];
  const text = parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  // Names are made harmless where they are put in; this is for whatever else a document may bring.
  return `${visible(text.join("\n\n"))}\n`;
}

function headline(result: ScanResult, language: Language): string[] {
  const words = wordsOf(language).report;
  const title = fill(words.title, { name: name(result.program.organization.name) }, language);
  const date = fill(words.asOf, { date: formatDate(result.now, language) }, language);
  const baseline = baselineSentence(result, language);
  const assumed = result.problems.some((problem) => problem.code === "products-assumed");
  return [
    ...wrap(`${title}, ${date}`, "", ""),
    "",
    ...wrap(answerSentence(result, language), "  ", "  "),
    ...wrap(usesSentence(result, language), "  ", "  "),
    ...wrap(baseline, "  ", "  "),
    ...wrap(licenseSentences(result, language).join(" "), "  ", "  "),
    ...(assumed ? ["", ...wrap(words.productsAssumed, "  ", "  ")] : []),
  ];
}

function whatWeUse(result: ScanResult, language: Language): string[] {
  const kinds = result.summary.ecosystems.map(
    ({ type, components }) => `${ecosystemName(name(type))}\u00A0${formatNumber(components, language)}`,
  );
  const told = kinds.slice(0, 8).join(", ");
  const more = kinds.length - 8;
  return [
    ...wrap(whatSentence(result, language), "  ", "  "),
    ...wrap(more > 0 ? `${told} ${fill(wordsOf(language).report.moreExamples, { count: more }, language)}` : told, "  ", "  "),
  ];
}

/** `233  permissive (keep the notice, else do as you like): MIT, Apache-2.0, ISC and 4 more` */
function licenses(result: ScanResult, language: Language): string[] {
  return licenseKinds(result).flatMap((kind) => {
    const names = licenseNames(kind, MOST_NAMES, language, (license, count) =>
      `${name(license, 40)} ${formatNumber(count, language)}`.replaceAll(" ", "\u00A0"),
    );
    const count = padStart(formatNumber(kind.components, language), 9);
    const word = strengthWord(kind.strength, language);
    return wrap(names === "" ? word : `${word}: ${names}`, `${count}  `, " ".repeat(11));
  });
}

function coverage(result: ScanResult, language: Language): string[] {
  return [
    ...coverageLines(result, language).flatMap((line) => wrap(line, "  ", "  ")),
    ...rulesByReason(result, language).flatMap((entry) => wrap(entry.sentence, "    ", "      ")),
  ];
}

const MOST_PROBLEMS = 10;

function problems(result: ScanResult, language: Language): string[] {
  const told = result.problems.filter((problem) => problem.severity !== "note");
  const lines = told.slice(0, MOST_PROBLEMS).flatMap((found) => {
    const problem = problemIn(found, language);
    const place = problem.line === undefined ? name(problem.file, 160) : `${name(problem.file, 160)}:${problem.line}`;
    return wrap(`${place}: ${name(problem.message, 300)}`, "  ", "    ");
  });
  const more = told.length - MOST_PROBLEMS;
  return more > 0 ? [...lines, `  ${fill(wordsOf(language).report.moreExamples, { count: more }, language)}`] : lines;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}
