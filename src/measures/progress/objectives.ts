// How the objectives of a strategy stand, by their key results. An objective is what the worst of them is; one without a measured key result is unknown.
import type { Objective, Strategy } from "#program";
import type { MeasureValue } from "../values/types.ts";
import { keyResultProgress, type KeyResultProgress, type KeyResultState } from "./key-result.ts";

export interface ObjectiveProgress {
  readonly objective: Objective;
  readonly keyResults: readonly KeyResultProgress[];
  readonly state: KeyResultState;
}

export interface ProgressInput {
  readonly now: string;
  readonly strategy?: Strategy | undefined;
  readonly measures: readonly MeasureValue[];
  readonly repositories: readonly { readonly id: string; readonly products: readonly string[] }[];
}

export function objectivesProgress({ now, strategy, measures, repositories }: ProgressInput): readonly ObjectiveProgress[] {
  if (!strategy) return [];
  const products = new Map(repositories.map((repository) => [repository.id, repository.products]));
  return strategy.objectives.map((objective) => {
    const keyResults = objective.keyResults.map((keyResult) => keyResultProgress(keyResult, strategy, measures, { now, products }));
    return { objective, keyResults, state: stateOf(keyResults.map(({ state }) => state)) };
  });
}

const WORST_FIRST = ["behind", "unknown", "on-track", "met"] as const;

function stateOf(states: readonly KeyResultState[]): KeyResultState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? "unknown";
}
