// Writes index.generated.bin: node src/facts/licenses/identify/generate/main.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { licenseIds, shortHash } from "#kit";
import { heavyWords, lightWords } from "../curated/word-weights.ts";
import { equalWords } from "../index/equal-words.ts";
import { encodeIndex, type TemplateRow } from "../index/format.ts";
import { findGrams } from "../index/grams.ts";
import { emptyWords, hashOf, placeholderHash, scanWords } from "../index/words.ts";
import { collectTexts } from "./collect.ts";
import { markVariable } from "./mark.ts";

const encoder = new TextEncoder();
const words = emptyWords();

/** Shortest text worth an entry of its own; below, everything looks like it. */
const shortest = 9;

const standsFor = new Map<number, number>();
for (const line of equalWords) {
  const [first = "", ...others] = line.split(" ");
  for (const other of others) standsFor.set(hashOf(other), hashOf(first));
}

function hashesOf(text: string): { readonly hashes: number[]; readonly copyrightAt: number } {
  scanWords(encoder.encode(text), words);
  return {
    hashes: Array.from(words.hashes.subarray(0, words.count), (hash) => standsFor.get(hash) ?? hash),
    copyrightAt: words.copyrightAt,
  };
}

const texts = collectTexts().map((source) => ({ ...source, ...hashesOf(source.text) }));
const frequency = new Map<number, number>();
for (const { hashes } of texts) for (const hash of hashes) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
frequency.delete(placeholderHash);
const byFrequency = [...frequency].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([hash]) => hash);
const vocabulary = Uint32Array.from([0, placeholderHash, ...byFrequency]);
if (vocabulary.length > 65_535) throw new Error("the vocabulary outgrew 16 bits");
const idOf = new Map(Array.from(vocabulary, (hash, id) => [hash, id] as const));
const weights = new Uint8Array(vocabulary.length).fill(10);
const weigh = (list: string, weight: number): void => {
  for (const word of list.split(" ")) weights[idOf.get(hashOf(word)) ?? 0] = weight;
};
weigh(lightWords, 5);
weigh(heavyWords, 20);
const aliases = [...standsFor].flatMap(([other, first]) => (idOf.has(first) && !idOf.has(other) ? [other, idOf.get(first) ?? 0] : []));
const idsOf = (text: string): number[] => hashesOf(text).hashes.map((hash) => idOf.get(hash) ?? 0);

const gramsById = new Map<string, Set<string>>();

/** Whether another wording of the same licence has nearly all of this one's runs of four words: comparing forgives such differences, a second copy only costs time. */
function isNearlyKnown(id: string, tokens: readonly number[]): boolean {
  const own = new Set(tokens.slice(3).map((token, at) => [tokens[at], tokens[at + 1], tokens[at + 2], token].join(" ")));
  const known = gramsById.get(id);
  if (known && own.size > 60) {
    const shared = [...own].filter((gram) => known.has(gram)).length;
    if (shared > 0.97 * own.size && own.size > 0.97 * known.size) return true;
  }
  gramsById.set(id, own);
  return false;
}

const templates: TemplateRow[] = [];
const tokens: number[] = [];
const flags: number[] = [];
const seen = new Set<string>();
for (const { id, kind, hashes, copyrightAt } of texts) {
  if (hashes.length < shortest) continue;
  const own = hashes.map((hash) => idOf.get(hash) ?? 0);
  const key = own.join(",");
  if (seen.has(key) || isNearlyKnown(id, own)) continue;
  seen.add(key);
  templates.push({ id, kind, length: own.length });
  tokens.push(...own);
  flags.push(...markVariable(own, idsOf, 1, copyrightAt));
}
const version = shortHash(tokens.join(","), flags.join(",")).slice(0, 8);
const bytes = encodeIndex({
  version,
  templates,
  vocabulary,
  aliases: Uint32Array.from(aliases),
  weights,
  tokens: Uint16Array.from(tokens),
  flags: Uint8Array.from(flags),
  ...findGrams(templates, tokens, flags),
});
writeFileSync(join(import.meta.dirname, "..", "index.generated.bin"), bytes);
const missing = licenseIds("active").filter((id) => !templates.some((template) => template.id === id));
process.stdout.write(
  `${templates.length} texts, ${vocabulary.length} words, ${tokens.length} tokens, ${bytes.length} bytes; ids without a text of their own: ${missing.length}\n${missing.join(" ")}\n`,
);
