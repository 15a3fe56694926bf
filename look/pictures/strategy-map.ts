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

/** Where the chain breaks: a dashed end at one side of a node, with what is missing there. */
export interface MapStub {
  readonly node: string;
  readonly side: "left" | "right";
  readonly text: string;
}

export interface StrategyMap {
  readonly columns: readonly { readonly title: string; readonly nodes: readonly MapNode[] }[];
  readonly links: readonly MapLink[];
  readonly stubs?: readonly MapStub[];
  /** Sentence for those who cannot see the picture. */
  readonly description: string;
}

const WIDTH = 960;
const NODE_WIDTH = 232;
/** Room for ribbons where there are more columns than the usual width holds. */
const GAP = 56;
const ROW = 56;
const STUB = 34;
const TOP = 34;
/** Characters of a line, and those that a mark at its end takes. */
const LINE = 28;
const MARK = 4;

interface Placed {
  readonly x: number;
  readonly y: number;
}

/** A node where it stands, its label in two lines at the most. */
export interface PlacedNode extends Placed, MapNode {
  readonly lines: readonly [string, string];
  /** Joined to nothing: there the chain breaks. */
  readonly loose: boolean;
}

export interface PlacedRibbon {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly width: number;
}

export interface PlacedStub extends MapStub, Placed {
  readonly path: string;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly titles: readonly { readonly x: number; readonly text: string }[];
  readonly nodes: readonly PlacedNode[];
  readonly ribbons: readonly PlacedRibbon[];
  readonly stubs: readonly PlacedStub[];
}

export const mapNode = { width: NODE_WIDTH, height: 42 } as const;

/** Where everything stands, for whoever draws it. */
export function layOutMap({ columns, links, stubs = [] }: Pick<StrategyMap, "columns" | "links" | "stubs">): MapLayout {
  const rows = Math.max(1, ...columns.map(({ nodes }) => nodes.length));
  const width = Math.max(WIDTH, columns.length * NODE_WIDTH + (columns.length - 1) * GAP);
  const step = (width - NODE_WIDTH) / Math.max(1, columns.length - 1);
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  const nodes = columns.flatMap((column, index) => {
    // Short columns stand in the middle of tall ones.
    const offset = ((rows - column.nodes.length) * ROW) / 2;
    return column.nodes.map((node, row): PlacedNode => {
      const [first = "", second = ""] = breakLabel(node.label, node.tone ? LINE - MARK : LINE);
      return { ...node, x: Math.round(index * step), y: TOP + offset + row * ROW, lines: [first, second], loose: !joined.has(node.id) };
    });
  });
  const places = new Map(nodes.map((node) => [node.id, node]));
  return {
    width,
    height: TOP + rows * ROW + 8,
    titles: columns.map(({ title }, index) => ({ x: Math.round(index * step), text: title })),
    nodes,
    ribbons: links.flatMap((link) => ribbon(places.get(link.from), places.get(link.to), link)),
    stubs: oneTextEach(stubs).flatMap((one) => stub(places.get(one.node), one)),
  };
}

/** A node that ends on both sides says below it what is missing on both: two texts would lie over each other. */
function oneTextEach(stubs: readonly MapStub[]): MapStub[] {
  return [...Map.groupBy(stubs, ({ node }) => node).values()].flatMap((own) => {
    const text = own.map((one) => one.text).join(", ");
    return own.map((one, index) => ({ ...one, text: index === 0 ? text : "" }));
  });
}

/** The text stands below the node: beside it there is room for ribbons only. */
function stub(at: Placed | undefined, of: MapStub): PlacedStub[] {
  if (!at) return [];
  const [from, to] = of.side === "right" ? [at.x + NODE_WIDTH, at.x + NODE_WIDTH + STUB] : [at.x, at.x - STUB];
  return [{ ...of, x: at.x + 12, y: at.y + 53, path: `M${from} ${at.y + 21}H${to}` }];
}

export function strategyMap(map: StrategyMap): string {
  const { width, height, titles, nodes, ribbons } = layOutMap(map);
  const bands = ribbons.map(({ path, width: thick }) => `<path class="ribbon" d="${path}" stroke-width="${thick}"/>`).join("");
  const heads = titles.map(({ x, text }) => `<text class="map-title" x="${x}" y="14">${escapeHtml(text)}</text>`).join("");
  return `<svg class="strategy-map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(map.description)}">${heads}${bands}${nodes.map(drawNode).join("")}</svg>`;
}

function ribbon(from: Placed | undefined, to: Placed | undefined, link: MapLink): PlacedRibbon[] {
  if (!from || !to) return [];
  const [x1, y1, x2, y2] = [from.x + NODE_WIDTH, from.y + 21, to.x, to.y + 21];
  const middle = (x1 + x2) / 2;
  const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  return [{ from: link.from, to: link.to, path, width: 2 + 3 * Math.min(3, Math.max(1, link.strength)) }];
}

function drawNode({ x, y, label, tone: toned, lines: [first, second], loose }: PlacedNode): string {
  const line = second === "" ? y + 25 : y + 18;
  const tone = toned
    ? `<g class="tone t-${escapeHtml(toned)}"><rect x="${x}" y="${y}" width="4" height="42" rx="2"/><g transform="translate(${x + NODE_WIDTH - 20} ${y + 15})" stroke="none">${stateShape(toned)}</g></g>`
    : "";
  return `<g><title>${escapeHtml(label)}</title><rect class="map-node${loose ? " loose" : ""}" x="${x}" y="${y}" width="${NODE_WIDTH}" height="42" rx="5"/>${tone}<text x="${x + 12}" y="${line}">${escapeHtml(first)}</text><text x="${x + 12}" y="${y + 33}">${escapeHtml(second)}</text></g>`;
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
