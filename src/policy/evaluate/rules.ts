// Which rules speak, and how loudly: states of policies and validity of rules, settled before anything is evaluated.
import { AllmendError, formatProblem, type Problem, type SubjectKind } from "#kit";
import type { Outcome, Policy, Program, Rule } from "#program";
import { type Compilation, type Compiled, compileExpression } from "../expression/compile.ts";
import { problemOf } from "../expression/position.ts";

export type Mode = "enforce" | "shadow";

export interface ActiveRule {
  /** Its place in the program's list of all rules. */
  readonly index: number;
  readonly rule: Rule;
  readonly policy: Policy;
  readonly compiled: Compiled;
  readonly mode: Mode;
  /** Says nothing where it does not know: rules that an example is not about. */
  readonly quiet: boolean;
}

/** Rules of one policy that speak in one mode about one kind of subject: they answer together, and for them the policy's default stands in. */
export interface Unit {
  readonly index: number;
  readonly policy: Policy;
  readonly mode: Mode;
  readonly rules: ReadonlySet<ActiveRule>;
  /** The answer where none of them speaks. */
  readonly fallback?: Outcome;
  /** Whether any of them judges single licences. */
  readonly perLicense: boolean;
}

export interface RuleOptions {
  /** ISO 8601. */
  readonly now: string;
  readonly measures?: ReadonlySet<string>;
  /** For examples of this rule: every rule speaks whatever its state, and only this one says what it does not know. */
  readonly exampleOf?: string;
}

export interface RuleSet {
  /** Every rule of the program, in the order of its documents. */
  readonly all: readonly Rule[];
  readonly units: ReadonlyMap<SubjectKind, readonly Unit[]>;
}

/**
 * Draft and consultation are heard but do not count (shadow), as is what is not in force yet; superseded is silent. A rule outside
 * `valid-from` … `valid-until` is silent. Throws AllmendError for a rule that cannot be compiled: it would be passed over silently.
 */
export function prepareRules(program: Program, options: RuleOptions): RuleSet {
  const all: Rule[] = [];
  const units = new Map<SubjectKind, Unit[]>();
  const problems: Problem[] = [];
  for (const policy of program.policies) {
    const mode = options.exampleOf === undefined ? modeOfPolicy(policy, options.now) : "enforce";
    const byUnit = new Map<string, ActiveRule[]>();
    for (const rule of policy.rules) {
      const index = all.push(rule) - 1;
      const own = mode && modeOfRule(rule, mode, options);
      if (!own) continue;
      const { compiled, faults } = compileRule(rule, program, options.measures);
      const quiet = options.exampleOf !== undefined && options.exampleOf !== rule.id;
      if (compiled) append(byUnit, `${rule.about} ${own}`, { index, rule, policy, compiled, mode: own, quiet });
      else problems.push(...faults.map((fault) => problemOf(fault, rule)));
    }
    if (mode) addUnits(units, policy, mode, byUnit);
  }
  if (problems.length > 0) refuse(problems);
  return { all, units };
}

const compilations = new WeakMap<Rule, { readonly parameters: object; readonly compilation: Compilation }>();

/** Compiles a rule of a program, once for each program that holds it. */
export function compileRule(rule: Rule, program: Program, measures: ReadonlySet<string> | undefined): Compilation {
  const { parameters } = program.organization;
  const known = compilations.get(rule);
  if (known && known.parameters === parameters && !measures) return known.compilation;
  const compilation = compileExpression(rule.when, { kind: rule.about, parameters, ...(measures ? { measures } : {}) });
  compilations.set(rule, { parameters, compilation });
  return compilation;
}

function modeOfPolicy(policy: Policy, now: string): Mode | undefined {
  if (policy.state === "superseded") return undefined;
  if (policy.state === "draft" || policy.state === "consultation") return "shadow";
  if (policy.inForce !== undefined) return policy.inForce <= day(now) ? "enforce" : "shadow";
  return policy.state === "approved" ? "shadow" : "enforce";
}

function modeOfRule(rule: Rule, mode: Mode, options: RuleOptions): Mode | undefined {
  if (options.exampleOf !== undefined) return "enforce";
  const today = day(options.now);
  if (rule.validFrom !== undefined && today < rule.validFrom) return undefined;
  if (rule.validUntil !== undefined && today > rule.validUntil) return undefined;
  return rule.mode === "shadow" ? "shadow" : mode;
}

/** The day of a moment, in UTC. */
export function day(moment: string): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function addUnits(units: Map<SubjectKind, Unit[]>, policy: Policy, mode: Mode, byUnit: ReadonlyMap<string, readonly ActiveRule[]>): void {
  const wanted = new Set([...byUnit.keys(), ...Object.keys(policy.default).map((kind) => `${kind} ${mode}`)]);
  for (const key of wanted) {
    const [kind, own] = key.split(" ") as [SubjectKind, Mode];
    const rules = byUnit.get(key) ?? [];
    const fallback = own === mode ? policy.default[kind] : undefined;
    const list = units.get(kind) ?? [];
    list.push({
      index: list.length,
      policy,
      mode: own,
      rules: new Set(rules),
      ...(fallback === undefined ? {} : { fallback }),
      perLicense: rules.some((rule) => rule.compiled.perLicense),
    });
    units.set(kind, list);
  }
}

function append(byUnit: Map<string, ActiveRule[]>, key: string, rule: ActiveRule): void {
  const list = byUnit.get(key);
  if (list) list.push(rule);
  else byUnit.set(key, [rule]);
}

function refuse(problems: readonly Problem[]): never {
  const first = problems[0] ? formatProblem(problems[0]) : "";
  throw new AllmendError(
    "rules-invalid",
    "input",
    `${problems.length === 1 ? "a rule has" : `${problems.length} mistakes in rules have`} no meaning: ${first}`,
    {
      hint: 'Nothing was judged. "allmend validate" lists every mistake.',
    },
  );
}
