// K-41: findings that stand, by product and outcome; and how many of them are as old as key results ask, where a baseline tells since when they are there.
import { outcomes, type Strategy } from "#program";
import { inUnit, parseQuantity } from "../progress/quantity.ts";
import { subjectOf } from "./by-product.ts";
import type { Formula, MeasuredFinding } from "./types.ts";

const DAY = 86_400_000;
const MEASURE = "compliance.open-findings";

export const openFindings: Formula = {
  measure: MEASURE,
  compute(input) {
    const { judged } = input;
    if (!judged) return [];
    const ages = agesAsked(input.strategy);
    return ["", ...input.products.map(({ id }) => id)].map((product) => {
      const here = product === "" ? judged.findings : judged.findings.filter((finding) => finding.product === product);
      const open = here.filter(({ counts }) => counts);
      const old = ages.map((age) => [olderKey(age), olderThan(age, here, judged.baseline, input.now)] as const);
      return { subject: subjectOf(product), value: open.length, detail: { ...byOutcome(open), ...Object.fromEntries(old) } };
    });
  },
};

/** Under what the count of those that are at least so old stands beside the figure. */
export function olderKey(age: string): string {
  return `older-${age}`;
}

/** The ages for which key results of this measure ask. */
export function agesAsked(strategy: Pick<Strategy, "objectives"> | undefined): readonly string[] {
  const asked = (strategy?.objectives ?? []).flatMap(({ keyResults }) => keyResults);
  return [
    ...new Set(asked.flatMap(({ measure, age }) => (age !== undefined && (measure === MEASURE || measure === "K-41") ? [age] : []))),
  ].sort();
}

/** What was first seen at this moment (milliseconds) or before is at least so old; undefined where the age is none. */
export function limitOf(age: string, now: string): number | undefined {
  const quantity = parseQuantity(age);
  const days = quantity && inUnit(quantity, "days");
  return days === undefined ? undefined : Date.parse(now) - days * DAY;
}

/** Null where one could be that old and nobody knows: without a baseline, or where the baseline is younger than the age and does not know the finding. */
function olderThan(age: string, findings: readonly MeasuredFinding[], baseline: string | undefined, now: string): number | null {
  const standing = findings.filter(({ stands, counts }) => stands ?? counts);
  if (standing.length === 0) return 0;
  const limit = limitOf(age, now);
  if (limit === undefined || baseline === undefined) return null;
  const unsure = Date.parse(baseline) < limit && standing.some(({ firstSeen }) => firstSeen === undefined);
  const old = standing.filter(({ firstSeen }) => firstSeen !== undefined && Date.parse(firstSeen) <= limit).length;
  return unsure && old === 0 ? null : old;
}

function byOutcome(findings: readonly MeasuredFinding[]): Record<string, number> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, findings.filter((finding) => finding.outcome === outcome).length]));
}
