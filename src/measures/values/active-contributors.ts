// K-24: people of ours who contributed in public, divided by those who develop software with us. Seen are the clones that were given and our own published repositories.
import { SMALLEST_GROUP } from "../community/organizations.ts";
import type { Figure, Formula } from "./types.ts";

export const activeContributors: Formula = {
  measure: "contribution.active-share",
  compute({ publicWork, engineers }): readonly Figure[] {
    const subject = "organization";
    if (!publicWork || engineers === undefined) return [{ subject, value: null, reason: "no-source" }];
    const { people } = publicWork;
    // Of nobody it can be said; of one to four it would be said of them.
    const few = engineers < SMALLEST_GROUP || (people > 0 && people < SMALLEST_GROUP);
    if (few) return [{ subject, value: null, of: engineers, reason: "group-too-small" }];
    // Contractors and those who left in the year count above and not below.
    return [{ subject, value: Math.min(1, people / engineers), of: engineers, detail: { projects: publicWork.projects }, estimate: true }];
  },
};
