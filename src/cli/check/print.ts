// An answer for people: the answer first, then why, then where.
import { printable } from "#kit";
import { type Language, localText, wordFor, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import type { Answer, Place } from "./answers.ts";

const SHAPES: Readonly<Record<string, string>> = { allow: "●", warn: "▲", review: "▲", deny: "■", unknown: "○" };
const MOST_PLACES = 50;

export function printAnswer(answer: Answer, result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const lines = answer.question === "impact" ? impactLines(answer, language) : verdictLines(answer, result, language);
  const shape = SHAPES[answer.outcome] ?? "·";
  const head = answer.question === "impact" ? "" : `: ${wordFor(words.outcome, answer.outcome)}`;
  return `${shape} ${printable(answer.asked)}${head}\n${lines.map((line) => `    ${printable(line)}\n`).join("")}`;
}

function verdictLines(answer: Answer, result: ScanResult, language: Language): string[] {
  const words = wordsOf(language);
  const rules = new Map(result.program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
  const lines: string[] = [];
  if (answer.license !== undefined) lines.push(`${words.report.license}: ${answer.license}`);
  const told = new Set<string>();
  for (const finding of answer.findings) {
    const rule = rules.get(finding.rule);
    const where = finding.subject.product === undefined ? "" : ` [${finding.subject.product}]`;
    const unknown = finding.unknown?.map((fact) => `${fact.fact}: ${wordFor(words.reason, fact.reason)}`).join("; ");
    lines.push(
      `${wordFor(words.outcome, finding.outcome)}${where}: ${localText(rule?.statement, language) ?? finding.rule}  (${finding.rule})${unknown ? ` – ${unknown}` : ""}`,
    );
    const remedy = localText(rule?.remedy, language);
    if (remedy !== undefined && !told.has(remedy)) lines.push(`  → ${remedy}`);
    if (remedy !== undefined) told.add(remedy);
  }
  for (const place of answer.places.slice(0, MOST_PLACES)) lines.push(placeLine(place));
  return lines;
}

function impactLines(answer: Answer, language: Language): string[] {
  const words = wordsOf(language).check;
  const lines = answer.places.slice(0, MOST_PLACES).map(placeLine);
  if (answer.places.length === 0) lines.push(words.usedNowhere);
  if (answer.places.length > MOST_PLACES) lines.push(`… ${answer.places.length - MOST_PLACES}`);
  for (const purl of answer.undecided ?? []) lines.push(`${words.notComparable} ${purl}`);
  return lines;
}

function placeLine(place: Place): string {
  const where = [place.product, place.deliverable].filter((part) => part !== undefined).join("/");
  const manifest = place.manifests[0];
  const line = manifest === undefined ? "" : `${manifest.path}${manifest.line === undefined ? "" : `:${manifest.line}`}`;
  const path = place.path && place.path.length > 1 ? `  (${place.path.join(" → ")})` : "";
  return `${where === "" ? place.repository : `${where}: ${place.repository}`}  ${line}  ${place.purl}  ${place.scope}${path}`;
}
