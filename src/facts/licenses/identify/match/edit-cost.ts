// The least cost of turning words of a licence text into words of a file, by dynamic programming over the part of the table that stays below a limit.
import type { TextIndex } from "../index/index.ts";

/** Flag of words that vary (names, organisations). */
export const SLOT = 1;
/** Cost of a variable word that is missing or other than in the text: nothing but a tie-break. */
export const trifle = 0.03;

/** Cost of a word of the file in a variable place: names are mostly words that no licence has; a clause is not, and must not hide there. */
export function slotCost(word: number): number {
  return word === 0 ? trifle : 0.35;
}

export interface Sides {
  readonly index: TextIndex;
  /** Start of the template in `index.tokens`, and its length. */
  readonly base: number;
  readonly size: number;
  readonly file: Uint16Array;
  readonly count: number;
}

export interface Part {
  /** First word of the template and how many; with step -1 they run backwards. */
  readonly text: number;
  readonly words: number;
  /** First word of the file and how many may be used. */
  readonly file: number;
  readonly width: number;
  readonly step: 1 | -1;
  /** Costs above this are of no interest. */
  readonly limit: number;
}

export function wordWeight(index: TextIndex, word: number): number {
  return word === 0 ? 1 : (index.weights[word] as number) / 10;
}

let rowA = new Float32Array(2048);
let rowB = new Float32Array(2048);
let inserts = new Float32Array(2048);
let slotInserts = new Float32Array(2048);

function reserve(size: number): void {
  if (rowA.length >= size) return;
  rowA = new Float32Array(size * 2);
  rowB = new Float32Array(size * 2);
  inserts = new Float32Array(size * 2);
  slotInserts = new Float32Array(size * 2);
}

/**
 * Costs of turning the template's words into the first 0, 1, … width words of the file (infinite where beyond the limit); undefined when all are.
 * The array is reused by the next call.
 */
export function leastCosts({ index, base, size, file }: Sides, part: Part): Float32Array | undefined {
  const { width, step, limit } = part;
  reserve(width + 2);
  let before = rowA;
  let row = rowB;
  for (let at = 1; at <= width; at++) {
    const word = file[part.file + (at - 1) * step] as number;
    inserts[at] = wordWeight(index, word);
    slotInserts[at] = slotCost(word);
  }
  // Columns `low` to `high` of `before` are within the limit; the others count as infinite.
  let low = 0;
  let high = 0;
  before[0] = 0;
  const slotBefore = isSlot(index, base, size, part.text - step) || isSlot(index, base, size, part.text);
  for (let at = 1; at <= width; at++) {
    const cost = (before[at - 1] as number) + ((slotBefore ? slotInserts : inserts)[at] as number);
    if (cost > limit) break;
    before[at] = cost;
    high = at;
  }
  for (let word = 0; word < part.words; word++) {
    const text = part.text + word * step;
    const token = index.tokens[base + text] as number;
    const remove = index.flags[base + text] === 0 ? wordWeight(index, token) : trifle;
    const slot = isSlot(index, base, size, text) || isSlot(index, base, size, text + step);
    const costs = slot ? slotInserts : inserts;
    let first = -1;
    let last = -1;
    let left = Number.POSITIVE_INFINITY;
    for (let at = low; at <= width; at++) {
      let cost = at <= high ? (before[at] as number) + remove : Number.POSITIVE_INFINITY;
      if (at > low && at <= high + 1 && file[part.file + (at - 1) * step] === token && (before[at - 1] as number) < cost)
        cost = before[at - 1] as number;
      const inserted = left + (costs[at] as number);
      if (inserted < cost) cost = inserted;
      if (cost > limit) {
        if (at > high) break;
        cost = Number.POSITIVE_INFINITY;
      } else {
        if (first < 0) first = at;
        last = at;
      }
      row[at] = cost;
      left = cost;
    }
    if (first < 0) return undefined;
    low = first;
    high = last;
    [before, row] = [row, before];
  }
  before.fill(Number.POSITIVE_INFINITY, 0, low);
  before.fill(Number.POSITIVE_INFINITY, high + 1, width + 1);
  return before;
}

function isSlot(index: TextIndex, base: number, size: number, text: number): boolean {
  return text >= 0 && text < size && ((index.flags[base + text] as number) & SLOT) !== 0;
}
