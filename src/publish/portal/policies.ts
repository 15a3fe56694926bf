// The policies as pages: all of them at a glance, and one as it was written, each sentence with its rule's live state beside it.
import { type Language, localText, wordFor, wordsOf } from "#look";
import type { RuleTally } from "#policy";
import { type Policy, type PolicyArea, policyAreas, type Rule } from "#program";
import type { ScanResult } from "#scan";
import { acknowledgedBy } from "../shared/acknowledged.ts";
import { coverageOf } from "../reports/policies.ts";
import { remedyOf } from "../shared/rules.ts";
import { ruleStanding, type StandingLine } from "../shared/rule-standing.ts";
import { openStates, type StateCounts } from "../shared/states.ts";
import { wordsOfState } from "./state-words.ts";
import { openBy, type OpenCount } from "./open.ts";
import { partsOfPolicy } from "./policy-parts.ts";

export interface PolicyLine {
  readonly area: PolicyArea;
  readonly name: string;
  /** Absent where there is no policy for the area. */
  readonly title?: string;
  readonly state?: string;
  readonly owner?: string;
  readonly review?: string;
  readonly reviewOverdue: boolean;
  readonly pack?: string;
  readonly rules: number;
  /** Sentences that a rule checks, of those that bind. */
  readonly coverage?: { readonly covered: number; readonly all: number };
  readonly acknowledged: number;
  readonly acknowledgedByMe: boolean;
  readonly standing: readonly StandingLine[];
}

export interface RuleView {
  readonly id: string;
  readonly about: string;
  readonly when: string;
  readonly decide: { readonly outcome: string; readonly text: string };
  readonly unknown: { readonly outcome: string; readonly text: string };
  readonly lane?: string;
  readonly owner?: string;
  readonly source?: string;
  readonly remedy?: string;
  readonly pack?: string;
  readonly shadow: boolean;
  readonly examples: readonly { readonly given: string; readonly expect: string; readonly text: string }[];
  readonly standing: readonly StandingLine[];
}

export type PolicyPart = { readonly is: "prose"; readonly markdown: string } | { readonly is: "rule"; readonly rule: RuleView };

export interface PolicyPage extends PolicyLine {
  readonly approvedBy?: string;
  readonly inForce?: string;
  readonly serves: readonly { readonly id: string; readonly title: string }[];
  readonly parts: readonly PolicyPart[];
  readonly off: readonly { readonly rule: string; readonly because: string }[];
}

interface Asked {
  readonly result: ScanResult;
  readonly open: readonly OpenCount[];
  readonly language: Language;
  /** Who reads it. */
  readonly me: string;
}

export function policyLines(asked: Asked): readonly PolicyLine[] {
  const open = openBy(asked.open, "area");
  return policyAreas.map((area) => {
    const policy = asked.result.program.policies.find((one) => one.area === area);
    return policy ? lineOf(policy, open.get(area), asked) : missing(area, asked.language);
  });
}

function missing(area: PolicyArea, language: Language): PolicyLine {
  const name = wordFor(wordsOf(language).area, area);
  return { area, name, rules: 0, acknowledged: 0, acknowledgedByMe: false, reviewOverdue: false, standing: [] };
}

function lineOf(policy: Policy, open: StateCounts | undefined, { result, language, me }: Asked): PolicyLine {
  const { area, state, owner, review, rules, pack } = policy;
  const people = acknowledgedBy(result.program, area);
  const coverage = coverageOf(policy);
  return {
    area,
    name: wordFor(wordsOf(language).area, area),
    title: localText(policy.title, language) ?? area,
    state: wordFor(wordsOf(language).state, state),
    ...(owner === undefined ? {} : { owner }),
    ...(review === undefined ? {} : { review }),
    ...(pack === undefined ? {} : { pack }),
    reviewOverdue: review !== undefined && review < result.now.slice(0, 10),
    rules: rules.length,
    ...(coverage.all === 0 ? {} : { coverage }),
    acknowledged: people.size,
    acknowledgedByMe: people.has(me),
    standing: areaStanding(area, open, result, language),
  };
}

/** What is open, else whether its rules were answered. */
function areaStanding(area: PolicyArea, open: StateCounts | undefined, { rules }: ScanResult, language: Language): readonly StandingLine[] {
  if (open && openStates.some((state) => open[state] > 0)) return ruleStanding(undefined, open, language);
  const tallies = rules.filter((tally) => tally.area === area);
  const answered = tallies.some(({ matched, notMatched }) => matched + notMatched > 0);
  return [wordsOfState(answered ? "allow" : tallies.length > 0 ? "unknown" : "none", language)];
}

export function policyPage(area: string, asked: Asked): PolicyPage | undefined {
  const { result, language } = asked;
  const policy = result.program.policies.find((one) => one.area === area);
  if (!policy) return undefined;
  const { approvedBy, inForce, serves, off } = policy;
  const titles = new Map((result.program.strategy?.activities ?? []).map(({ id, title }) => [id, localText(title, language)]));
  return {
    ...lineOf(policy, openBy(asked.open, "area").get(policy.area), asked),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(inForce === undefined ? {} : { inForce }),
    serves: serves.map((id) => ({ id: `activity:${id}`, title: titles.get(id) ?? id })),
    parts: partsOf(policy, asked),
    off: off.map(({ rule, because }) => ({ rule, because })),
  };
}

function partsOf(policy: Policy, { result, open, language }: Asked): PolicyPart[] {
  const counts = openBy(open, "rule");
  const tallies = new Map<string, RuleTally>(result.rules.map((tally) => [tally.rule, tally]));
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  return partsOfPolicy(localText(policy.prose, language) ?? "", [...rules.keys()]).flatMap((part): PolicyPart[] => {
    if (part.is === "prose") return [part];
    const rule = rules.get(part.id);
    return rule ? [{ is: "rule", rule: viewOf(rule, ruleStanding(tallies.get(rule.id), counts.get(rule.id), language), language) }] : [];
  });
}

function viewOf(rule: Rule, standing: readonly StandingLine[], language: Language): RuleView {
  const { outcome, subject } = wordsOf(language);
  const remedy = remedyOf(rule, language);
  return {
    id: rule.id,
    about: subject[rule.about],
    when: rule.when,
    decide: { outcome: rule.decide, text: outcome[rule.decide] },
    unknown: { outcome: rule.unknown, text: outcome[rule.unknown] },
    ...(rule.lane === undefined ? {} : { lane: wordFor(wordsOf(language).lane, rule.lane) }),
    ...(rule.owner === undefined ? {} : { owner: rule.owner }),
    ...(rule.source === undefined ? {} : { source: rule.source }),
    ...(rule.pack === undefined ? {} : { pack: rule.pack }),
    ...(remedy === undefined ? {} : { remedy }),
    shadow: rule.mode === "shadow",
    examples: rule.examples.map(({ given, expect }) => ({ given: givenText(given), expect, text: outcome[expect] })),
    standing,
  };
}

/** `license: MIT, use.modified: true`. */
function givenText(given: Readonly<Record<string, unknown>>): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
