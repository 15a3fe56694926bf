// The grams that a file shares with each licence text.
import { gramSize } from "../index/grams.ts";
import { gramAt, type TextIndex } from "../index/index.ts";

/** Places that a file shares with the templates that may be in it. */
export interface Hits {
  /** Templates with enough shared grams, the most promising first. */
  readonly templates: readonly Candidate[];
  /** Word positions in file and template, in pairs, in the order of the file; each template's own part as given by the candidate. */
  readonly pairs: Uint32Array;
}

export interface Candidate {
  readonly template: number;
  /** Part of `pairs`: first and behind the last. */
  readonly from: number;
  readonly to: number;
  /** Share of the template's grams that the file has somewhere, 0..1. */
  readonly coverage: number;
}

/** Less than this share of a text's grams is no sign of it. */
export const leastCoverage = 0.3;
/** Most shared grams that are looked at in one file: bounds the time that a file made of thousands of licences can take. */
const maxShared = 3_000_000;

// Reused from file to file; all zero between calls.
let totals = new Uint32Array(0);
let distincts = new Uint32Array(0);
let seen = new Uint8Array(0);
// Reused and written over. Larger ones are not kept.
let gramBuffer = new Uint32Array(8192);
let pairBuffer = new Uint32Array(16_384);
const largestKept = 1 << 20;

function reserve(index: TextIndex): void {
  if (totals.length !== index.templates.length) {
    totals = new Uint32Array(index.templates.length);
    distincts = new Uint32Array(index.templates.length);
  }
  if (seen.length < index.grams.starts.length) seen = new Uint8Array(index.grams.starts.length);
}

/** What is handed back is written over by the next call. */
export function findHits(index: TextIndex, ids: Uint16Array, count: number): Hits {
  const grams = gramsOf(index, ids, count);
  reserve(index);
  const [total, distinct] = [totals, distincts];
  const used = countShared(index, grams, total, distinct);
  const candidates: Candidate[] = [];
  const next = new Int32Array(total.length).fill(-1);
  let size = 0;
  for (let template = 0; template < total.length; template++) {
    const shared = distinct[template] as number;
    if (shared < 2) continue; // nearly all of them
    const coverage = shared / (index.gramCounts[template] as number);
    if (coverage < leastCoverage) continue;
    const length = (total[template] as number) * 2;
    candidates.push({ template, from: size, to: size + length, coverage });
    next[template] = size;
    size += length;
  }
  total.fill(0);
  distinct.fill(0);
  for (let at = 1; at < used; at += 2) seen[grams[at] as number] = 0;
  const pairs = fillPairs(index, grams.subarray(0, used), next, size);
  return { templates: candidates.sort((a, b) => promise(index, b) - promise(index, a)), pairs };
}

function promise(index: TextIndex, { template, coverage }: Candidate): number {
  return coverage * coverage * (index.templates[template]?.length ?? 0);
}

/** Pairs of word position and gram number plus one, where the index has the gram. */
function gramsOf(index: TextIndex, ids: Uint16Array, count: number): Uint32Array {
  const needed = Math.max(0, count - gramSize + 1) * 2;
  const found = needed <= gramBuffer.length ? gramBuffer : new Uint32Array(needed);
  if (needed <= largestKept) gramBuffer = found;
  let size = 0;
  for (let at = 0; at + gramSize <= count; at++) {
    if (ids[at + 3] === 0) {
      at += 3; // no gram holds an unknown word
      continue;
    }
    if (ids[at] === 0 || ids[at + 1] === 0 || ids[at + 2] === 0) continue;
    const gram = gramAt(index, ids, at);
    if (gram === 0) continue;
    found[size++] = at;
    found[size++] = gram;
  }
  return found.subarray(0, size);
}

/** Counts shared grams by template, all and different ones; returns how much of `grams` was looked at. */
function countShared({ grams: { starts, templates } }: TextIndex, grams: Uint32Array, total: Uint32Array, distinct: Uint32Array): number {
  let shared = 0;
  for (let at = 0; at < grams.length; at += 2) {
    const gram = grams[at + 1] as number;
    const from = starts[gram - 1] as number;
    const to = starts[gram] as number;
    shared += to - from;
    if (shared > maxShared) return at;
    const first = 1 - (seen[gram] as number);
    seen[gram] = 1;
    for (let place = from; place < to; place++) {
      const template = templates[place] as number;
      total[template] = (total[template] as number) + 1;
      distinct[template] = (distinct[template] as number) + first;
    }
  }
  return grams.length;
}

function fillPairs(
  { grams: { starts, places, templates }, offsets }: TextIndex,
  grams: Uint32Array,
  next: Int32Array,
  size: number,
): Uint32Array {
  const pairs = size <= pairBuffer.length ? pairBuffer : new Uint32Array(size);
  if (size <= largestKept) pairBuffer = pairs;
  for (let at = 0; at < grams.length; at += 2) {
    const gram = grams[at + 1] as number;
    const to = starts[gram] as number;
    for (let place = starts[gram - 1] as number; place < to; place++) {
      const template = templates[place] as number;
      const slot = next[template] as number;
      if (slot < 0) continue;
      pairs[slot] = grams[at] as number;
      pairs[slot + 1] = (places[place] as number) - (offsets[template] as number);
      next[template] = slot + 2;
    }
  }
  return pairs.subarray(0, size);
}
