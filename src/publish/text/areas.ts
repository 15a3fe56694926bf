// The policy areas as a small table: a shape for the worst open state, then what is denied, to review, unknown, and the hints.
import { formatNumber, type Language, wordFor, wordsOf } from "#look";
import { policyAreas } from "#program";
import type { ScanResult } from "#scan";
import { countStates, openFindings, openStates, worstState } from "../shared/states.ts";
import { padEnd, padStart } from "./layout.ts";

/** Shapes that differ without colour; plain text has no other. */
export const SHAPES: Readonly<Record<string, string>> = { allow: "●", warn: "△", review: "▲", deny: "■", unknown: "○", none: "·" };

export function areaTable(result: ScanResult, language: Language): string[] {
  const words = wordsOf(language);
  const open = openFindings(result);
  const rows = policyAreas.map((area) => {
    const total = countStates(open.filter((finding) => finding.area === area));
    const summary = result.summary.areas.find((candidate) => candidate.area === area);
    const shape = SHAPES[worstState(total) ?? summary?.worst ?? "none"] ?? "·";
    const counts = openStates.map((state) => (total[state] === 0 ? "–" : formatNumber(total[state], language)));
    const state = wordFor(words.state, summary?.state ?? "missing");
    return [`${shape} ${wordFor(words.area, area)}`, ...counts, answers(result, area, language), state];
  });
  const heads = openStates.map((state) => (state === "warn" ? words.report.hints : words.outcome[state]));
  const table = [["", ...heads, words.report.answers, words.report.policyColumn], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))) ?? [];
  return table.map((row) => `  ${line(row, widths)}`.trimEnd());
}

/** `14/17`: so many of the rules gave an answer. */
function answers(result: ScanResult, area: string, language: Language): string {
  const tallies = result.rules.filter((tally) => tally.area === area);
  const answered = tallies.filter((tally) => tally.matched + tally.notMatched > 0).length;
  return `${formatNumber(answered, language)}/${formatNumber(tallies.length, language)}`;
}

function line(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || column === row.length - 1 ? padEnd(cell, width) : padStart(cell, width);
    })
    .join("  ");
}
