// Horizontal bars with direct labels: what there is most of, at a glance; and one bar in parts, how a whole falls apart.
import { formatNumber, type Language } from "../words/index.ts";
import { escapeHtml } from "./escape.ts";
import { type State, stateMark } from "./states.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Class of the fill; meadow without one. */
  readonly tone?: string;
  /** What the label means, in plain words. */
  readonly note?: string;
  /** A line under the bar. */
  readonly below?: string;
}

/** A list (screen readers read it as one) whose lines carry a bar in proportion to the largest value. */
export function bars(items: readonly Bar[], language: Language): string {
  const largest = items.reduce((most, item) => Math.max(most, item.value), 1);
  const lines = items.map((item) => {
    const width = Math.max(0.4, (100 * item.value) / largest).toFixed(1);
    const note = item.note ? ` <span class="note">${escapeHtml(item.note)}</span>` : "";
    const below = item.below ? `<span class="bar-below note">${escapeHtml(item.below)}</span>` : "";
    return `<li><span class="bar-label">${escapeHtml(item.label)}${note}</span><span class="num">${formatNumber(item.value, language)}</span><span class="bar-track"><span class="bar ${escapeHtml(item.tone ?? "")}" style="width:${width}%"></span></span>${below}</li>`;
  });
  return `<ul class="bars">${lines.join("")}</ul>`;
}

export interface Part {
  readonly state: State;
  readonly value: number;
  /** With its number: `19 unknown`. */
  readonly label: string;
}

/** A whole in parts, each labelled beneath with its shape; parts that are empty are left out. `title` is read aloud. */
export function partsBar(parts: readonly Part[], title: string): string {
  const there = parts.filter((part) => part.value > 0);
  if (there.length === 0) return "";
  const strips = there.map((part) => `<span class="part p-${part.state}" style="flex-grow:${part.value}"></span>`).join("");
  const labels = there.map((part) => `<li>${stateMark(part.state)}${escapeHtml(part.label)}</li>`).join("");
  return `<div class="parts"><div class="parts-bar" aria-hidden="true">${strips}</div><ul aria-label="${escapeHtml(title)}">${labels}</ul></div>`;
}
