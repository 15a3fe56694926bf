// How few make at least half: the contributor absence factor over people, the elephant factor over organisations.

/**
 * Smallest number of contributors who together hold at least half of all contributions (CHAOSS contributor absence factor, by its formula: 1000, 202, 90,
 * 33, 332, 343, 42, 433 gives 2). Undefined where nobody contributed anything; counts of 0 and below do not matter.
 */
export function leastHalf(counts: Iterable<number>): number | undefined {
  const sorted = [...counts].filter((count) => count > 0).sort((a, b) => b - a);
  const half = sorted.reduce((sum, count) => sum + count, 0) / 2;
  let held = 0;
  for (const [at, count] of sorted.entries()) {
    held += count;
    if (held >= half) return at + 1;
  }
  return undefined;
}
