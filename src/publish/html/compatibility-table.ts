// Licences that do not go together, beside those of which nobody knows: a table under what licences ask.
import { compatibilityWords, escapeHtml, fill, type Language, obligationWords, shorten, stateMark, wordFor } from "#look";
import type { ResultCompatibility, ScanResult } from "#scan";
import { dutyComponents } from "../shared/obligations.ts";

const MOST_ROWS = 60;
const MOST_NAMES = 3;

/** Empty where everything goes together. */
export function compatibilityTable(result: ScanResult, language: Language): string {
  const words = compatibilityWords(language);
  const no = result.compatibility.filter(({ compatible }) => compatible === "no");
  const unknown = result.compatibility.filter(({ compatible }) => compatible === "unknown");
  if (no.length + unknown.length === 0) return "";
  const rows = [...no, ...unknown].slice(0, MOST_ROWS).map((one) => row(one, result, language));
  const head = [words.ours, words.theirs, obligationWords(language).components, words.answer, words.why];
  const cells = head.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join("");
  const lead = escapeHtml(fill(words.lead, { no: no.length, unknown: unknown.length }, language));
  return `<h3>${escapeHtml(words.title)}</h3><p>${lead}</p><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.title)}"><table><thead><tr>${cells}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function row(one: ResultCompatibility, result: ScanResult, language: Language): string {
  const words = compatibilityWords(language);
  const names = dutyComponents(one, result);
  const rest = names.length - MOST_NAMES;
  const more = rest > 0 ? ` <span class="soft">${escapeHtml(fill(obligationWords(language).more, { count: rest }, language))}</span>` : "";
  const told = names.slice(0, MOST_NAMES).map((name) => `<bdi>${escapeHtml(shorten(name, 80))}</bdi>`);
  const state = one.compatible === "no" ? "review" : "unknown";
  const ours = `<bdi>${escapeHtml(shorten(one.outbound ?? words.notKnown, 80))}</bdi> <span class="note"><bdi>${escapeHtml(shorten(one.repository, 80))}</bdi></span>`;
  const other = one.beside === undefined ? "" : `: <bdi>${escapeHtml(shorten(one.beside, 120))}</bdi>`;
  const why = `${escapeHtml(wordFor(words.reason, one.reason))}${other} <span class="note">${escapeHtml(shorten(one.source, 120))}</span>`;
  return `<tr><th scope="row">${ours}</th><td><bdi>${escapeHtml(shorten(one.inbound, 120))}</bdi></td><td>${told.join(", ")}${more}</td><td><span class="state s-${state}">${stateMark(state)}${escapeHtml(words.answers[one.compatible])}</span></td><td>${why}</td></tr>`;
}
