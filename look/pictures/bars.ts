// Horizontal bars with direct labels: what there is most of, at a glance.
import { formatNumber, type Language } from "../words/index.ts";
import { escapeHtml } from "./escape.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Class of the fill; meadow without one. */
  readonly tone?: string;
  readonly note?: string;
}

/** A list (screen readers read it as one) whose lines carry a bar in proportion to the largest value. */
export function bars(items: readonly Bar[], language: Language): string {
  const largest = Math.max(1, ...items.map((item) => item.value));
  const lines = items.map((item) => {
    const width = Math.max(0.4, (100 * item.value) / largest).toFixed(1);
    const note = item.note ? ` <span class="note">${escapeHtml(item.note)}</span>` : "";
    return `<li><span class="bar-label">${escapeHtml(item.label)}${note}</span><span class="bar-track"><span class="bar ${item.tone ?? ""}" style="width:${width}%"></span></span><span class="num">${formatNumber(item.value, language)}</span></li>`;
  });
  return `<ul class="bars">${lines.join("")}</ul>`;
}
