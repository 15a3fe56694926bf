// Runs of four words ("grams"): long enough to be selective, short enough to survive a changed word nearby. Found when generating, looked up when running.
import type { IndexData, TemplateRow } from "./format.ts";

export const gramSize = 4;

/** Of texts with this many words and more, one gram in four (sixteen) is kept. */
const long = 500;
const veryLong = 2500;

export function hashGram(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ d;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** First token of each template; one more at the end. */
export function offsetsOf(templates: readonly TemplateRow[]): Uint32Array {
  const offsets = new Uint32Array(templates.length + 1);
  templates.forEach(({ length }, template) => {
    offsets[template + 1] = (offsets[template] as number) + length;
  });
  return offsets;
}

/**
 * The grams of all templates. Those that hold a placeholder or a variable word, or cross the end of a text, are none. Of grams that many texts share
 * (a whole family's wording) only a part is kept: they tell little apart and would cost most of the time.
 */
export function findGrams(
  templates: readonly TemplateRow[],
  tokens: readonly number[],
  flags: readonly number[],
): Pick<IndexData, "gramSizes" | "places" | "gramCounts"> {
  const offsets = offsetsOf(templates);
  const grams = new Map<string, { readonly hash: number; readonly places: number[] }>();
  templates.forEach(({ length }, template) => {
    const pick = length >= veryLong ? 15 : length >= long ? 3 : 0;
    const from = offsets[template] as number;
    for (let at = from; at + gramSize <= from + length; at++) {
      const gram = tokens.slice(at, at + gramSize);
      if (gram.some((token, index) => token < 2 || ((flags[at + index] as number) & 1) !== 0)) continue;
      const [a = 0, b = 0, c = 0, d = 0] = gram;
      const hash = hashGram(a, b, c, d);
      if (((hash >>> 20) & pick) !== 0) continue;
      const key = gram.join(" ");
      const known = grams.get(key);
      if (known) known.places.push(at);
      else grams.set(key, { hash, places: [at] });
    }
  });
  const kept = [...grams.values()].filter(
    ({ hash, places }) => ((hash >>> 14) & (places.length > 60 ? 7 : places.length > 30 ? 3 : places.length > 15 ? 1 : 0)) === 0,
  );
  const gramCounts = new Uint32Array(templates.length);
  const templateAt = templates.flatMap(({ length }, template) => Array.from({ length }, () => template));
  for (const { places } of kept)
    for (const at of places) gramCounts[templateAt[at] as number] = (gramCounts[templateAt[at] as number] as number) + 1;
  return {
    gramSizes: Uint16Array.from(kept, ({ places }) => places.length),
    places: Uint32Array.from(kept.flatMap(({ places }) => places)),
    gramCounts,
  };
}
