// Versions in use on a line from old to new: how much each is used as the size of its dot, the newest marked by a ring.
import { escapeHtml, shorten } from "./escape.ts";

export interface VersionDot {
  readonly version: string;
  readonly uses: number;
  /** The one that is looked at. */
  readonly chosen?: boolean;
  readonly latest?: boolean;
}

const WIDTH = 720;
const EDGE = 60;
const HEIGHT = 92;
const LINE = 40;
/** More labels than this would lie on each other. */
const LABELS = 9;

/** `dots` from old to new; `description` says the same in words. */
export function versionLine(dots: readonly VersionDot[], description: string): string {
  const step = dots.length > 1 ? (WIDTH - 2 * EDGE) / (dots.length - 1) : 0;
  const x = (at: number) => Math.round(dots.length > 1 ? EDGE + at * step : WIDTH / 2);
  const largest = Math.max(1, ...dots.map(({ uses }) => uses));
  const every = Math.ceil(dots.length / LABELS);
  const drawn = dots.map((dot, at) => drawDot(dot, x(at), largest, isLabelled(dot, at, dots.length, every)));
  return `<svg class="version-line" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(description)}"><path class="rail" d="M${x(0)} ${LINE}H${x(dots.length - 1)}"/>${drawn.join("")}</svg>`;
}

function isLabelled({ chosen, latest }: VersionDot, at: number, count: number, every: number): boolean {
  if (chosen === true || latest === true) return true;
  return at % every === 0 && count - at > every / 2;
}

function drawDot({ version, uses, chosen, latest }: VersionDot, x: number, largest: number, labelled: boolean): string {
  const radius = uses === 0 ? 0 : Math.round(5 + 13 * Math.sqrt(uses / largest));
  const dot = radius === 0 ? "" : `<circle class="${chosen === true ? "dot chosen" : "dot"}" cx="${x}" cy="${LINE}" r="${radius}"/>`;
  const ring = latest === true ? `<circle class="newest" cx="${x}" cy="${LINE}" r="${Math.max(radius + 4, 8)}"/>` : "";
  const label = labelled
    ? `<text class="${chosen === true ? "chosen" : ""}" x="${x}" y="${HEIGHT - 12}">${escapeHtml(shorten(version, 14))}</text>`
    : "";
  return dot + ring + label;
}
