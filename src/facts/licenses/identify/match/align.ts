// How far a place in a file differs from a licence text, word by word: the cost of turning one into the other, where variable words cost next to nothing.
import { gramSize } from "../index/grams.ts";
import type { TextIndex } from "../index/index.ts";
import { leastCosts, SLOT, type Sides, slotCost, trifle, wordWeight } from "./edit-cost.ts";

export interface Alignment {
  readonly template: number;
  /** 1 for the text itself, 0 for nothing in common. */
  readonly score: number;
  /** What differs, in words; variable words count next to nothing. */
  readonly cost: number;
  /** The part of the cost that lies in one place: a clause that was added, dropped or replaced. */
  readonly largest: number;
  /** Share of the template's grams that are there. */
  readonly coverage: number;
  /** Word positions in the file: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Largest part (words of text times words of file) that is compared word by word. */
const maxCells = 400_000;

/**
 * `anchors`: word positions in file and template, in pairs, increasing in both, at which they share a gram.
 * Undefined as soon as the score is sure to stay below `leastScore`.
 */
export function align(
  index: TextIndex,
  ids: Uint16Array,
  count: number,
  template: number,
  anchors: readonly number[],
  leastScore: number,
): Alignment | undefined {
  const base = index.offsets[template] as number;
  const sides: Sides = { index, base, size: (index.offsets[template + 1] as number) - base, file: ids, count };
  const weight = weightOfTemplate(sides);
  const limit = weight * (1 - leastScore);
  let file = anchors[0] as number;
  let text = anchors[1] as number;
  const head = alignHead(sides, text, file, limit);
  let cost = head.cost;
  let largest = head.cost;
  for (let at = 0; at < anchors.length && cost <= limit; at += 2) {
    const anchorFile = anchors[at] as number;
    const anchorText = anchors[at + 1] as number;
    if (anchorFile < file || anchorText < text) {
      if (anchorFile + gramSize <= file || anchorText - text !== anchorFile - file) continue; // behind what is compared, or across it
    } else {
      const gap = alignGap(sides, text, anchorText, file, anchorFile, limit - cost);
      cost += gap;
      if (gap > largest) largest = gap;
      file = anchorFile;
      text = anchorText;
    }
    while (text < sides.size && file < count && index.tokens[base + text] === ids[file]) {
      text++;
      file++;
    }
  }
  if (cost > limit) return undefined;
  const tail = alignTail(sides, text, file, limit - cost);
  cost += tail.cost;
  if (cost > limit) return undefined;
  const coverage = anchors.length / 2 / (index.gramCounts[template] as number);
  return {
    template,
    cost,
    largest: Math.max(largest, tail.cost),
    score: Math.max(0, 1 - cost / weight),
    coverage,
    from: head.from,
    to: tail.to,
  };
}

const templateWeights = new WeakMap<TextIndex, Float32Array>();

/** The weight of the words that must be there. */
function weightOfTemplate({ index, base, size }: Sides): number {
  let weights = templateWeights.get(index);
  if (!weights) {
    weights = new Float32Array(index.templates.length);
    templateWeights.set(index, weights);
  }
  const template = index.templateOf[base] as number;
  let weight = weights[template] as number;
  if (weight === 0) {
    for (let at = base; at < base + size; at++) if (index.flags[at] === 0) weight += wordWeight(index, index.tokens[at] as number);
    weight = Math.max(4, weight);
    weights[template] = weight;
  }
  return weight;
}

function alignGap(sides: Sides, textFrom: number, textTo: number, fileFrom: number, fileTo: number, limit: number): number {
  const words = textTo - textFrom;
  const width = fileTo - fileFrom;
  if (words === 0) return insertAll(sides, textFrom, fileFrom, fileTo);
  if (width === 0) return deleteAll(sides, textFrom, textTo);
  if (words * width > maxCells) return deleteAll(sides, textFrom, textTo) + insertAll(sides, textFrom, fileFrom, fileTo);
  return leastCosts(sides, { text: textFrom, words, file: fileFrom, width, step: 1, limit })?.[width] ?? Number.POSITIVE_INFINITY;
}

function deleteAll({ index, base }: Sides, from: number, to: number): number {
  let cost = 0;
  for (let at = base + from; at < base + to; at++) cost += index.flags[at] === 0 ? wordWeight(index, index.tokens[at] as number) : trifle;
  return cost;
}

function insertAll({ index, base, size, file }: Sides, text: number, from: number, to: number): number {
  const before = text > 0 ? (index.flags[base + text - 1] as number) : 0;
  const after = text < size ? (index.flags[base + text] as number) : 0;
  const costOf = ((before | after) & SLOT) !== 0 ? slotCost : (word: number) => wordWeight(index, word);
  let cost = 0;
  for (let at = from; at < to; at++) cost += costOf(file[at] as number);
  return cost;
}

/** What is left of the template behind the last anchor, against as much of the file as makes the least cost. */
function alignTail(sides: Sides, text: number, file: number, limit: number): { readonly cost: number; readonly to: number } {
  const words = sides.size - text;
  if (words === 0) return { cost: 0, to: file };
  const width = Math.min(sides.count - file, Math.floor(words * 1.4) + 12);
  if (width <= 0 || words * width > maxCells) return { cost: deleteAll(sides, text, sides.size), to: file };
  const costs = leastCosts(sides, { text, words, file, width, step: 1, limit });
  const best = costs ? cheapest(costs, width) : -1;
  return costs && best >= 0 ? { cost: costs[best] as number, to: file + best } : { cost: Number.POSITIVE_INFINITY, to: file };
}

/** The same before the first anchor, backwards. */
function alignHead(sides: Sides, text: number, file: number, limit: number): { readonly cost: number; readonly from: number } {
  if (text === 0) return { cost: 0, from: file };
  const width = Math.min(file, Math.floor(text * 1.4) + 12);
  if (width <= 0 || text * width > maxCells) return { cost: deleteAll(sides, 0, text), from: file };
  const costs = leastCosts(sides, { text: text - 1, words: text, file: file - 1, width, step: -1, limit });
  const best = costs ? cheapest(costs, width) : -1;
  return costs && best >= 0 ? { cost: costs[best] as number, from: file - best } : { cost: Number.POSITIVE_INFINITY, from: file };
}

/** How much of the file to take: the least cost, and among equals the most. */
function cheapest(costs: Float32Array, width: number): number {
  let best = 0;
  for (let at = 1; at <= width; at++) if ((costs[at] as number) <= (costs[best] as number)) best = at;
  return best;
}
