// What the rules of one unit say together about one thing: answers, or what stands in where none of them speaks.
import { compareText } from "#kit";
import { type Outcome, outcomes } from "#program";
import type { Because, UnknownFact } from "../types.ts";
import type { RuleResult } from "./rule-memo.ts";
import type { Unit } from "./rules.ts";

/** One answer: of a rule, or of a policy's default (`result` absent). */
export interface Answer {
  readonly unit: Unit;
  readonly result?: RuleResult;
  readonly outcome: Outcome;
  readonly because: Because;
  /** Licence atoms that gave it; empty where the answer is about the whole. */
  readonly atoms: readonly string[];
}

/** What the rules of a unit said about the subject as a whole, or about one atom. */
export interface Said {
  readonly answers: readonly Answer[];
  /** Rules that would allow, and do not know: they matter only where nobody else speaks. */
  readonly asking: readonly Answer[];
}

export function severity(outcome: Outcome): number {
  return outcomes.indexOf(outcome);
}

/**
 * A condition that holds gives `decide`. One that is not known gives `unknown`, with two exceptions that cannot hide anything: a rule that
 * allows can only help, so it is asked last; and `unknown: allow` on a rule that objects is silence, never a permission.
 */
export function said(unit: Unit, results: readonly RuleResult[], atoms: readonly string[]): Said {
  const answers: Answer[] = [];
  const asking: Answer[] = [];
  for (const result of results) {
    const { rule } = result.rule;
    if (result.unknown.length === 0) answers.push({ unit, result, outcome: rule.decide, because: "matched", atoms });
    else if (rule.decide === "allow") asking.push({ unit, result, outcome: rule.unknown, because: becauseOf(result.unknown), atoms });
    else if (rule.unknown !== "allow") answers.push({ unit, result, outcome: rule.unknown, because: becauseOf(result.unknown), atoms });
  }
  return { answers, asking };
}

/** What the unit says where its own rules leave a gap: those that ask, else the policy's default, else nothing. */
export function gap(unit: Unit, asking: readonly Answer[], atoms: readonly string[]): readonly Answer[] {
  if (asking.length > 0) return asking;
  return unit.fallback === undefined ? [] : [{ unit, outcome: unit.fallback, because: "not-covered", atoms }];
}

/**
 * Whether what was said of the whole settles the atoms that no rule speaks of: a permission does, and so does an objection that is
 * at least as bad as the default (it would add nothing). A mere warning about something else does not.
 */
export function settlesGaps(unit: Unit, whole: Said): boolean {
  return whole.answers.some(
    ({ outcome, because }) =>
      (outcome === "allow" && because === "matched") || unit.fallback === undefined || severity(outcome) >= severity(unit.fallback),
  );
}

function becauseOf(unknown: readonly UnknownFact[]): Because {
  return unknown.every(({ reason }) => reason === "needs-person") ? "attestation" : "unknown";
}

/** Answers of the same rule about several atoms become one: the worst, with the atoms of all. */
export function joinAtoms(answers: readonly Answer[]): Answer[] {
  const byRule = new Map<string, Answer>();
  for (const answer of answers) {
    const key = keyOf(answer);
    const known = byRule.get(key);
    byRule.set(key, known ? joined(known, answer) : answer);
  }
  return [...byRule.values()];
}

function joined(a: Answer, b: Answer): Answer {
  const worse =
    severity(b.outcome) > severity(a.outcome) || (b.outcome === a.outcome && a.because !== "matched" && b.because === "matched");
  return { ...(worse ? b : a), atoms: [...new Set([...a.atoms, ...b.atoms])] };
}

function keyOf({ unit, result }: Answer): string {
  return `${unit.index} ${result?.rule.index ?? ""}`;
}

/**
 * One gap in our knowledge is said once: of the rules of a unit that wait for the same facts, the one with the worst answer speaks, among
 * equals the one that is about nothing else, then the first.
 */
export function sayOnce(answers: readonly Answer[]): Answer[] {
  const byBlame = new Map<string, Answer>();
  for (const answer of answers) {
    const blame = blameOf(answer);
    if (blame === undefined) continue;
    const known = byBlame.get(blame);
    if (!known || preferred(answer, known)) byBlame.set(blame, answer);
  }
  return answers.filter((answer) => {
    const blame = blameOf(answer);
    return blame === undefined || byBlame.get(blame) === answer;
  });
}

function blameOf({ unit, result }: Answer): string | undefined {
  if (!result || result.unknown.length === 0) return undefined;
  const facts = result.unknown.map(({ fact, reason }) => `${fact}=${reason}`).sort(compareText);
  return `${unit.index} ${facts.join(" ")}`;
}

function preferred(answer: Answer, known: Answer): boolean {
  const difference = severity(answer.outcome) - severity(known.outcome);
  if (difference !== 0) return difference > 0;
  return readsOnlyBlamed(answer) && !readsOnlyBlamed(known);
}

function readsOnlyBlamed({ result }: Answer): boolean {
  const blamed = new Set(result?.unknown.map(({ fact }) => fact));
  return result?.rule.compiled.reads.every(({ name }) => blamed.has(name)) ?? false;
}
