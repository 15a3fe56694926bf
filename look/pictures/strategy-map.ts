// The strategy as a picture: objectives, activities and policies as three columns, joined by ribbons whose width is the strength of the link.
// What is joined to nothing is drawn with a dashed edge: that is where the chain breaks.
import { escapeHtml } from "./escape.ts";
import { stateShape } from "./states.ts";

export interface MapNode {
  readonly id: string;
  readonly label: string;
  /** State that the node is marked with, by colour and shape: the worst of a policy. */
  readonly tone?: string;
}

export interface MapLink {
  readonly from: string;
  readonly to: string;
  /** 1..3. */
  readonly strength: number;
}

export interface StrategyMap {
  readonly columns: readonly { readonly title: string; readonly nodes: readonly MapNode[] }[];
  readonly links: readonly MapLink[];
  /** Sentence for those who cannot see the picture. */
  readonly description: string;
}

const WIDTH = 960;
const NODE_WIDTH = 232;
const ROW = 52;
const TOP = 34;
/** Characters of a line, and those that a mark at its end takes. */
const LINE = 30;
const MARK = 4;

interface Placed {
  readonly x: number;
  readonly y: number;
}

export function strategyMap(map: StrategyMap): string {
  const rows = Math.max(1, ...map.columns.map((column) => column.nodes.length));
  const height = TOP + rows * ROW + 8;
  const places = placeNodes(map, rows);
  const joined = new Set(map.links.flatMap((link) => [link.from, link.to]));
  const ribbons = map.links.map((link) => ribbon(places.get(link.from), places.get(link.to), link.strength)).join("");
  const titles = map.columns
    .map((column, index) => `<text class="map-title" x="${columnX(index, map)}" y="14">${escapeHtml(column.title)}</text>`)
    .join("");
  const nodes = map.columns
    .flatMap((column) => column.nodes.map((node) => drawNode(node, places.get(node.id), joined.has(node.id))))
    .join("");
  return `<svg class="strategy-map" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(map.description)}">${titles}${ribbons}${nodes}</svg>`;
}

function columnX(index: number, map: StrategyMap): number {
  const gaps = Math.max(1, map.columns.length - 1);
  return Math.round((index * (WIDTH - NODE_WIDTH)) / gaps);
}

function placeNodes(map: StrategyMap, rows: number): Map<string, Placed> {
  const places = new Map<string, Placed>();
  map.columns.forEach((column, index) => {
    // Short columns stand in the middle of tall ones.
    const offset = ((rows - column.nodes.length) * ROW) / 2;
    column.nodes.forEach((node, row) => places.set(node.id, { x: columnX(index, map), y: TOP + offset + row * ROW }));
  });
  return places;
}

function ribbon(from: Placed | undefined, to: Placed | undefined, strength: number): string {
  if (!from || !to) return "";
  const [x1, y1, x2, y2] = [from.x + NODE_WIDTH, from.y + 21, to.x, to.y + 21];
  const middle = (x1 + x2) / 2;
  return `<path class="ribbon" d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" stroke-width="${2 + 3 * Math.min(3, Math.max(1, strength))}"/>`;
}

function drawNode(node: MapNode, place: Placed | undefined, joined: boolean): string {
  if (!place) return "";
  const [first = "", second = ""] = breakLabel(node.label, node.tone ? LINE - MARK : LINE);
  const y = second === "" ? place.y + 25 : place.y + 18;
  const tone = node.tone
    ? `<g class="tone t-${escapeHtml(node.tone)}"><rect x="${place.x}" y="${place.y}" width="4" height="42" rx="2"/><g transform="translate(${place.x + NODE_WIDTH - 20} ${place.y + 15})" stroke="none">${stateShape(node.tone)}</g></g>`
    : "";
  return `<g><title>${escapeHtml(node.label)}</title><rect class="map-node${joined ? "" : " loose"}" x="${place.x}" y="${place.y}" width="${NODE_WIDTH}" height="42" rx="5"/>${tone}<text x="${place.x + 12}" y="${y}">${escapeHtml(first)}</text><text x="${place.x + 12}" y="${place.y + 33}">${escapeHtml(second)}</text></g>`;
}

/** Two lines at the most, broken between words, cut with an ellipsis. */
function breakLabel(label: string, most: number): string[] {
  const lines: string[] = [""];
  for (const word of label.split(/\s+/)) {
    const last = lines.length - 1;
    const line = lines[last] ?? "";
    if (line === "" || line.length + word.length + 1 <= most) lines[last] = line === "" ? word : `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= 2) return lines.map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
  return [lines[0] ?? "", `${(lines[1] ?? "").slice(0, most - 1)}…`];
}
