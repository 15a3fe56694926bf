// Whether the policy lives in the build: of the uses whose licence nobody knows, those that fail the gate.
import { type Outcome, outcomes } from "#program";
import { share } from "./by-product.ts";
import type { Formula } from "./types.ts";

export const unknownLicenseStopped: Formula = {
  measure: "compliance.unknown-license-stopped",
  compute({ judged }) {
    if (!judged) return [];
    const worst = new Map<string, number>();
    for (const { unlicensed, outcome } of judged.findings)
      if (unlicensed !== undefined) worst.set(unlicensed, Math.max(worst.get(unlicensed) ?? 0, rank(outcome)));
    return [share("organization", [...worst.values()].filter((outcome) => outcome >= rank(judged.failOn)).length, worst.size)];
  },
};

function rank(outcome: Outcome): number {
  return outcomes.indexOf(outcome);
}
