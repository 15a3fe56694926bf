// K-54: objectives whose key results are all met or on their line, of those that can be measured. It reads the other figures, and so comes after them.
import { share } from "../values/by-product.ts";
import type { Formula } from "../values/types.ts";
import { objectivesProgress } from "./objectives.ts";

export const objectivesOnTrack: Formula = {
  measure: "executive.objectives-on-track",
  compute(input, measures) {
    if (!input.strategy) return [];
    const states = objectivesProgress({ ...input, measures }).map(({ state }) => state);
    const [behind, met, onTrack, unknown] = (["behind", "met", "on-track", "unknown"] as const).map(
      (wanted) => states.filter((state) => state === wanted).length,
    ) as [number, number, number, number];
    return [share("organization", met + onTrack, met + onTrack + behind, { behind, met, onTrack, unknown })];
  },
};
