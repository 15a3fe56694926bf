// A program with errors as a report can tell of it: each id once, and no link that leads nowhere.
import type { Policy, Program, Strategy } from "../model.ts";

export function withoutLooseEnds(program: Program): Program {
  const { strategy } = program;
  if (!strategy) return program;
  const tied = tie(strategy);
  const activities = new Set(tied.activities.map(({ id }) => id));
  const served = (ids: readonly string[]) => ids.filter((id) => activities.has(id));
  const policies = program.policies.map(
    (policy): Policy => ({
      ...policy,
      serves: served(policy.serves),
      rules: policy.rules.map((rule) => ({ ...rule, serves: served(rule.serves) })),
    }),
  );
  return { ...program, strategy: tied, policies };
}

function tie(strategy: Strategy): Strategy {
  const objectives = firstOfEach(strategy.objectives);
  const known = new Set(objectives.map(({ id }) => id));
  const activities = firstOfEach(strategy.activities).map((activity) => ({
    ...activity,
    serves: Object.fromEntries(Object.entries(activity.serves).filter(([id]) => known.has(id))),
  }));
  return { ...strategy, objectives, activities };
}

function firstOfEach<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.toReversed().map((thing) => [thing.id, thing])).values()].toReversed();
}
