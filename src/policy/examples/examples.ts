// The examples under rules, as tests of the whole policy: each must come out as written, and must say something about its own rule.
import { atomsOf, formatAtom, inEnglish, parseExpression } from "#kit";
import type { Outcome, Policy, PolicyArea, Position, Program, Rule, RuleExample } from "#program";
import { evaluatePolicies } from "../evaluate/evaluate.ts";
import type { LicenseLookup } from "../licenses/license-facts.ts";
import { shippedFacts } from "../licenses/license-facts.ts";
import type { Finding } from "../types.ts";
import { type Given, readGiven, SOME_LICENSE } from "./given.ts";
import { partlyHolding } from "./near-miss.ts";

export interface ExampleResult {
  readonly rule: string;
  readonly area: PolicyArea;
  readonly position: Position;
  readonly expect: Outcome;
  /** What the policy says; `allow` where nothing speaks against it. */
  readonly got: Outcome;
  readonly passed: boolean;
  /** Why it failed, in a sentence. */
  readonly message?: string;
}

export interface ExampleOptions {
  readonly licenseFacts?: LicenseLookup;
}

/** Runs every example of every rule against the policy that holds it. Throws AllmendError where a rule cannot be compiled. */
export function runExamples(program: Program, options: ExampleOptions = {}): ExampleResult[] {
  return program.policies.flatMap((policy) =>
    policy.rules.flatMap((rule) => rule.examples.map((example) => runExample({ program, policy, rule, options }, example))),
  );
}

interface Setting {
  readonly program: Program;
  readonly policy: Policy;
  readonly rule: Rule;
  readonly options: ExampleOptions;
}

/** How a policy answers: its verdict, and who gave it. */
interface Answered {
  readonly outcome: Outcome;
  readonly deciding: readonly Finding[];
}

function runExample(setting: Setting, example: RuleExample): ExampleResult {
  const { rule } = setting;
  const given = readGiven(rule.about, example.given);
  const answer = given.faults.length === 0 ? answerTo(setting, setting.policy.rules, given) : undefined;
  const message = answer
    ? (mismatch(answer, example.expect) ?? (isOfPack(rule) ? undefined : idle(setting, given, answer)))
    : inEnglish(given.faults[0]?.message);
  const { area, id } = rule;
  const result = { rule: id, area, position: example.position, expect: example.expect, got: answer?.outcome ?? "allow" };
  return message === undefined ? { ...result, passed: true } : { ...result, passed: false, message };
}

/** A rule of one's own may say what one of the pack says, too: that is no mistake in the pack's example. In the pack itself, files have no such name. */
function isOfPack(rule: Rule): boolean {
  return rule.position.file.startsWith("pack:");
}

function mismatch({ outcome, deciding }: Answered, expected: Outcome): string | undefined {
  if (outcome === expected) return undefined;
  const who = deciding.length > 0 ? ` (${deciding.map(reasonOf).join("; ")})` : " (no rule speaks against it)";
  return `Expected ${expected}, and the policy says ${outcome}${who}.`;
}

function reasonOf({ rule, because, unknown }: Finding): string {
  if (because === "not-covered") return "no rule speaks of it, so the default answers";
  if (because === "matched") return rule;
  return `${rule}: ${(unknown ?? []).map(({ fact }) => fact).join(", ")} not known`;
}

/**
 * Why an example says nothing about its rule. It does say something where the verdict changes without the rule, or is then only the
 * default's; and where it shows the rule's edge: a part of its condition holds, or the whole does for a licence that a choice avoids,
 * and the verdict would be another if that were all.
 */
function idle(setting: Setting, given: Given, answer: Answered): string | undefined {
  const { rule, policy } = setting;
  const others = policy.rules.filter((other) => other !== rule);
  const without = answerTo(setting, others, given);
  if (without.outcome !== answer.outcome) return undefined;
  const spoke = answer.deciding.some((finding) => finding.rule === rule.id);
  if (spoke && without.deciding.every(({ because }) => because === "not-covered")) return undefined;
  if (showsEdge(setting, given, answer)) return undefined;
  const who = without.deciding.map(reasonOf).join("; ");
  return `The verdict is ${without.outcome} without this rule too${who ? ` (${who})` : ""}, so the example says nothing about it. Move it to the rule that decides, or give facts on which this one does.`;
}

function showsEdge(setting: Setting, given: Given, answer: Answered): boolean {
  const { rule, policy } = setting;
  return atomsIn(given).some((atom) => {
    const alone = atom === undefined ? given : onlyLicense(given, atom);
    const met = partlyHolding(rule, setting.program, alone, lookupFor(setting, alone));
    if (met === undefined) return false;
    const wider: Rule = { ...rule, when: met };
    const changed = answerTo(
      setting,
      policy.rules.map((other) => (other === rule ? wider : other)),
      alone,
    );
    return changed.outcome !== answer.outcome;
  });
}

function atomsIn(given: Given): readonly (string | undefined)[] {
  const text = given.subject.facts.component?.license;
  const expression = given.subject.kind === "usage" && typeof text === "string" ? parseExpression(text) : undefined;
  return expression ? atomsOf(expression).map(formatAtom) : [undefined];
}

function onlyLicense(given: Given, license: string): Given {
  const { facts } = given.subject;
  return { ...given, subject: { ...given.subject, facts: { ...facts, component: { ...facts.component, license } } } };
}

function lookupFor({ options }: Setting, given: Given): LicenseLookup {
  const base = options.licenseFacts ?? shippedFacts;
  return (atom) => (atom === SOME_LICENSE && given.license ? given.license : base(atom));
}

/** Waivers and curations are about real components; categories and choices are how the house reads licences, so they hold here, too. */
function answerTo(setting: Setting, rules: readonly Rule[], given: Given): Answered {
  const { program, policy } = setting;
  const licenses = { ...program.licenses, curations: [], waivers: [] };
  const { findings, verdicts } = evaluatePolicies({ ...program, licenses, policies: [{ ...policy, rules }] }, [given.subject], {
    now: given.now,
    records: attestations(given),
    licenseFacts: lookupFor(setting, given),
    measure: (_subject, id) => given.measures.get(id),
    registers: given.covered === undefined ? {} : { agreements: { covers: () => given.covered } },
    permissions: true,
    exampleOf: setting.rule.id,
  });
  const outcome = verdicts[0]?.counts ?? "allow";
  return { outcome, deciding: findings.filter((finding) => finding.outcome === outcome) };
}

function attestations(given: Given): Program["records"] {
  return [...given.attested].map(([id, value]) => ({
    kind: "attestation",
    at: given.now,
    subject: given.subject.id,
    id,
    data: { value },
    position: { file: "example", line: 1, column: 1 },
  }));
}
