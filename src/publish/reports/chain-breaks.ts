// Where the chain objective, activity, policy, rule is broken, from the program alone.
import type { LocalText, Program } from "#program";

export interface ChainBreak {
  readonly kind:
    | "objectiveWithoutActivity"
    | "objectiveWithoutKeyResult"
    | "activityWithoutObjective"
    | "activityWithoutPolicy"
    | "policyWithoutActivity"
    | "ruleWithoutActivity";
  readonly id: string;
  readonly name: LocalText;
}

export function chainBreaks({ strategy, policies }: Program): readonly ChainBreak[] {
  const rules = policies.flatMap((policy) => policy.rules);
  const carried = new Set([...policies.flatMap(({ serves }) => serves), ...rules.flatMap(({ serves }) => serves)]);
  const activities = strategy?.activities ?? [];
  const served = new Set(activities.flatMap(({ serves }) => Object.keys(serves)));
  const of = (kind: ChainBreak["kind"], id: string, name: LocalText): ChainBreak => ({ kind, id, name });
  const named = (text: LocalText, id: string): LocalText => (Object.keys(text).length === 0 ? { en: id } : text);
  return [
    ...(strategy?.objectives ?? []).flatMap(({ id, statement, keyResults }) => [
      ...(served.has(id) ? [] : [of("objectiveWithoutActivity", id, named(statement, id))]),
      ...(keyResults.length > 0 ? [] : [of("objectiveWithoutKeyResult", id, named(statement, id))]),
    ]),
    ...activities.flatMap(({ id, title, serves }) => [
      ...(Object.keys(serves).length > 0 ? [] : [of("activityWithoutObjective", id, named(title, id))]),
      ...(carried.has(id) ? [] : [of("activityWithoutPolicy", id, named(title, id))]),
    ]),
    ...policies.flatMap(({ area, title, serves }) => (serves.length > 0 ? [] : [of("policyWithoutActivity", area, named(title, area))])),
    ...rules.flatMap(({ id, serves }) => (serves.length > 0 ? [] : [of("ruleWithoutActivity", id, { en: id })])),
  ];
}
