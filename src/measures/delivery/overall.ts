// One label for four figures: no report has a formula for it. Ours is the worst of the levels that are known, of three or more; never an average.
import { type Level, levels } from "./bands.ts";
import type { Rating } from "./level.ts";

const LEAST = 3;

/** Undefined with fewer than three levels. What several levels share counts as the best of them: it can deny, not condemn. */
export function overallLevel(ratings: readonly (Rating | undefined)[]): Level | undefined {
  const known = ratings.flatMap((rating) => rating?.level ?? rating?.levels?.[0] ?? []);
  if (known.length < LEAST) return undefined;
  return levels.findLast((level) => known.includes(level));
}
