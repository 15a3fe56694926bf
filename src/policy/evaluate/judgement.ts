// The answers of all units about one subject, licences settled: what becomes findings, what allows, what is counted.
import type { Expression } from "#kit";
import { type Branch, type ChoiceTable, type Standing, settle } from "../licenses/branch.ts";
import type { LicenseBranch } from "../types.ts";
import type { RuleResult } from "./rule-memo.ts";
import type { Unit } from "./rules.ts";
import { type Answer, gap, joinAtoms, type Said, said, sayOnce, settlesGaps, severity } from "./speak.ts";

/** What rules that judge single licences say, atom by atom. */
export interface AtomResults {
  /** Undefined where the licence is not known: then `of(undefined)` says what follows. */
  readonly expression: Expression | undefined;
  readonly of: (atom: string | undefined) => readonly RuleResult[];
  readonly choices: ChoiceTable;
  readonly product: string | undefined;
}

export interface Judgement {
  /** One for each rule (or default) that says anything, permissions included; shadow ones too. */
  readonly answers: readonly Answer[];
  /** Whether a permission covers everything, as far as these answers go. */
  readonly allowed: boolean;
  /** All results that count: about the whole, and about the atoms of the branch that is taken. */
  readonly heard: readonly RuleResult[];
  /** Absent for subjects without a licence expression. */
  readonly branch?: Branch;
  /** Where that expression comes from. */
  readonly notion: LicenseBranch["notion"];
}

export function judge(units: readonly Unit[], whole: readonly RuleResult[], licenses?: AtomResults, notion?: unknown): Judgement {
  const wholes = new Map(units.map((unit) => [unit, said(unit, mine(unit, whole), [])]));
  const perAtom = memoize((atom: string | undefined) => atomAnswers(units, wholes, licenses?.of(atom) ?? [], atom));
  const licensed = units.some((unit) => unit.perLicense);
  const branch =
    licensed && licenses?.expression
      ? settle(licenses.expression, (atom) => standingOf(perAtom(atom)), licenses.choices, licenses.product)
      : undefined;
  const atoms = licensed ? (branch?.atoms ?? [undefined]) : [];
  const ofAtoms = atoms.flatMap((atom) => perAtom(atom));
  const ofWhole = units.flatMap((unit) => wholeAnswers(unit, wholes.get(unit) as Said));
  const answers = sayOnce(joinAtoms([...ofWhole, ...ofAtoms]));
  const heard = [...whole, ...atoms.flatMap((atom) => licenses?.of(atom) ?? [])];
  return {
    answers,
    allowed: isAllowed(ofWhole, atoms.map(perAtom)),
    heard,
    notion: isNotion(notion) ? notion : "none",
    ...(branch ? { branch } : {}),
  };
}

function isNotion(value: unknown): value is LicenseBranch["notion"] {
  return value === "declared" || value === "detected" || value === "concluded" || value === "none";
}

function mine(unit: Unit, results: readonly RuleResult[]): readonly RuleResult[] {
  return results.length === 0 ? results : results.filter((result) => unit.rules.has(result.rule));
}

/** Units that judge licences fill their gaps atom by atom; the others for the whole. */
function wholeAnswers(unit: Unit, whole: Said): readonly Answer[] {
  if (unit.perLicense || whole.answers.length > 0) return whole.answers;
  return gap(unit, whole.asking, []);
}

function atomAnswers(
  units: readonly Unit[],
  wholes: ReadonlyMap<Unit, Said>,
  results: readonly RuleResult[],
  atom: string | undefined,
): Answer[] {
  const atoms = atom === undefined ? [] : [atom];
  return units.flatMap((unit) => {
    if (!unit.perLicense) return [];
    const own = said(unit, mine(unit, results), atoms);
    const whole = wholes.get(unit) as Said;
    if (own.answers.length > 0 || settlesGaps(unit, whole)) return own.answers;
    return gap(unit, [...own.asking, ...whole.asking], atoms);
  });
}

/** What an atom's answers come to: shadow ones do not count. */
function standingOf(answers: readonly Answer[]): Standing {
  const counting = answers.filter((answer) => answer.unit.mode === "enforce");
  if (counting.length === 0) return "none";
  return counting.reduce((worst, { outcome }) => (severity(outcome) > severity(worst) ? outcome : worst), counting[0]?.outcome ?? "allow");
}

function isAllowed(ofWhole: readonly Answer[], ofAtoms: readonly (readonly Answer[])[]): boolean {
  const permits = (answers: readonly Answer[]): boolean =>
    answers.some(({ unit, outcome }) => unit.mode === "enforce" && outcome === "allow");
  return permits(ofWhole) || (ofAtoms.length > 0 && ofAtoms.every(permits));
}

function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
