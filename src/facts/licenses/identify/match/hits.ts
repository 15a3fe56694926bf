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
  /** Shared grams over the template's grams; more than 1 where the file repeats the text. */
  readonly coverage: number;
}

/** Less than this share of a text's grams is no sign of it. */
export const leastCoverage = 0.3;
/** Most shared grams that are looked at in one file: bounds the time that a file made of thousands of licences can take. */
const maxShared = 3_000_000;

export function findHits(index: TextIndex, ids: Uint16Array, count: number): Hits {
  const grams = gramsOf(index, ids, count);
  const counts = new Uint32Array(index.templates.length);
  const used = countShared(index, grams, counts);
  const candidates: Candidate[] = [];
  const next = new Int32Array(counts.length).fill(-1);
  let size = 0;
  for (let template = 0; template < counts.length; template++) {
    const shared = counts[template] as number;
    const coverage = shared / (index.gramCounts[template] as number);
    if (shared < 2 || coverage < leastCoverage) continue;
    candidates.push({ template, from: size, to: size + shared * 2, coverage });
    next[template] = size;
    size += shared * 2;
  }
  const pairs = fillPairs(index, grams.subarray(0, used), next, size);
  return { templates: candidates.sort((a, b) => promise(index, b) - promise(index, a)), pairs };
}

function promise(index: TextIndex, { template, coverage }: Candidate): number {
  const share = Math.min(1, coverage);
  return share * share * (index.templates[template]?.length ?? 0);
}

/** Pairs of word position and gram number plus one, where the index has the gram. */
function gramsOf(index: TextIndex, ids: Uint16Array, count: number): Uint32Array {
  const found = new Uint32Array(Math.max(0, count - gramSize + 1) * 2);
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

/** Counts shared grams by template; returns how much of `grams` was looked at. */
function countShared({ grams: { starts, places }, templateOf }: TextIndex, grams: Uint32Array, counts: Uint32Array): number {
  let shared = 0;
  for (let at = 0; at < grams.length; at += 2) {
    const gram = grams[at + 1] as number;
    const from = starts[gram - 1] as number;
    const to = starts[gram] as number;
    shared += to - from;
    if (shared > maxShared) return at;
    for (let place = from; place < to; place++) {
      const template = templateOf[places[place] as number] as number;
      counts[template] = (counts[template] as number) + 1;
    }
  }
  return grams.length;
}

function fillPairs(
  { grams: { starts, places }, templateOf, offsets }: TextIndex,
  grams: Uint32Array,
  next: Int32Array,
  size: number,
): Uint32Array {
  const pairs = new Uint32Array(size);
  if (size === 0) return pairs;
  for (let at = 0; at < grams.length; at += 2) {
    const gram = grams[at + 1] as number;
    const to = starts[gram] as number;
    for (let place = starts[gram - 1] as number; place < to; place++) {
      const token = places[place] as number;
      const template = templateOf[token] as number;
      const slot = next[template] as number;
      if (slot < 0) continue;
      pairs[slot] = grams[at] as number;
      pairs[slot + 1] = token - (offsets[template] as number);
      next[template] = slot + 2;
    }
  }
  return pairs;
}
