// Pieces that several sections draw: a finding in one line, the chain that a rule hangs on.
import { escapeHtml, fill, formatDate, type Language, localText, shorten, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Rule } from "#program";
import type { ScanResult } from "#scan";
import { placeText } from "../shared/places.ts";

const MOST_PLACES = 3;

/** What, under which licence, where, and what is not known about it; with its address in the list. */
export function findingLine(finding: Finding, language: Language): string {
  const words = wordsOf(language);
  const { explain, reason } = words;
  const id = finding.id.replace(/^finding:/, "");
  const parts = [`<a href="#finding-${escapeHtml(id)}"><bdi>${escapeHtml(shorten(finding.subject.label, 120))}</bdi></a>`];
  if (finding.license) parts.push(`<bdi>${escapeHtml(shorten(finding.license.expression, 200))}</bdi>${chosen(finding, language)}`);
  const places = finding.evidence.filter((place) => place.path !== undefined);
  for (const place of places.slice(0, MOST_PLACES)) parts.push(`<bdi class="mono">${escapeHtml(shorten(placeText(place), 200))}</bdi>`);
  if (places.length > MOST_PLACES) parts.push(escapeHtml(fill(explain.morePaths, { count: places.length - MOST_PLACES }, language)));
  for (const unknown of finding.unknown ?? []) parts.push(escapeHtml(`${unknown.fact}: ${wordFor(reason, unknown.reason)}`));
  if (finding.age === "overdue") parts.push(escapeHtml(explain.overdue));
  if (finding.due) parts.push(escapeHtml(fill(explain.due, { date: formatDate(finding.due, language) }, language)));
  return parts.join(' <span class="soft">·</span> ');
}

function chosen(finding: Finding, language: Language): string {
  const choice = finding.license?.chosen;
  return choice === undefined ? "" : ` (${escapeHtml(fill(wordsOf(language).report.chosen, { license: shorten(choice, 120) }, language))})`;
}

/** Rule, its condition, the activities that it serves, and the objectives that these serve. */
export function servesLine(rule: Rule | undefined, result: ScanResult, language: Language): string {
  const words = wordsOf(language).explain;
  if (!rule) return "";
  const strategy = result.program.strategy;
  const activities = strategy?.activities.filter((activity) => rule.serves.includes(activity.id)) ?? [];
  const objectives =
    strategy?.objectives.filter((objective) => activities.some((activity) => Object.hasOwn(activity.serves, objective.id))) ?? [];
  const chain = [
    ...activities.map((activity) => named(words.activity, localText(activity.title, language) ?? activity.id)),
    ...objectives.map((objective) => named(words.objective, localText(objective.statement, language) ?? objective.id)),
  ];
  const serves = chain.length === 0 ? "" : `<dt>${escapeHtml(words.serves)}</dt><dd>${chain.join("")}</dd>`;
  const condition = `<dt>${escapeHtml(words.rule)}</dt><dd><code>${escapeHtml(rule.id)}</code> <code class="when">${escapeHtml(shorten(rule.when, 2000))}</code></dd>`;
  return `<dl class="explain">${condition}${serves}</dl>`;
}

function named(what: string, text: string): string {
  return `<div><span class="soft">${escapeHtml(what)}</span> ${escapeHtml(text)}</div>`;
}
