// From what the rules found to the judgement that a case waits for.
import type { Judgement } from "#decisions";
import { compareText } from "#kit";
import type { Finding, Verdict } from "#policy";

/** From the best to what is asked for most loudly; not knowing comes before a denial, and after everything that is allowed. */
const order = ["allow", "warn", "unknown", "review", "deny"] as const;

export function judgementOf(
  { verdicts, findings }: { readonly verdicts: readonly Verdict[]; readonly findings: readonly Finding[] },
  policy: string,
): Judgement {
  const outcomes = verdicts.map(({ outcome }) => (outcome === "not-applicable" ? "unknown" : outcome));
  const speaking = findings.filter(({ outcome, waiver, mode }) => mode === "enforce" && outcome !== "allow" && (!waiver || waiver.expired));
  const outcome = outcomes.reduce<(typeof order)[number]>(
    (worst, each) => (order.indexOf(each) > order.indexOf(worst) ? each : worst),
    outcomes.length > 0 ? "allow" : "unknown",
  );
  return {
    outcome,
    lanes: [...new Set(speaking.flatMap(({ lane }) => lane ?? []))].sort(),
    findings: [...new Map(speaking.map(({ rule, area }) => [rule, { rule, area }])).values()],
    because: reasons(outcome, speaking, findings),
    policy,
  };
}

/** The rules that make it so before those that only remark on it: what allows stands first in a yes, what asks most loudly in everything else. */
function reasons(outcome: (typeof order)[number], speaking: readonly Finding[], all: readonly Finding[]): readonly string[] {
  const yes = outcome === "allow" || outcome === "warn";
  const told = yes ? [...all.filter((each) => each.outcome === "allow"), ...speaking] : speaking;
  const sign = yes ? 1 : -1;
  const sorted = (told.length > 0 ? told : all).toSorted((a, b) => sign * (rank(a) - rank(b)) || compareText(a.rule, b.rule));
  return [...new Set(sorted.map(({ rule }) => rule))];
}

function rank({ outcome }: Finding): number {
  return order.findIndex((each) => each === outcome);
}
