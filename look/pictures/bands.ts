// A figure among bands: the bands of a scale side by side, gaps between them left open, and a mark where the figure stands. The best is on the left.
import { escapeHtml } from "./escape.ts";

export interface BandSegment {
  /** From 0 (best) to 1 (worst). */
  readonly from: number;
  readonly to: number;
  /** Class of its tone: `b1` (best) to `b4`. */
  readonly tone: "b1" | "b2" | "b3" | "b4";
  readonly label: string;
}

export interface BandMark {
  readonly at: number;
  /** Hollow: an estimate, or a figure without a level. */
  readonly hollow: boolean;
  /** From the better to the worse end of what lies around it. */
  readonly spread?: { readonly from: number; readonly to: number };
}

const WIDTH = 420;
const HEIGHT = 40;
const TRACK_TOP = 8;
const TRACK_HEIGHT = 14;
const MIDDLE = TRACK_TOP + TRACK_HEIGHT / 2;
/** Narrower segments carry no label. */
const LEAST_FOR_LABEL = 0.045;

/** `spoken` is read aloud: the figure, its level, what limits it. `said`: where those who do the work believe it stands, as a ring. */
export function bandsTrack(segments: readonly BandSegment[], mark: BandMark | undefined, spoken: string, said?: number): string {
  const drawn = segments.map(({ from, to, tone }) => {
    const width = Math.max(2, (to - from) * WIDTH - 2);
    return `<rect class="${tone}" x="${number(from * WIDTH + 1)}" y="${TRACK_TOP}" width="${number(width)}" height="${TRACK_HEIGHT}" rx="2"/>`;
  });
  const labels = segments
    .filter(({ from, to }) => to - from >= LEAST_FOR_LABEL)
    .map(({ from, to, label }) => `<text x="${number(((from + to) / 2) * WIDTH)}" y="${HEIGHT - 5}">${escapeHtml(label)}</text>`);
  const line = `<rect class="gap" x="0" y="${MIDDLE - 0.5}" width="${WIDTH}" height="1"/>`;
  return `<svg class="bands" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(spoken)}">${line}${drawn.join("")}${labels.join("")}${mark?.spread ? spreadAt(mark.spread) : ""}${said === undefined ? "" : ringAt(said)}${mark ? markAt(mark) : ""}</svg>`;
}

export interface LevelPart {
  readonly tone: BandSegment["tone"] | "b0";
  readonly value: number;
  /** With its number: `2 high`. */
  readonly label: string;
}

/** How many stand in which level, as one bar in parts; `b0` is without one. `title` is read aloud. */
export function levelsBar(parts: readonly LevelPart[], title: string): string {
  const there = parts.filter(({ value }) => value > 0);
  const strips = there.map(({ tone, value }) => `<span class="part l-${tone}" style="flex-grow:${value}"></span>`).join("");
  const labels = there.map(({ tone, label }) => `<li><span class="swatch l-${tone}"></span>${escapeHtml(label)}</li>`).join("");
  return `<div class="parts"><div class="parts-bar" aria-hidden="true">${strips}</div><ul aria-label="${escapeHtml(title)}">${labels}</ul></div>`;
}

function markAt({ at, hollow }: BandMark): string {
  const x = Math.min(WIDTH - 7, Math.max(7, at * WIDTH));
  return `<circle class="${hollow ? "mark hollow" : "mark"}" cx="${number(x)}" cy="${MIDDLE}" r="6"/>`;
}

function spreadAt({ from, to }: NonNullable<BandMark["spread"]>): string {
  const [left, right] = [from * WIDTH, to * WIDTH];
  return `<path class="spread-line" d="M${number(left)} ${TRACK_TOP - 3}V${TRACK_TOP + TRACK_HEIGHT + 3}M${number(right)} ${TRACK_TOP - 3}V${TRACK_TOP + TRACK_HEIGHT + 3}M${number(left)} ${MIDDLE}H${number(right)}"/>`;
}

function ringAt(at: number): string {
  return `<circle class="said" cx="${number(Math.min(WIDTH - 10, Math.max(10, at * WIDTH)))}" cy="${MIDDLE}" r="9"/>`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
