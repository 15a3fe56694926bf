// How rules fared, counted by subject: subjects with the same rules heard share a profile, so that counting costs nothing per subject.
import { compareText } from "#kit";
import type { Rule } from "#program";
import type { RuleTally } from "../types.ts";
import type { Judgement } from "./judgement.ts";

interface Profile {
  /** Indexes of rules that held. */
  readonly matched: ReadonlySet<number>;
  /** Rules that are not known, with the reasons. */
  readonly unknown: ReadonlyMap<number, readonly string[]>;
}

export class Profiles {
  private readonly profiles: Profile[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly merged = new Map<string, number>();

  of(judgement: Judgement): number {
    const matched = new Set(judgement.heard.filter(({ unknown }) => unknown.length === 0).map(({ rule }) => rule.index));
    const unknown = new Map<number, readonly string[]>();
    for (const result of judgement.heard) {
      const { index } = result.rule;
      if (!matched.has(index))
        unknown.set(
          index,
          union(
            unknown.get(index) ?? [],
            result.unknown.map(({ reason }) => reason),
          ),
        );
    }
    return this.numberOf({ matched, unknown });
  }

  /** One subject with two uses: a rule that held for one of them held; one not known for one of them, else, is not known. */
  merge(a: number, b: number): number {
    if (a === b) return a;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.merged.get(key);
    if (known !== undefined) return known;
    const [one, other] = [this.profiles[a] as Profile, this.profiles[b] as Profile];
    const matched = new Set([...one.matched, ...other.matched]);
    const unknown = new Map<number, readonly string[]>();
    for (const [rule, reasons] of [...one.unknown, ...other.unknown]) {
      if (!matched.has(rule)) unknown.set(rule, union(unknown.get(rule) ?? [], reasons));
    }
    const number = this.numberOf({ matched, unknown });
    this.merged.set(key, number);
    return number;
  }

  /** `subjects[p]`: how many subjects of the rules' kind have profile p. Rules that are not active had no subject. */
  tally(
    rules: readonly Rule[],
    active: ReadonlySet<number>,
    subjects: ReadonlyMap<Rule["about"], ReadonlyMap<number, number>>,
  ): RuleTally[] {
    return rules.map((rule, index) => {
      const counted = active.has(index) ? (subjects.get(rule.about) ?? new Map<number, number>()) : new Map<number, number>();
      return tallyOf(rule, index, counted, this.profiles);
    });
  }

  private numberOf(profile: Profile): number {
    const matched = [...profile.matched].sort((a, b) => a - b);
    const unknown = [...profile.unknown].sort(([a], [b]) => a - b).map(([rule, reasons]) => `${rule}:${reasons.join(",")}`);
    const key = `${matched.join(" ")}|${unknown.join(" ")}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.profiles.push(profile) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort(compareText);
}

function tallyOf(rule: Rule, index: number, subjects: ReadonlyMap<number, number>, profiles: readonly Profile[]): RuleTally {
  let [all, matched, unknown] = [0, 0, 0];
  const reasons = new Map<string, number>();
  for (const [number, count] of subjects) {
    const profile = profiles[number] as Profile;
    all += count;
    if (profile.matched.has(index)) matched += count;
    const why = profile.unknown.get(index);
    if (!why) continue;
    unknown += count;
    for (const reason of why) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  return {
    rule: rule.id,
    area: rule.area,
    about: rule.about,
    subjects: all,
    notMatched: all - matched - unknown,
    matched,
    unknown,
    reasons: Object.fromEntries([...reasons].sort(([a], [b]) => compareText(a, b))),
  };
}
