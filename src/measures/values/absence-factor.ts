// K-33: fewest people who make half of the contributions, by repository.
import { aboutPeople } from "./by-community.ts";
import type { Formula } from "./types.ts";

export const absenceFactor: Formula = {
  measure: "project.absence-factor",
  compute: (input) =>
    aboutPeople(input, ({ absenceFactor: value, contributors, onion }) => ({ value, of: contributors.active, detail: { ...onion } })),
};
