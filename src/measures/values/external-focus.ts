// K-25: our commits in projects of others, divided by all our commits in public; projects that were touched as the second figure.
import type { Figure, Formula } from "./types.ts";

export const externalFocus: Formula = {
  measure: "contribution.external-focus",
  compute({ publicWork }): readonly Figure[] {
    const subject = "organization";
    if (!publicWork) return [{ subject, value: null, reason: "no-source" }];
    const { outside, inside, projects } = publicWork;
    const of = outside + inside;
    if (of === 0) return [{ subject, value: null, of, reason: "nothing-to-measure" }];
    return [{ subject, value: outside / of, of, detail: { projects }, estimate: true }];
  },
};
