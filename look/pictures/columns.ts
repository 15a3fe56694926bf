// A small column chart: what happens over time, at a glance. The earlier half is paler.
import { escapeHtml } from "./escape.ts";

const STEP = 6;
const WIDTH = 5;
const HEIGHT = 36;

/** `label` is read aloud and shown on touch: it holds the numbers. Columns of 0 stay visible as a line on the ground. */
export function columns(values: readonly number[], label: string): string {
  const largest = Math.max(1, ...values);
  const drawn = values.map((value, at) => {
    const height = value === 0 ? 1 : Math.max(2, Math.round((value / largest) * HEIGHT));
    const tone = at < values.length / 2 ? ' class="before"' : "";
    return `<rect${tone} x="${at * STEP}" y="${HEIGHT - height}" width="${WIDTH}" height="${height}"/>`;
  });
  const text = escapeHtml(label);
  return `<svg class="columns" role="img" aria-label="${text}" viewBox="0 0 ${Math.max(1, values.length * STEP - 1)} ${HEIGHT}" width="${values.length * STEP}" height="${HEIGHT}"><title>${text}</title>${drawn.join("")}</svg>`;
}
