// The map of the strategy as data: objectives, activities, policies and measures, each with its link of the chain, what joins them, and where it breaks.
import { type Language, localText, type MapLink, type MapNode, wordFor, wordsOf } from "#look";
import { findMeasure, type KeyResultState, type ObjectiveProgress } from "#measures";
import type { Organization } from "#program";
import type { ScanResult } from "#scan";
import { type ChainBreak, chainBreaks } from "../reports/chain-breaks.ts";
import { type StateCounts, worstState } from "../shared/states.ts";

export const mapColumns = ["objectives", "activities", "policies", "measures"] as const;

export interface StrategyMapData {
  readonly columns: readonly { readonly id: (typeof mapColumns)[number]; readonly nodes: readonly MapNode[] }[];
  readonly links: readonly MapLink[];
  /** What shows whether an objective is reached. Drawn from the policies that carry it: `links` has those. */
  readonly shownBy: readonly { readonly from: string; readonly to: string }[];
  readonly breaks: readonly { readonly node: string; readonly missing: MissingLink }[];
}

type MissingLink = Exclude<ChainBreak["kind"], "ruleWithoutActivity">;

const NODE_OF: Readonly<Record<MissingLink, string>> = {
  objectiveWithoutActivity: "objective",
  objectiveWithoutKeyResult: "objective",
  activityWithoutObjective: "activity",
  activityWithoutPolicy: "activity",
  policyWithoutActivity: "policy",
};

/** How a key result stands, in the states of everything else. */
const TONES: Readonly<Record<KeyResultState, string>> = { met: "allow", "on-track": "allow", behind: "review", unknown: "unknown" };

export function strategyMapData(
  { program, summary }: ScanResult,
  objectives: readonly ObjectiveProgress[],
  open: ReadonlyMap<string, StateCounts>,
  language: Language,
): StrategyMapData {
  const { strategy, policies } = program;
  const measures = measuresOf(objectives, program.organization, language);
  const summaries = new Map<string, string>(summary.areas.map(({ area, worst }) => [area, worst]));
  const tone = (area: string) => worstState(open.get(area) ?? NONE) ?? (summaries.get(area) === "allow" ? "allow" : "none");
  const activities = strategy?.activities ?? [];
  const served = activities.flatMap(({ id, serves }) =>
    Object.entries(serves).map(([objective, strength]) => ({ from: `objective:${objective}`, to: `activity:${id}`, strength })),
  );
  const carried = policies.flatMap(({ area, serves }) =>
    serves.map((id) => ({ from: `activity:${id}`, to: `policy:${area}`, strength: 1 })),
  );
  return {
    columns: [
      {
        id: "objectives",
        nodes: objectives.map(({ objective: { id, statement }, state }) => ({
          id: `objective:${id}`,
          label: localText(statement, language) ?? id,
          tone: TONES[state],
        })),
      },
      { id: "activities", nodes: activities.map(({ id, title }) => ({ id: `activity:${id}`, label: localText(title, language) ?? id })) },
      {
        id: "policies",
        nodes: policies.map(({ area }) => ({ id: `policy:${area}`, label: wordFor(wordsOf(language).area, area), tone: tone(area) })),
      },
      { id: "measures", nodes: measures.nodes },
    ],
    links: [...served, ...carried, ...throughPolicies(served, carried, measures.shownBy)],
    shownBy: measures.shownBy,
    breaks: chainBreaks(program).flatMap(({ kind, id }) =>
      kind === "ruleWithoutActivity" ? [] : [{ node: `${NODE_OF[kind]}:${id}`, missing: kind }],
    ),
  };
}

/** A policy leads to the measures of the objectives that it is there for, by the activities that it carries. */
function throughPolicies(
  served: readonly MapLink[],
  carried: readonly MapLink[],
  shownBy: readonly { readonly from: string; readonly to: string }[],
): MapLink[] {
  const pairs = new Map<string, MapLink>();
  for (const { from: activity, to: policy } of carried)
    for (const { from: objective, to } of served)
      if (to === activity)
        for (const shown of shownBy)
          if (shown.from === objective) pairs.set(`${policy} ${shown.to}`, { from: policy, to: shown.to, strength: 1 });
  return [...pairs.values()];
}

const NONE: StateCounts = { deny: 0, review: 0, unknown: 0, warn: 0 };

function measuresOf(objectives: readonly ObjectiveProgress[], { products }: Organization, language: Language) {
  const nodes = new Map<string, MapNode>();
  const shownBy: { from: string; to: string }[] = [];
  for (const { objective, keyResults } of objectives)
    for (const { keyResult, state } of keyResults) {
      const id = `measure:${keyResult.measure}${keyResult.of === undefined ? "" : `@${keyResult.of}`}`;
      const title = localText(findMeasure(keyResult.measure)?.title, language) ?? keyResult.measure;
      const product = products.find((one) => one.id === keyResult.of);
      const of = keyResult.of === undefined || keyResult.of === "*" ? "" : ` · ${localText(product?.name, language) ?? keyResult.of}`;
      nodes.set(id, { id, label: `${title}${of}`, tone: TONES[state] });
      shownBy.push({ from: `objective:${objective.id}`, to: id });
    }
  return { nodes: [...nodes.values()], shownBy };
}
