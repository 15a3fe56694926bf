// K-50: mean agreement over the four statements on culture, of each team of which five or more answered, and of all together.
import type { Figure, Formula } from "./types.ts";

export const surveyIndex: Formula = {
  measure: "culture.survey-index",
  compute: ({ culture = [] }) =>
    culture.map(({ subject, all }): Figure => {
      if (!all) return { subject, value: null, reason: "group-too-small" };
      const detail = Object.fromEntries(Object.entries(all.agreement).sort(([a], [b]) => (a < b ? -1 : 1)));
      return all.index === null
        ? { subject, value: null, of: all.answers, reason: "not-enough-data", detail }
        : { subject, value: all.index, of: all.answers, detail };
    }),
};
