// How a finding stands, as people read it: its outcome, and beside it what is not known, excepted, only tried out, or known already.
import { counts, type Finding } from "#policy";
import { outcomes } from "#program";
import type { ScanResult } from "#scan";

/**
 * The state that a finding is shown in. What is denied is denied, whatever the reason; everything else that hangs on something unknown is `unknown`;
 * `waived` and `shadow` do not count; `known` stands in the baseline and is not due.
 */
export const findingStates = ["deny", "review", "unknown", "warn", "known", "waived", "shadow"] as const;
export type FindingState = (typeof findingStates)[number];
/** States of what counts today. */
export type OpenState = "deny" | "review" | "unknown" | "warn";
export const openStates = ["deny", "review", "unknown", "warn"] as const;

export function stateOf(finding: Finding): FindingState {
  if (finding.waiver && !finding.waiver.expired) return "waived";
  if (finding.mode === "shadow") return "shadow";
  if (finding.age === "known") return "known";
  return openStateOf(finding);
}

/** The same without regard to a baseline, of a finding that counts or of a thing to do. */
export function openStateOf({ outcome, because }: Pick<Finding, "outcome" | "because">): OpenState {
  if (outcome === "deny") return "deny";
  if (because === "unknown" || because === "attestation") return "unknown";
  return outcome === "review" ? "review" : "warn";
}

/** Findings that a reader of this result should see: all but plain allows. */
export function shown(result: ScanResult): Finding[] {
  return result.findings.filter((finding) => finding.outcome !== "allow");
}

/** Findings that count, whatever the baseline says of them. */
export function openFindings(result: ScanResult): Finding[] {
  return result.findings.filter((finding) => finding.outcome !== "allow" && counts(finding));
}

/** Findings that somebody has to do something about now: those that count and are not known to a baseline. */
export function freshFindings(result: ScanResult): Finding[] {
  return openFindings(result).filter((finding) => finding.age !== "known");
}

/** Worst first: what counts before what does not, the worse before the milder, what is known before what is not. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const ranked = findings.map((finding, place) => ({ finding, place, rank: rankOf(finding) }));
  ranked.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return ranked.map(({ finding }) => finding);
}

function rankOf(finding: Finding): number {
  const state = stateOf(finding);
  const apart = state === "waived" || state === "shadow" || state === "known" ? findingStates.indexOf(state) * 100 : 0;
  const severity = outcomes.length - outcomes.indexOf(finding.outcome);
  return apart + severity * 10 + (openStateOf(finding) === "unknown" ? 1 : 0);
}

export type StateCounts = Record<OpenState, number>;

export function noCounts(): StateCounts {
  return { deny: 0, review: 0, unknown: 0, warn: 0 };
}

export function countStates(findings: Iterable<Finding>): StateCounts {
  const total = noCounts();
  for (const finding of findings) total[openStateOf(finding)]++;
  return total;
}

export function worstState(total: StateCounts): OpenState | undefined {
  return openStates.find((state) => total[state] > 0);
}
