// The ladder of involvement: a line for each project, four rungs, where we stand (filled) and where we want to stand (a ring), joined where the two differ.
import { escapeHtml } from "./escape.ts";

export interface LadderLine {
  readonly label: string;
  /** 0 to 3; absent where nobody knows. */
  readonly now?: number;
  readonly wanted?: number;
  /** Read aloud: project, where we stand, what is wanted. */
  readonly spoken: string;
}

const WIDTH = 720;
const LABEL = 260;
const TOP = 30;
const ROW = 30;

export function ladder(rungs: readonly string[], lines: readonly LadderLine[], description: string): string {
  const x = (rung: number) => LABEL + ((rung + 0.5) * (WIDTH - LABEL)) / rungs.length;
  const height = TOP + lines.length * ROW + 6;
  const heads = rungs
    .map(
      (rung, at) => `<text class="rung" x="${x(at)}" y="16">${escapeHtml(rung)}</text><path class="rail" d="M${x(at)} 24V${height - 6}"/>`,
    )
    .join("");
  const drawn = lines.map((line, at) => drawLine(line, TOP + at * ROW + ROW / 2, x)).join("");
  return `<svg class="ladder" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml([description, ...lines.map(({ spoken }) => spoken)].join(" "))}">${heads}${drawn}</svg>`;
}

function drawLine({ label, now, wanted }: LadderLine, y: number, x: (rung: number) => number): string {
  const name = `<text x="0" y="${y + 4}">${escapeHtml(label.length > 32 ? `…${label.slice(-31)}` : label)}</text>`;
  const way =
    now === undefined || wanted === undefined || now === wanted
      ? ""
      : `<path class="${now < wanted ? "way" : "way over"}" d="M${x(now)} ${y}H${x(wanted)}"/>`;
  const ring = wanted === undefined ? "" : `<circle class="wanted" cx="${x(wanted)}" cy="${y}" r="8"/>`;
  const dot =
    now === undefined
      ? `<text class="rung" x="${LABEL - 8}" y="${y + 4}">?</text>`
      : `<circle class="now" cx="${x(now)}" cy="${y}" r="5"/>`;
  return `<g>${name}${way}${ring}${dot}</g>`;
}
