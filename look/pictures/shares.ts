// Shares as bars of one length, with lines to compare with: labels stay text, and the number stands beside.
import { formatShare, type Language } from "../words/index.ts";
import { escapeHtml } from "./escape.ts";

export interface ShareBar {
  readonly label: string;
  /** 0 to 1; null where there is none. */
  readonly value: number | null;
  /** The number as it is said, where it is not said plainly: `at least 39%`. */
  readonly said?: string;
  /** Beside the number: what it is a share of, or why there is none. */
  readonly note: string;
}

export interface ShareLine {
  readonly at: number;
  readonly label: string;
}

export function shareBars(items: readonly ShareBar[], lines: readonly ShareLine[], language: Language): string {
  const marks = lines.map(({ at }) => `<span class="share-line" style="left:${percent(at)}"></span>`).join("");
  const drawn = items.map(({ label, value, said, note }) => {
    const bar = value === null ? "" : `<span class="bar" style="width:${percent(value)}"></span>`;
    const number = value === null ? "–" : (said ?? formatShare(value, language));
    return `<li><span class="bar-label">${escapeHtml(label)} <span class="note">${escapeHtml(note)}</span></span><span class="num">${escapeHtml(number)}</span><span class="bar-track">${bar}${marks}</span></li>`;
  });
  const legend =
    lines.length === 0
      ? ""
      : `<p class="note">${lines.map(({ at, label }) => `│ ${formatShare(at, language)} ${escapeHtml(label)}`).join(" · ")}</p>`;
  return `<ul class="bars shares">${drawn.join("")}</ul>${legend}`;
}

function percent(value: number): string {
  return `${(100 * Math.min(1, Math.max(0, value))).toFixed(1)}%`;
}
