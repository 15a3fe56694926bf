// Bands over time, one on the other around a middle line, each with its name where it ends. A number that is withheld keeps a narrow, paler place.
import { escapeHtml } from "./escape.ts";

export interface StreamPart {
  /** Class of its tone. */
  readonly tone: "s1" | "s2" | "s3";
  readonly label: string;
  /** The oldest first, as many in each part; null where there is something, but no number is given. */
  readonly values: readonly (number | null)[];
}

export interface StreamWords {
  /** Read aloud: it holds the numbers. */
  readonly spoken: string;
  readonly from: string;
  readonly now: string;
}

const WIDTH = 470;
const HEIGHT = 190;
/** Where the bands end and their names begin. */
const END = 280;
const FOOT = 24;
const LABEL_GAP = 17;
/** Drawn for what is withheld: some, under five. */
const WITHHELD = 2.5;

export function stream(parts: readonly StreamPart[], words: StreamWords): string {
  const there = parts.filter(({ values }) => values.some((value) => value !== 0));
  const points = Math.max(2, ...there.map(({ values }) => values.length));
  const totals = Array.from({ length: points }, (_, at) => there.reduce((sum, { values }) => sum + sizeOf(values[at]), 0));
  const scale = (HEIGHT - FOOT - 8) / Math.max(1, ...totals);
  const tops = totals.map((total) => (HEIGHT - FOOT - total * scale) / 2);
  const x = (at: number) => (at * END) / (points - 1);
  const drawn: string[] = [];
  const names: { label: string; tone: string; y: number }[] = [];
  for (const { tone, label, values } of there) {
    const bottoms = tops.map((top, at) => top + sizeOf(values[at]) * scale);
    for (let at = 0; at < points - 1; at += 1) {
      const paler = values[at] === null || values[at + 1] === null ? " few" : "";
      const edge = (ys: readonly number[], way: readonly [number, number]) => curve(x(way[0]), ys[way[0]] ?? 0, x(way[1]), ys[way[1]] ?? 0);
      const path = `M${place(x(at), tops[at])}${edge(tops, [at, at + 1])}L${place(x(at + 1), bottoms[at + 1])}${edge(bottoms, [at + 1, at])}Z`;
      drawn.push(`<path class="${tone}${paler}" d="${path}"/>`);
    }
    names.push({ label, tone, y: ((tops.at(-1) ?? 0) + (bottoms.at(-1) ?? 0)) / 2 });
    for (const [at, bottom] of bottoms.entries()) tops[at] = bottom;
  }
  const feet = `<text class="foot" x="0" y="${HEIGHT - 5}">${escapeHtml(words.from)}</text><text class="foot" x="${END}" y="${HEIGHT - 5}" text-anchor="end">${escapeHtml(words.now)}</text>`;
  return `<svg class="stream" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(words.spoken)}">${drawn.join("")}${labels(names)}${feet}</svg>`;
}

/** From above to below, none nearer to the one above than a line of text, all within the picture. */
function labels(names: readonly { readonly label: string; readonly tone: string; readonly y: number }[]): string {
  let least = 12;
  return names
    .map(({ label, tone, y }, index) => {
      const most = HEIGHT - FOOT - (names.length - 1 - index) * LABEL_GAP;
      const at = Math.min(most, Math.max(least, y));
      least = at + LABEL_GAP;
      return `<path class="lead ${tone}" d="M${END + 2} ${round(y)}L${END + 12} ${round(at)}"/><text x="${END + 16}" y="${round(at + 4)}">${escapeHtml(label)}</text>`;
    })
    .join("");
}

function sizeOf(value: number | null | undefined): number {
  return value === null ? WITHHELD : (value ?? 0);
}

/** A soft step from one point to the next. */
function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `C${place(middle, y1)} ${place(middle, y2)} ${place(x2, y2)}`;
}

function place(x: number, y: number | undefined): string {
  return `${round(x)} ${round(y ?? 0)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
