// K-38: published repositories in which no person did anything for a year. What is archived only a forge knows: these count until it is asked.
import { share } from "./by-product.ts";
import type { Formula } from "./types.ts";

export const inactiveShare: Formula = {
  measure: "project.inactive-share",
  compute(input) {
    const open = input.repositories.filter(({ community, published }) => community && published);
    return [share("organization", open.filter(({ community }) => community?.activity.contributions === 0).length, open.length)];
  },
};
