// K-34: fewest organisations whose people make half of the contributions, by repository. Who stands for no known organisation is beside it.
import { aboutPeople } from "./by-community.ts";
import type { Formula } from "./types.ts";

export const elephantFactor: Formula = {
  measure: "project.elephant-factor",
  compute: (input) =>
    aboutPeople(input, ({ organizations: { elephantFactor: value, count, largestShare, unaffiliatedShare } }) => ({
      value,
      of: count,
      ...(value === null ? { reason: "no-source" } : {}),
      detail: { largestShare, unaffiliatedShare },
    })),
};
