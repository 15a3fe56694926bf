// K-41: findings that stand, by product and outcome. How old they are only a server knows, or a baseline.
import { outcomes } from "#program";
import { subjectOf } from "./by-product.ts";
import type { Formula, MeasuredFinding } from "./types.ts";

export const openFindings: Formula = {
  measure: "compliance.open-findings",
  compute(input) {
    if (!input.judged) return [];
    const open = input.judged.findings.filter(({ counts }) => counts);
    return ["", ...input.products.map(({ id }) => id)].map((product) => {
      const here = product === "" ? open : open.filter((finding) => finding.product === product);
      return { subject: subjectOf(product), value: here.length, detail: byOutcome(here) };
    });
  },
};

function byOutcome(findings: readonly MeasuredFinding[]): Record<string, number> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, findings.filter((finding) => finding.outcome === outcome).length]));
}
