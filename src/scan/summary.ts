// What a manager wants summed up: what we use, under which licences, what is denied, to review, unknown, and what to do first.
import { compareText } from "#kit";
import { counts, type Finding, type LicenseLookup, type RuleTally, shippedFacts, type Verdict, withCategories } from "#policy";
import { type Outcome, outcomes, policyAreas, type Program } from "#program";
import { strengthOf } from "./license-strength.ts";
import type { AreaSummary, ResultComponent, ResultUse, Summary } from "./result.ts";
import { firstThings } from "./to-do.ts";
import { isUnanswered } from "./uncollected.ts";

export interface SummaryInput {
  readonly program: Program;
  readonly components: readonly ResultComponent[];
  readonly uses: readonly ResultUse[];
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly rules: readonly RuleTally[];
  readonly failOn: Outcome;
}

export function summarise(input: SummaryInput): Summary {
  // Against a baseline only what is new or overdue is shown; what is known has an owner and a date already.
  const counting = input.findings.filter((finding) => counts(finding) && finding.age !== "known");
  return {
    uses: usesByOutcome(input),
    findings: countOutcomes(counting),
    licenses: licensesInUse(input.components, withCategories(input.program.licenses.categories, shippedFacts)),
    ecosystems: ecosystems(input.components),
    areas: areaSummaries(input, counting),
    // What a baseline knows has its day; what to do first is what is new or overdue.
    toDo: firstThings(counting.filter((finding) => finding.age !== "known")),
    gate: { failOn: input.failOn, failing: counting.filter((finding) => fails(finding, input.failOn)).length },
  };
}

/** Whether a finding that counts fails a gate: bad enough, and new or overdue where there is a baseline. */
function fails(finding: Finding, failOn: Outcome): boolean {
  return outcomes.indexOf(finding.outcome) >= outcomes.indexOf(failOn) && finding.age !== "known";
}

function countOutcomes(findings: readonly Finding[]): Record<Outcome, number> {
  const totals: Record<Outcome, number> = { allow: 0, warn: 0, review: 0, deny: 0 };
  for (const finding of findings) totals[finding.outcome]++;
  return totals;
}

function usesByOutcome(input: SummaryInput): Summary["uses"] {
  const totals = { allow: 0, warn: 0, review: 0, deny: 0, unknown: 0, waived: 0 };
  const waived = new Set(
    input.findings.filter((finding) => finding.waiver && !finding.waiver.expired).map((finding) => finding.subject.id),
  );
  for (const verdict of input.verdicts) {
    if (!verdict.subject.startsWith("usage:")) continue;
    if (verdict.outcome === "not-applicable") continue;
    totals[verdict.outcome]++;
    if (waived.has(verdict.subject)) totals.waived++;
  }
  return totals;
}

function licensesInUse(components: readonly ResultComponent[], lookup: LicenseLookup): Summary["licenses"] {
  const found = new Map<string, number>();
  for (const component of components) {
    const license = component.license ?? "unknown";
    found.set(license, (found.get(license) ?? 0) + 1);
  }
  return [...found]
    .map(([license, count]) => ({ license, strength: strengthOf(license, lookup), components: count }))
    .sort((a, b) => b.components - a.components || compareText(a.license, b.license));
}

function ecosystems(components: readonly ResultComponent[]): Summary["ecosystems"] {
  const found = new Map<string, number>();
  for (const component of components) found.set(component.type, (found.get(component.type) ?? 0) + 1);
  return [...found]
    .map(([type, count]) => ({ type, components: count }))
    .sort((a, b) => b.components - a.components || compareText(a.type, b.type));
}

function areaSummaries(input: SummaryInput, counting: readonly Finding[]): AreaSummary[] {
  return policyAreas.map((area) => {
    const policy = input.program.policies.find((candidate) => candidate.area === area);
    const mine = counting.filter((finding) => finding.area === area);
    const tallies = input.rules.filter((tally) => tally.area === area);
    const answers = countOutcomes(mine);
    const unknown = tallies.filter(isUnanswered).length;
    const worst = outcomes.findLast((outcome) => answers[outcome] > 0);
    const answered = tallies.some((tally) => tally.matched + tally.notMatched > 0);
    return {
      area,
      state: policy?.state ?? "missing",
      rules: policy?.rules.length ?? 0,
      counts: answers,
      unknown,
      worst: worst ?? (answered ? "allow" : unknown > 0 ? "unknown" : "none"),
    };
  });
}
