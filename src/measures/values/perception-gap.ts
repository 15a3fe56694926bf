// K-60: measured level minus said level, by key and role, of those products and teams of which five or more answered. The value is the median over the keys.
import { median } from "#kit";
import type { SurveyGroup, SurveyResult } from "../survey/index.ts";
import type { Figure, Formula } from "./types.ts";

export const perceptionGap: Formula = {
  measure: "executive.perception-gap",
  compute: ({ surveys = [] }) => surveys.filter(({ subject }) => subject !== "organization").map(gapOf),
};

function gapOf({ subject, all, byRole }: SurveyResult): Figure {
  if (!all) return { subject, value: null, reason: "group-too-small" };
  const value = median(Object.values(all.gaps));
  const roles = Object.entries(byRole ?? {}).flatMap(([role, group]) => named(group, `${role}.`));
  const detail = Object.fromEntries([...named(all, ""), ...roles].sort(([a], [b]) => (a < b ? -1 : 1)));
  return value === undefined ? { subject, value: null, of: all.answers, reason: "no-source" } : { subject, value, of: all.answers, detail };
}

function named({ gaps }: SurveyGroup, prefix: string): [string, number][] {
  return Object.entries(gaps).map(([key, gap]) => [prefix + key, gap]);
}
