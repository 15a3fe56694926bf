// Small numbers in the tables for what is a word everywhere else. The order is kept for ever: it stands in databases.
import type { Verdict } from "#policy";
import type { ResultUse } from "#scan";

export const scopes = ["production", "development", "optional"] as const satisfies readonly ResultUse["scope"][];

/** From best to worst, so that the worst come first when sorted downwards. */
export const outcomeCodes = [
  "not-applicable",
  "allow",
  "unknown",
  "warn",
  "review",
  "deny",
] as const satisfies readonly Verdict["outcome"][];

export type StoredOutcome = (typeof outcomeCodes)[number];

export function outcomeCode(outcome: StoredOutcome): number {
  return outcomeCodes.indexOf(outcome);
}

export function outcomeOf(code: number): StoredOutcome {
  return outcomeCodes[code] ?? "unknown";
}
