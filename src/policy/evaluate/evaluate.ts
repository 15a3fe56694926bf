// All rules over all subjects, in one pass: what is the same is judged once, what was judged is joined by subject.
import type { Subject } from "#facts";
import { compareText, type SubjectKind } from "#kit";
import { policyAreas, type Program, type RecordEntry } from "#program";
import type { Agreements } from "../expression/part.ts";
import { choiceTable } from "../licenses/branch.ts";
import { effectiveLicenses, withEffectiveLicense } from "../licenses/effective.ts";
import { type LicenseLookup, shippedFacts, withCategories } from "../licenses/license-facts.ts";
import type { Finding, RuleTally, Verdict } from "../types.ts";
import { attestationsIn } from "./attestations.ts";
import { Drafts } from "./drafts.ts";
import { FindingBases } from "./finding-of.ts";
import { KindJudge } from "./kind-judge.ts";
import { Profiles } from "./profiles.ts";
import { type ActiveRule, prepareRules, type RuleSet } from "./rules.ts";
import { SubjectTable } from "./subject-table.ts";
import { staleCurations } from "./stale-curations.ts";
import type { Sources } from "./subject-reader.ts";
import { verdictOf } from "./verdicts.ts";
import { waiverLookup } from "./waivers.ts";

/** What later rooms keep and rules may ask. */
export interface Registers {
  readonly agreements?: Agreements;
}

export interface EvaluateOptions {
  /** ISO 8601: the moment for which the run answers. */
  readonly now: string;
  /** Attestations and waivers; the program's own where absent. */
  readonly records?: readonly RecordEntry[];
  readonly registers?: Registers;
  /** Facts of a licence atom; the shipped knowledge where absent. Categories of licenses.yaml are laid over it. */
  readonly licenseFacts?: LicenseLookup;
  /** Measures by subject id and measure id. */
  readonly measure?: (subject: string, id: string) => number | undefined;
  /** Findings for permissions, too: why something is allowed. A million uses have a million of them; off where absent. */
  readonly permissions?: boolean;
  /** For examples of this rule: every rule speaks whatever its state, and only this one says what it does not know. */
  readonly exampleOf?: string;
}

export interface Evaluation {
  /** By area, rule, subject. */
  readonly findings: readonly Finding[];
  /** One for each subject, by kind and id. */
  readonly verdicts: readonly Verdict[];
  /** One for each rule of the program, in its order. */
  readonly tallies: readonly RuleTally[];
}

/** Judges every subject by every rule about its kind. Throws AllmendError where a rule cannot be compiled. */
export function evaluatePolicies(program: Program, subjects: Iterable<Subject>, options: EvaluateOptions): Evaluation {
  const rules = prepareRules(program, options);
  const records = options.records ?? program.records;
  const judges = judgesFor(program, rules, records, options);
  const waiverFor = waiverLookup(program, records, options.now);
  const bases = new FindingBases(program);
  const stale = staleCurations(program);
  const [table, drafts, profiles] = [new SubjectTable(), new Drafts(), new Profiles()];
  for (const subject of subjects) {
    const judge = judges.get(subject.kind);
    const number = table.numberOf(subject);
    if (!judge) continue;
    const judgement = judge.judgementOf(subject);
    const profile = profiles.of(judgement);
    table.add(number, table.profile(number) < 0 ? profile : profiles.merge(table.profile(number), profile), judgement.allowed);
    for (const answer of judgement.answers) {
      if (answer.outcome === "allow" && !options.permissions) continue;
      const base = bases.of(answer, judgement);
      drafts.add(number, subject, base, answer.outcome === "allow" ? undefined : waiverFor(base.rule, subject));
    }
    const changed = subject.kind === "usage" ? stale(subject) : undefined;
    if (changed) drafts.add(number, subject, changed, waiverFor(changed.rule, subject));
  }
  return collect(rules, table, drafts, profiles);
}

function judgesFor(
  program: Program,
  rules: RuleSet,
  records: readonly RecordEntry[],
  options: EvaluateOptions,
): Map<SubjectKind, KindJudge> {
  const sources: Sources = {
    parameters: program.organization.parameters,
    attested: attestationsIn(records, options.now),
    measure: options.measure ?? (() => undefined),
    agreements: options.registers?.agreements,
    overrides: new Map([["component", withEffectiveLicense(effectiveLicenses(program.licenses))]]),
  };
  const lookup = withCategories(program.licenses.categories, options.licenseFacts ?? shippedFacts);
  const judging = { sources, lookup, choices: choiceTable(program.licenses.choices), now: Date.parse(options.now) };
  return new Map([...rules.units].map(([kind, units]) => [kind, new KindJudge(kind, units, judging)]));
}

function collect(rules: RuleSet, table: SubjectTable, drafts: Drafts, profiles: Profiles): Evaluation {
  const ruleOrder = new Map(rules.all.map((rule, index) => [rule.id, index]));
  const findings: Finding[] = [];
  const verdicts: Verdict[] = [];
  for (const number of table.inOrder()) {
    const { kind, id } = table.subject(number);
    const own = drafts.findingsOf(number, kind, id).sort((a, b) => compareFindings(a, b, ruleOrder));
    verdicts.push(verdictOf(id, own, table.allowed(number)));
    for (const finding of own) findings.push(finding);
  }
  const active = new Map(
    [...rules.units.values()].flat().flatMap((unit) => unit.rules.map((rule): [number, ActiveRule] => [rule.index, rule])),
  );
  return {
    findings: byRule(findings, ruleOrder),
    verdicts,
    tallies: profiles.tally(rules.all, active, table.countProfiles()),
  };
}

function compareFindings(a: Finding, b: Finding, ruleOrder: ReadonlyMap<string, number>): number {
  return (
    policyAreas.indexOf(a.area) - policyAreas.indexOf(b.area) ||
    (ruleOrder.get(a.rule) ?? Number.MAX_SAFE_INTEGER) - (ruleOrder.get(b.rule) ?? Number.MAX_SAFE_INTEGER) ||
    compareText(a.rule, b.rule)
  );
}

/** Grouped by rule; inside a group the order of subjects stays. */
function byRule(findings: readonly Finding[], ruleOrder: ReadonlyMap<string, number>): Finding[] {
  const groups = Map.groupBy(findings, ({ area, rule, mode }) => `${area} ${rule} ${mode}`);
  return [...groups.values()].sort((a, b) => compareFindings(a[0] as Finding, b[0] as Finding, ruleOrder)).flat();
}
