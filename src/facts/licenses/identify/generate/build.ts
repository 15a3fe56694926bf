// The index out of the texts: vocabulary, weights, tokens with their flags, grams.
import { shortHash } from "#kit";
import { heavyWords, lightWords } from "../curated/word-weights.ts";
import { equalWords } from "../index/equal-words.ts";
import type { IndexData, TemplateRow } from "../index/format.ts";
import { findGrams } from "../index/grams.ts";
import { emptyWords, hashOf, placeholderHash, scanWords } from "../index/words.ts";
import { collectTexts, type SourceText } from "./collect.ts";
import { markVariable } from "./mark.ts";

/** Shortest text worth an entry of its own; below, everything looks like it. */
const shortest = 9;

interface Scanned extends SourceText {
  readonly hashes: readonly number[];
  /** Words before the first copyright statement; -1 where there is none. */
  readonly copyrightAt: number;
}

const standsFor = new Map(
  equalWords.flatMap((line) => {
    const [first = "", ...others] = line.split(" ");
    return others.map((other) => [hashOf(other), hashOf(first)] as const);
  }),
);
const encoder = new TextEncoder();
const words = emptyWords();

function scan(text: string): Pick<Scanned, "hashes" | "copyrightAt"> {
  scanWords(encoder.encode(text), words);
  const hashes = Array.from(words.hashes.subarray(0, words.count), (hash) => standsFor.get(hash) ?? hash);
  return { hashes, copyrightAt: words.copyrightAt };
}

export function buildIndexData(): IndexData {
  const texts = collectTexts().map((source): Scanned => ({ ...source, ...scan(source.text) }));
  const vocabulary = vocabularyOf(texts);
  const idOf = new Map(Array.from(vocabulary, (hash, id) => [hash, id] as const));
  const idsOf = (hashes: readonly number[]): number[] => hashes.map((hash) => idOf.get(hash) ?? 0);
  const templates: TemplateRow[] = [];
  const tokens: number[] = [];
  const flags: number[] = [];
  const isKnown = rememberWordings();
  for (const { id, kind, hashes, copyrightAt } of texts) {
    const own = idsOf(hashes);
    if (own.length < shortest || isKnown(id, own)) continue;
    templates.push({ id, kind, length: own.length });
    tokens.push(...own);
    flags.push(...markVariable(own, (rule) => idsOf(scan(rule).hashes), 1, copyrightAt));
  }
  return {
    version: shortHash(tokens.join(","), flags.join(",")).slice(0, 8),
    templates,
    vocabulary,
    aliases: Uint32Array.from(
      [...standsFor].flatMap(([other, first]) => (idOf.has(first) && !idOf.has(other) ? [other, idOf.get(first) ?? 0] : [])),
    ),
    weights: weightsOf(vocabulary.length, idOf),
    tokens: Uint16Array.from(tokens),
    flags: Uint8Array.from(flags),
    ...findGrams(templates, tokens, flags),
  };
}

/** Frequent words first: small numbers compress well. 0 is "unknown", 1 a placeholder. */
function vocabularyOf(texts: readonly Scanned[]): Uint32Array {
  const frequency = new Map<number, number>();
  for (const { hashes } of texts) for (const hash of hashes) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
  frequency.delete(placeholderHash);
  const byFrequency = [...frequency].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([hash]) => hash);
  if (byFrequency.length > 65_000) throw new Error("the vocabulary outgrew 16 bits");
  return Uint32Array.from([0, placeholderHash, ...byFrequency]);
}

function weightsOf(size: number, idOf: ReadonlyMap<number, number>): Uint8Array {
  const weights = new Uint8Array(size).fill(10);
  const weigh = (list: string, weight: number): void => {
    for (const word of list.split(" ")) weights[idOf.get(hashOf(word)) ?? 0] = weight;
  };
  weigh(lightWords, 5);
  weigh(heavyWords, 20);
  return weights;
}

/**
 * Says whether a wording was there before, or another one of the same licence with nearly all of its runs of four words: comparing forgives such
 * differences, a second copy only costs time.
 */
function rememberWordings(): (id: string, tokens: readonly number[]) => boolean {
  const seen = new Set<string>();
  const gramsById = new Map<string, ReadonlySet<string>>();
  return (id, tokens) => {
    const key = tokens.join(",");
    if (seen.has(key)) return true;
    seen.add(key);
    const own = new Set(tokens.slice(3).map((token, at) => [tokens[at], tokens[at + 1], tokens[at + 2], token].join(" ")));
    const known = gramsById.get(id);
    gramsById.set(id, own);
    if (!known || own.size <= 60) return false;
    const shared = [...own].filter((gram) => known.has(gram)).length;
    return shared > 0.97 * own.size && own.size > 0.97 * known.size;
  };
}
