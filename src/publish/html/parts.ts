// Pieces that several sections draw: a finding in one line, the chain that a rule hangs on.
import { escapeHtml, fill, formatDate, type Language, localText, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Rule } from "#program";
import type { ScanResult } from "#scan";
import { plain } from "../words.ts";

const MOST_PLACES = 3;

/** What, under which licence, where, and what is not known about it. */
export function findingLine(finding: Finding, language: Language): string {
  const words = wordsOf(language);
  const parts = [`<b>${escapeHtml(finding.subject.label)}</b>`];
  if (finding.subject.product !== undefined && finding.subject.product !== finding.subject.label)
    parts.push(escapeHtml(finding.subject.product));
  if (finding.license)
    parts.push(`${escapeHtml(words.report.license)}: ${escapeHtml(finding.license.expression)}${chosen(finding, language)}`);
  const places = finding.evidence.filter((place) => place.path !== undefined);
  for (const place of places.slice(0, MOST_PLACES)) {
    const where = [place.repository, place.path].filter((part) => part !== undefined).join(": ");
    parts.push(`<span class="mono">${escapeHtml(place.line === undefined ? where : `${where}:${place.line}`)}</span>`);
  }
  for (const unknown of finding.unknown ?? []) parts.push(escapeHtml(`${unknown.fact}: ${wordFor(words.reason, unknown.reason)}`));
  if (finding.age === "overdue") parts.push(escapeHtml(words.report.overdue));
  if (finding.due) parts.push(escapeHtml(fill(words.report.due, { date: formatDate(finding.due, language) }, language)));
  return parts.join(' <span class="soft">·</span> ');
}

function chosen(finding: Finding, language: Language): string {
  const choice = finding.license?.chosen;
  return choice === undefined ? "" : ` (${escapeHtml(fill(wordsOf(language).report.chosen, { license: choice }, language))})`;
}

/** Rule, the activities that it serves, and the objectives that these serve. */
export function servesLine(rule: Rule | undefined, result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  if (!rule) return "";
  const strategy = result.program.strategy;
  const activities = strategy?.activities.filter((activity) => rule.serves.includes(activity.id)) ?? [];
  const objectives = strategy?.objectives.filter((objective) => activities.some((activity) => objective.id in activity.serves)) ?? [];
  const links = [
    ...activities.map((activity) => `${words.activity} “${localText(activity.title, language) ?? activity.id}”`),
    ...objectives.map((objective) => `${words.objective} “${localText(objective.statement, language) ?? objective.id}”`),
  ];
  const serves = links.length === 0 ? "" : `<p class="note">${escapeHtml(words.serves)}: ${escapeHtml(links.join(" → "))}</p>`;
  return `<p class="note">${escapeHtml(words.rule)} <code>${escapeHtml(rule.id)}</code>: <code>${escapeHtml(plain(rule.when))}</code></p>${serves}`;
}
