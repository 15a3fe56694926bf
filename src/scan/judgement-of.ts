// From what the rules found to the judgement that a case waits for.
import type { Judgement } from "#decisions";
import type { Finding, Verdict } from "#policy";

/** From the best to what is asked for most loudly; not knowing comes before a denial, and after everything that is allowed. */
const order = ["allow", "warn", "unknown", "review", "deny"] as const;

export function judgementOf(
  { verdicts, findings }: { readonly verdicts: readonly Verdict[]; readonly findings: readonly Finding[] },
  policy: string,
): Judgement {
  const outcomes = verdicts.map(({ outcome }) => (outcome === "not-applicable" ? "unknown" : outcome));
  const speaking = findings.filter(({ outcome, waiver, mode }) => mode === "enforce" && outcome !== "allow" && (!waiver || waiver.expired));
  return {
    outcome: outcomes.reduce<(typeof order)[number]>(
      (worst, each) => (order.indexOf(each) > order.indexOf(worst) ? each : worst),
      outcomes.length > 0 ? "allow" : "unknown",
    ),
    lanes: [...new Set(speaking.flatMap(({ lane }) => lane ?? []))].sort(),
    findings: [...new Map(speaking.map(({ rule, area }) => [rule, { rule, area }])).values()],
    because: [...new Set((speaking.length > 0 ? speaking : findings).map(({ rule }) => rule))].sort(),
    policy,
  };
}
