// The index in memory: words to ids, and for each run of four words the places where licence texts have it. Loaded when first asked for.
import { readFileSync } from "node:fs";
import { decodeIndex, type IndexData } from "./format.ts";
import { hashGram, offsetsOf } from "./grams.ts";
import type { Words } from "./words.ts";

export interface TextIndex extends IndexData {
  /** First token of each template in `tokens`; one more at the end. */
  readonly offsets: Uint32Array;
  /** Template of each token. */
  readonly templateOf: Uint16Array;
  readonly wordTable: WordTable;
  readonly grams: GramTable;
}

interface WordTable {
  readonly mask: number;
  readonly keys: Uint32Array;
  readonly ids: Uint16Array;
}

export interface GramTable {
  readonly mask: number;
  /** One bit for each hash slot's lower part: says quickly that a gram is not there, and fits the processor's nearest memory. */
  readonly present: Uint8Array;
  /** By hash slot its first two words, its last two, and the gram's number plus one (0 is free): side by side, so that one look at memory tells. */
  readonly slots: Uint32Array;
  /** Token positions of gram n: `places[starts[n]]` up to `places[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  /** Template of each place. */
  readonly templates: Uint16Array;
}

const presentBits = 1 << 19;

let loaded: TextIndex | undefined;

export function textIndex(): TextIndex {
  loaded ??= buildIndex(decodeIndex(readFileSync(new URL("../index.generated.bin", import.meta.url))));
  return loaded;
}

export function buildIndex(data: IndexData): TextIndex {
  const offsets = offsetsOf(data.templates);
  const templateOf = new Uint16Array(data.tokens.length);
  for (let template = 0; template < data.templates.length; template++) templateOf.fill(template, offsets[template], offsets[template + 1]);
  return { ...data, offsets, templateOf, wordTable: buildWordTable(data), grams: buildGramTable(data, templateOf) };
}

function buildWordTable(data: IndexData): WordTable {
  const mask = 65_535;
  const keys = new Uint32Array(mask + 1);
  const ids = new Uint16Array(mask + 1);
  const put = (hash: number, id: number): void => {
    let slot = hash & mask;
    while (ids[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    ids[slot] = id;
  };
  for (let id = 1; id < data.vocabulary.length; id++) put(data.vocabulary[id] as number, id);
  for (let at = 0; at < data.aliases.length; at += 2) put(data.aliases[at] as number, data.aliases[at + 1] as number);
  return { mask, keys, ids };
}

/** Word ids of a scan into `ids`; 0 for words that no licence text has. */
export function idsOfWords({ wordTable: { mask, keys, ids: table } }: TextIndex, words: Words, ids: Uint16Array): void {
  for (let at = 0; at < words.count; at++) {
    const hash = words.hashes[at] as number;
    let slot = hash & mask;
    while (table[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    ids[at] = table[slot] as number;
  }
}

function buildGramTable({ tokens, gramSizes, places }: IndexData, templateOf: Uint16Array): GramTable {
  const mask = (1 << 18) - 1;
  const slots = new Uint32Array((mask + 1) * 3);
  const present = new Uint8Array(presentBits >> 3);
  const starts = new Uint32Array(gramSizes.length + 1);
  for (let gram = 0; gram < gramSizes.length; gram++) {
    const start = starts[gram] as number;
    const at = places[start] as number;
    starts[gram + 1] = start + (gramSizes[gram] as number);
    const [a, b, c, d] = [tokens[at] as number, tokens[at + 1] as number, tokens[at + 2] as number, tokens[at + 3] as number];
    const hash = hashGram(a, b, c, d);
    const bit = hash & (presentBits - 1);
    present[bit >> 3] = (present[bit >> 3] as number) | (1 << (bit & 7));
    let slot = hash & mask;
    while (slots[slot * 3 + 2] !== 0) slot = (slot + 1) & mask;
    slots[slot * 3] = (a << 16) | b;
    slots[slot * 3 + 1] = (c << 16) | d;
    slots[slot * 3 + 2] = gram + 1;
  }
  return { mask, present, slots, starts, places, templates: Uint16Array.from(places, (at) => templateOf[at] as number) };
}

/** The gram that starts at word `at` of a file, plus one; 0 where the index has none. */
export function gramAt({ grams: { mask, present, slots } }: TextIndex, ids: Uint16Array, at: number): number {
  const a = ids[at] as number;
  const b = ids[at + 1] as number;
  const c = ids[at + 2] as number;
  const d = ids[at + 3] as number;
  const hash = hashGram(a, b, c, d);
  const bit = hash & (presentBits - 1);
  if (((present[bit >> 3] as number) & (1 << (bit & 7))) === 0) return 0;
  const first = ((a << 16) | b) >>> 0;
  const last = ((c << 16) | d) >>> 0;
  let slot = hash & mask;
  for (;;) {
    const gram = slots[slot * 3 + 2] as number;
    if (gram === 0 || (slots[slot * 3] === first && slots[slot * 3 + 1] === last)) return gram;
    slot = (slot + 1) & mask;
  }
}
