// Reliability as teams rate it themselves: of those who know of targets, how many say that they were met; for the organisation, services that met theirs.
import type { SurveyResult } from "../survey/index.ts";
import type { Figure, Formula } from "./types.ts";

export const reliability: Formula = {
  measure: "delivery.reliability",
  compute({ surveys = [] }) {
    const services = surveys.filter(({ subject }) => subject !== "organization");
    return services.length === 0 ? [] : [...services.map(serviceFigure), wholeFigure(services)];
  },
};

/** Answers that know of targets, and those that say they were met; undefined where fewer than five answered. */
function ratingOf({ all }: SurveyResult): { met: number; of: number } | undefined {
  const said = all?.said.reliability;
  if (!said) return undefined;
  const met = (said.exceeded ?? 0) + (said.met ?? 0);
  return { met, of: met + (said.missed ?? 0) };
}

function serviceFigure(result: SurveyResult): Figure {
  const { subject } = result;
  const rating = ratingOf(result);
  if (!rating) return { subject, value: null, reason: "group-too-small" };
  return rating.of === 0
    ? { subject, value: null, of: 0, reason: "nothing-to-measure" }
    : { subject, value: rating.met / rating.of, of: rating.of };
}

/** A service met its targets where more than half of those who know of them say so. */
function wholeFigure(results: readonly SurveyResult[]): Figure {
  const rated = results.map(ratingOf).filter((rating) => rating !== undefined && rating.of > 0);
  const met = rated.filter((rating) => rating !== undefined && rating.met * 2 > rating.of).length;
  const subject = "organization";
  return rated.length === 0
    ? { subject, value: null, of: 0, reason: "nothing-to-measure" }
    : { subject, value: met / rated.length, of: rated.length };
}
