// A radar of what we have an opinion on: rings by how rather it is to be used, sectors by kind of thing. A list beside it says the same.
import { escapeHtml, shorten } from "./escape.ts";

export interface RadarDot {
  readonly label: string;
  /** Index in `rings`, 0 in the middle. */
  readonly ring: number;
  /** Index in `sectors`. */
  readonly sector: number;
  /** A shape of twelve units from `stateShape`, and the class of its colour. */
  readonly shape: string;
  readonly state: string;
  /** Where it leads. */
  readonly href: string;
  readonly spoken: string;
}

const WIDTH = 1000;
const HEIGHT = 640;
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 };
const REACH = 280;
/** More would leave the picture at its sides. */
const LONGEST = 16;

export function radar(rings: readonly string[], sectors: readonly string[], dots: readonly RadarDot[], description: string): string {
  const radius = (ring: number) => edgeOf(ring + 1, rings.length);
  const circles = rings
    .map((_, ring) => `<circle class="ring" cx="${MIDDLE.x}" cy="${MIDDLE.y}" r="${Math.round(radius(ring))}"/>`)
    .toReversed();
  const names = rings.map(
    (name, ring) => `<text class="ring-name" x="${MIDDLE.x}" y="${Math.round(MIDDLE.y - radius(ring) + 22)}">${escapeHtml(name)}</text>`,
  );
  const parts = sectors.map((name, at) => sectorOf(name, at, sectors.length));
  const places = placed(dots, rings.length, sectors.length);
  return `<svg class="radar" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${escapeHtml(description)}">${circles.join("")}${parts.join("")}${names.join("")}${places.join("")}</svg>`;
}

function at(angle: number, distance: number): { readonly x: number; readonly y: number } {
  return { x: Math.round(MIDDLE.x + distance * Math.sin(angle)), y: Math.round(MIDDLE.y - distance * Math.cos(angle)) };
}

/** The outer edge of so many rings: those in the middle, where most stands, are wider. */
function edgeOf(rings: number, all: number): number {
  return REACH * (rings / all) ** 0.75;
}

/** Its name stands outside, away from the middle. */
function sectorOf(name: string, index: number, count: number): string {
  const size = (2 * Math.PI) / count;
  const edge = at(index * size, REACH);
  const { x, y } = at((index + 0.5) * size, REACH + 16);
  const anchor = x > MIDDLE.x + 40 ? "start" : x < MIDDLE.x - 40 ? "end" : "middle";
  const line = count > 1 ? `<path class="spoke" d="M${MIDDLE.x} ${MIDDLE.y}L${edge.x} ${edge.y}"/>` : "";
  return `${line}<text class="sector-name" text-anchor="${anchor}" x="${x}" y="${y + 5}">${escapeHtml(shorten(name, LONGEST))}</text>`;
}

/** Those of one field stand on an arc in its middle, one after the other; a second row where there are many. */
function placed(dots: readonly RadarDot[], rings: number, sectors: number): string[] {
  const fields = [...Map.groupBy(dots, ({ ring, sector }) => `${ring} ${sector}`).values()];
  const size = (2 * Math.PI) / sectors;
  return fields.flatMap((field) =>
    field.map((dot, index) => {
      const inner = edgeOf(dot.ring, rings);
      const outer = edgeOf(dot.ring + 1, rings);
      const rows = Math.ceil(field.length / 5);
      const distance = inner + ((outer - inner) * (1 + (index % rows))) / (rows + 1) + (dot.ring === 0 ? 14 : 0);
      return drawDot(dot, at((dot.sector + (index + 1) / (field.length + 1)) * size, distance));
    }),
  );
}

function drawDot({ label, shape, state, href, spoken }: RadarDot, { x, y }: { readonly x: number; readonly y: number }): string {
  return `<a href="${escapeHtml(href)}" aria-label="${escapeHtml(spoken)}"><title>${escapeHtml(spoken)}</title><g class="tone t-${state}" transform="translate(${x - 10} ${y - 10}) scale(1.7)">${shape}</g><text class="dot-name" x="${x}" y="${y + 30}">${escapeHtml(shorten(label, 16))}</text></a>`;
}
