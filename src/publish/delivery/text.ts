// Delivery performance for a terminal: a profile of four for each product or repository, then how the organisation is spread. Never one pooled level.
import { fill, formatDate, type Language, visible, wordsOf } from "#look";
import { type DeliveryEntry, deliveryKeys, levels } from "#measures";
import { name, padEnd, wrap } from "../text/layout.ts";
import { countLevels, flaggedLines, levelText, openText, overallText, sampleText, subjectName, valueText } from "./figures.ts";

const MOST_FLAGGED = 5;

export interface DeliveryReport {
  readonly now: string;
  readonly year: number;
  readonly days: number;
  readonly entries: readonly DeliveryEntry[];
}

export function deliveryText(report: DeliveryReport, language: Language): string {
  const words = wordsOf(language).delivery;
  const intro = fill(words.intro, { days: report.days, date: formatDate(report.now, language), year: String(report.year) }, language);
  const parts = [
    [words.name, ...wrap(intro, "", ""), ...wrap(words.notRegulation, "", "")],
    ...(report.entries.length === 0 ? [[words.none]] : report.entries.map((entry) => profile(entry, language))),
    ...(report.entries.length > 1 ? [spread(report.entries, language)] : []),
  ];
  return `${visible(parts.map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}

function profile(entry: DeliveryEntry, language: Language): string[] {
  const words = wordsOf(language).delivery;
  const rows = deliveryKeys.map((key) => {
    const metric = entry.metrics[key];
    return [words.key[key], valueText(entry, key, language), levelText(metric, language), sampleText(entry, key, language)];
  });
  const open = openText(entry, language);
  return [
    `${name(subjectName(entry.subject))}: ${words.source[entry.source]}`,
    ...table(rows),
    `  ${overallText(entry, language)}`,
    ...(open === "" ? [] : [`  ${open}`]),
    ...flagged(entry, language),
  ];
}

function flagged(entry: DeliveryEntry, language: Language): string[] {
  return flaggedLines(entry, MOST_FLAGGED, language).flatMap(({ title, lines, more }) => [
    `  ${title}`,
    ...lines.map((line) => `    ${line}`),
    ...(more > 0 ? [`    ${fill(wordsOf(language).report.moreExamples, { count: more }, language)}`] : []),
  ]);
}

function spread(entries: readonly DeliveryEntry[], language: Language): string[] {
  const words = wordsOf(language).delivery;
  const rows = deliveryKeys.map((key) => {
    const counts = countLevels(entries, key);
    const told = levels.map((level) => fill(words.levelWithNumber, { level: words.level[level], count: counts[level] }, language));
    return [words.key[key], ...told, fill(words.levelWithNumber, { level: words.noLevel, count: counts.none }, language)];
  });
  return [words.distribution, ...table(rows), ...wrap(words.distributionNote, "  ", "  ")];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => `  ${row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join("  ")}`.trimEnd());
}
