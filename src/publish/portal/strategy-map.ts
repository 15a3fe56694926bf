// The map of the strategy as data: measures, objectives, activities and policies, each with its link of the chain, and what joins them.
import { type Language, localText, type MapLink, type MapNode, wordFor, wordsOf } from "#look";
import { findMeasure, type KeyResultState, type ObjectiveProgress } from "#measures";
import type { ScanResult } from "#scan";
import { type StateCounts, worstState } from "../shared/states.ts";

export const mapColumns = ["measures", "objectives", "activities", "policies"] as const;

export interface StrategyMapData {
  readonly columns: readonly { readonly id: (typeof mapColumns)[number]; readonly nodes: readonly MapNode[] }[];
  readonly links: readonly MapLink[];
}

/** How a key result stands, in the states of everything else. */
const TONES: Readonly<Record<KeyResultState, string>> = { met: "allow", "on-track": "allow", behind: "review", unknown: "unknown" };

export function strategyMapData(
  { program, summary }: ScanResult,
  objectives: readonly ObjectiveProgress[],
  open: ReadonlyMap<string, StateCounts>,
  language: Language,
): StrategyMapData {
  const { strategy, policies } = program;
  const measures = measuresOf(objectives, language);
  const summaries = new Map<string, string>(summary.areas.map(({ area, worst }) => [area, worst]));
  const tone = (area: string) => worstState(open.get(area) ?? NONE) ?? (summaries.get(area) === "allow" ? "allow" : "none");
  const activities = strategy?.activities ?? [];
  return {
    columns: [
      { id: "measures", nodes: measures.nodes },
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
    ],
    links: [
      ...measures.links,
      ...activities.flatMap(({ id, serves }) =>
        Object.entries(serves).map(([objective, strength]) => ({ from: `objective:${objective}`, to: `activity:${id}`, strength })),
      ),
      ...policies.flatMap(({ area, serves }) => serves.map((id) => ({ from: `activity:${id}`, to: `policy:${area}`, strength: 1 }))),
    ],
  };
}

const NONE: StateCounts = { deny: 0, review: 0, unknown: 0, warn: 0 };

function measuresOf(objectives: readonly ObjectiveProgress[], language: Language) {
  const nodes = new Map<string, MapNode>();
  const links: MapLink[] = [];
  for (const { objective, keyResults } of objectives)
    for (const { keyResult, state } of keyResults) {
      const id = `measure:${keyResult.measure}${keyResult.of === undefined ? "" : `@${keyResult.of}`}`;
      const title = localText(findMeasure(keyResult.measure)?.title, language) ?? keyResult.measure;
      const of = keyResult.of === undefined || keyResult.of === "*" ? "" : ` · ${keyResult.of}`;
      nodes.set(id, { id, label: `${title}${of}`, tone: TONES[state] });
      links.push({ from: id, to: `objective:${objective.id}`, strength: 1 });
    }
  return { nodes: [...nodes.values()], links };
}
