// The sum for a subject: the worst of what counts. `allow` only where a rule says so and nothing worse applies.
import type { Finding, Verdict } from "../types.ts";
import { counts } from "./drafts.ts";
import { severity } from "./speak.ts";

const none: readonly string[] = [];

/** `allowed`: a permission covers all uses of the subject. */
export function verdictOf(subject: string, findings: readonly Finding[], allowed: boolean): Verdict {
  if (findings.length === 0)
    return allowed
      ? { subject, outcome: "allow", counts: "allow", findings: none }
      : { subject, outcome: "not-applicable", findings: none };
  const ids = findings.map(({ id }) => id);
  const counting = findings.filter((finding) => counts(finding) && finding.outcome !== "allow");
  if (counting.length === 0) {
    const accepted = findings.some((finding) => finding.mode === "enforce" && finding.waiver !== undefined);
    const outcome = allowed || accepted ? "allow" : "not-applicable";
    return outcome === "allow" ? { subject, outcome, counts: outcome, findings: ids } : { subject, outcome, findings: ids };
  }
  const worst = counting.reduce((a, b) => (severity(b.outcome) > severity(a.outcome) ? b : a)).outcome;
  const known = counting.some(({ outcome, because }) => outcome === worst && because !== "unknown" && because !== "attestation");
  return { subject, outcome: known ? worst : "unknown", counts: worst, findings: ids };
}
