// The layers of a community by how much they contribute: a few do most, many do a little. Sizes of layers, never places of people.

export interface Onion {
  readonly core: number;
  readonly regular: number;
  readonly casual: number;
}

const CORE = 0.8;
const REGULAR = 0.95;

/**
 * People in layers: with the contributions sorted, core is whose *preceding* share of all is under 80 %, regular under 95 %, casual the rest. (cereslib counts the
 * share including the person, so that a sole maintainer is "casual" there.)
 */
export function onionOf(counts: Iterable<number>): Onion {
  const sorted = [...counts].filter((count) => count > 0).sort((a, b) => b - a);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  const layers = { core: 0, regular: 0, casual: 0 };
  let before = 0;
  for (const count of sorted) {
    const share = before / total;
    layers[share < CORE ? "core" : share < REGULAR ? "regular" : "casual"] += 1;
    before += count;
  }
  return layers;
}
