// Involvement over time: a line for each project, a column for each year with its number, all to one scale, so that growing is seen.
import { escapeHtml } from "./escape.ts";

export interface InvolvementLine {
  readonly label: string;
  /** A number for each year, the oldest first. */
  readonly years: readonly number[];
  /** Read aloud. */
  readonly spoken: string;
}

const WIDTH = 720;
const LABEL = 260;
const ROW = 64;
const FOOT = 20;

export function involvement(years: readonly string[], lines: readonly InvolvementLine[], description: string): string {
  const most = Math.max(1, ...lines.flatMap((line) => line.years));
  const step = (WIDTH - LABEL) / Math.max(1, years.length);
  const height = lines.length * ROW + FOOT;
  const drawn = lines.map(({ label, years: values }, at) => {
    const ground = (at + 1) * ROW - 4;
    const columns = values.map((value, index) => {
      const tall = value === 0 ? 1 : Math.max(2, Math.round((value / most) * (ROW - 24)));
      const x = LABEL + index * step;
      return `<rect x="${x + step / 4}" y="${ground - tall}" width="${step / 2}" height="${tall}"/><text class="rung" x="${x + step / 2}" y="${ground - tall - 4}">${value}</text>`;
    });
    const name = label.length > 32 ? `…${label.slice(-31)}` : label;
    return `<g><text x="0" y="${ground - 4}">${escapeHtml(name)}</text><path class="rail" d="M${LABEL} ${ground}H${WIDTH}"/>${columns.join("")}</g>`;
  });
  const feet = years.map(
    (year, index) => `<text class="rung" x="${LABEL + (index + 0.5) * step}" y="${height - 4}">${escapeHtml(year)}</text>`,
  );
  const aria = escapeHtml([description, ...lines.map(({ spoken }) => spoken)].join(" "));
  return `<svg class="ladder involvement" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${aria}">${drawn.join("")}${feet.join("")}</svg>`;
}
