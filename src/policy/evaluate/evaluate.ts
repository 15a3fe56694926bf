// All rules over all subjects, in one pass: what is the same is judged once, what was judged is joined by subject.
import type { Subject } from "#facts";
import type { SubjectKind } from "#kit";
import { policyAreas, type Program, type RecordEntry } from "#program";
import type { Agreements } from "../expression/part.ts";
import { choiceTable } from "../licenses/branch.ts";
import { effectiveLicenses, withEffectiveLicense } from "../licenses/effective.ts";
import { type LicenseLookup, shippedFacts, withCategories } from "../licenses/license-facts.ts";
import type { Finding, RuleTally, Verdict } from "../types.ts";
import { attestationsIn } from "./attestations.ts";
import { Drafts } from "./drafts.ts";
import { type FindingBase, FindingBases } from "./finding-of.ts";
import type { Judgement } from "./judgement.ts";
import { KindJudge } from "./kind-judge.ts";
import { Profiles } from "./profiles.ts";
import { prepareRules, type RuleSet } from "./rules.ts";
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
  /** By area and rule; inside a rule as their subjects came. */
  readonly findings: readonly Finding[];
  /** One for each subject id, by kind, as they came. */
  readonly verdicts: readonly Verdict[];
  /** One for each rule of the program, in its order. */
  readonly tallies: readonly RuleTally[];
}

/** Judges every subject by every rule about its kind. Throws AllmendError where a rule cannot be compiled. */
export function evaluatePolicies(program: Program, subjects: Iterable<Subject>, options: EvaluateOptions): Evaluation {
  const rules = prepareRules(program, options);
  const records = options.records ?? program.records;
  const waiverFor = waiverLookup(program, records, options.now);
  const stale = staleCurations(program);
  const [table, drafts, profiles] = [new SubjectTable(), new Drafts(), new Profiles()];
  const conclude = concluder(new FindingBases(program), profiles, options.permissions === true);
  const judgeOf = judgesFor(program, rules, records, options, conclude);
  for (const subject of subjects) {
    const judge = judgeOf(subject.kind);
    const number = table.numberOf(subject);
    if (!judge) continue;
    const { profile, bases, allowed } = judge.conclusionFor(subject);
    const before = table.profile(number);
    table.add(number, before < 0 ? profile : profiles.merge(before, profile), allowed);
    for (const base of bases) drafts.add(number, subject, base, base.outcome === "allow" ? undefined : waiverFor(base.rule, subject));
    const changed = subject.kind === "usage" ? stale(subject) : undefined;
    if (changed) drafts.add(number, subject, changed, waiverFor(changed.rule, subject));
  }
  return collect(rules, table, drafts, profiles);
}

/** What follows from a judgement for each subject that has it. */
interface Conclusion {
  readonly profile: number;
  readonly bases: readonly FindingBase[];
  readonly allowed: boolean;
}

function concluder(bases: FindingBases, profiles: Profiles, permissions: boolean): (judgement: Judgement) => Conclusion {
  return (judgement) => {
    const told = judgement.answers.filter((answer) => permissions || answer.outcome !== "allow");
    return { profile: profiles.of(judgement), bases: told.map((answer) => bases.of(answer, judgement)), allowed: judgement.allowed };
  };
}

/** A judge for each kind of subject that comes up: a question about one use pays for no other kind. */
function judgesFor(
  program: Program,
  rules: RuleSet,
  records: readonly RecordEntry[],
  options: EvaluateOptions,
  conclude: (judgement: Judgement) => Conclusion,
): (kind: SubjectKind) => KindJudge<Conclusion> | undefined {
  const sources: Sources = {
    parameters: program.organization.parameters,
    attested: attestationsIn(records, options.now),
    measure: options.measure ?? (() => undefined),
    agreements: options.registers?.agreements,
    overrides: new Map([["component", withEffectiveLicense(effectiveLicenses(program.licenses))]]),
  };
  const lookup = withCategories(program.licenses.categories, options.licenseFacts ?? shippedFacts);
  const judging = { sources, lookup, choices: choiceTable(program.licenses.choices), now: Date.parse(options.now) };
  const made = new Map<SubjectKind, KindJudge<Conclusion>>();
  return (kind) => {
    const units = rules.units.get(kind);
    const judge = made.get(kind) ?? (units && new KindJudge(kind, units, judging, conclude));
    if (judge) made.set(kind, judge);
    return judge;
  };
}

function collect(rules: RuleSet, table: SubjectTable, drafts: Drafts, profiles: Profiles): Evaluation {
  const order = ruleOrder(rules);
  const byRule = new Map<number, Finding[]>();
  const verdicts: Verdict[] = [];
  for (const number of table.inOrder()) {
    const { kind, id } = table.subject(number);
    const drafted = drafts.findingsOf(number, kind, id);
    const own = drafted.length > 1 ? drafted.toSorted((a, b) => order(a) - order(b)) : drafted;
    verdicts.push(verdictOf(id, own, table.allowed(number)));
    for (const finding of own) {
      const list = byRule.get(order(finding));
      if (list) list.push(finding);
      else byRule.set(order(finding), [finding]);
    }
  }
  const active = new Set([...rules.units.values()].flat().flatMap((unit) => [...unit.rules].map((rule) => rule.index)));
  return {
    findings: [...byRule].sort(([a], [b]) => a - b).flatMap(([, list]) => list),
    verdicts,
    tallies: profiles.tally(rules.all, active, table.countProfiles()),
  };
}

/** By area, then as the rules stand in their document, then what no rule says. */
function ruleOrder(rules: RuleSet): (finding: Finding) => number {
  const places = new Map(rules.all.map((rule, index) => [rule.id, index]));
  const last = rules.all.length;
  return ({ area, rule, because }) => {
    const place = places.get(rule) ?? (because === "not-covered" ? last : last + 1);
    return policyAreas.indexOf(area) * (last + 2) + place;
  };
}
