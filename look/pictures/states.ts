// The states of an answer as shapes that also differ without colour. Drawn as SVG: fonts lack them.
import { escapeHtml } from "./escape.ts";

export type State = "allow" | "warn" | "review" | "deny" | "unknown" | "none";

const SHAPES: Readonly<Record<State, string>> = {
  allow: '<circle cx="6" cy="6" r="5"/>',
  warn: '<path d="M6 1.2 11.4 10.8H.6Z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/>',
  review: '<path d="M6 .8 11.6 11H.4Z"/>',
  deny: '<rect x="1" y="1" width="10" height="10" rx="1"/>',
  unknown: '<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  none: '<circle cx="6" cy="6" r="1.2"/>',
};

/** A small mark for one state; `label` is read aloud, without it the mark is decoration. */
export function stateMark(state: State, label?: string): string {
  const spoken = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(label)}"`;
  return `<svg class="mark s-${state}" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" ${spoken}>${SHAPES[state]}</svg>`;
}

/** The shape alone, twelve units wide and high, to be drawn inside another picture. */
export function stateShape(state: string): string {
  return Object.hasOwn(SHAPES, state) ? SHAPES[state as State] : "";
}

/** The sign of the house: a common field seen from above, four strips meeting. */
export function houseMark(): string {
  return '<svg class="house" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M2 2h9v9H2z" fill="#2f7d4f"/><path d="M13 2h9v9h-9z" fill="#7fb069"/><path d="M2 13h9v9H2z" fill="#c9b458"/><path d="M13 13h9v9h-9z" fill="#4c9f70"/></svg>';
}
