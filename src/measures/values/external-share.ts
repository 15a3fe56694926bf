// K-35: contributions by people who are not ours, by repository.
import { aboutPeople } from "./by-community.ts";
import type { Formula } from "./types.ts";

export const externalShare: Formula = {
  measure: "project.external-share",
  compute: (input) =>
    aboutPeople(input, ({ organizations: { oursShare, unaffiliatedShare } }, contributions) => ({
      value: oursShare === null ? null : 1 - oursShare,
      of: contributions,
      ...(oursShare === null ? { reason: "no-source" } : {}),
      detail: { unaffiliatedShare },
    })),
};
