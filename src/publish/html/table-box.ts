// The frame of a table that the script fills; hidden where no script runs.
import { escapeHtml, type Language, wordsOf } from "#look";

const FILTERED = ["deny", "review", "warn", "waived"] as const;

export function tableBox(kind: "components" | "findings", language: Language): string {
  const words = wordsOf(language);
  const label = kind === "components" ? words.report.components : words.report.findings;
  const options = FILTERED.map((outcome) => `<option value="${outcome}">${escapeHtml(words.outcome[outcome])}</option>`).join("");
  const filter =
    kind === "findings"
      ? `<label>${escapeHtml(words.report.show)} <select><option value="">${escapeHtml(words.report.all)}</option>${options}</select></label>`
      : "";
  return `<div id="${kind}-table" hidden><div class="tools"><label>${escapeHtml(words.report.search)} <input type="search"></label>${filter}<span class="count soft" aria-live="polite"></span></div><div class="grid ${kind}" tabindex="0" role="table" aria-label="${escapeHtml(label)}"><div class="space" role="rowgroup"></div></div></div><noscript><p class="note">${escapeHtml(words.report.noScript)}</p></noscript>`;
}
