// The strategy as a page: its text, each objective with its activities and the live values of its key results, and the map that joins them to policies.
import { formatDate, type Language, localText, reportWords, fill, wordFor, wordsOf } from "#look";
import type { KeyResultProgress, KeyResultState, ObjectiveProgress } from "#measures";
import type { Strategy } from "#program";
import type { ScanResult } from "#scan";
import { chainBreaks } from "../reports/chain-breaks.ts";
import { readingText } from "../reports/strategy.ts";
import { quantityText } from "../shared/figures.ts";
import { objectivesOf } from "../reports/snapshot.ts";
import { reasonText } from "../reports/unknowns.ts";
import { openBy, type OpenCount } from "./open.ts";
import { type StrategyMapData, strategyMapData } from "./strategy-map.ts";

export interface KeyResultLine {
  /** Its link of the chain. */
  readonly id: string;
  readonly measure: string;
  readonly of?: string;
  readonly now: string;
  readonly baseline?: string;
  readonly target: string;
  readonly due?: string;
  readonly state: KeyResultState;
  readonly reason?: string;
}

export interface ObjectiveLine {
  readonly id: string;
  readonly statement: string;
  readonly state: KeyResultState;
  readonly keyResults: readonly KeyResultLine[];
  readonly activities: readonly { readonly id: string; readonly title: string; readonly owner?: string }[];
}

export interface StrategyPage {
  readonly title: string;
  readonly version: string;
  readonly state: string;
  readonly stateText: string;
  readonly owner?: string;
  readonly sponsor?: string;
  readonly inForce?: string;
  readonly review?: string;
  readonly reviewOverdue: boolean;
  readonly pack?: string;
  readonly prose: string;
  readonly objectives: readonly ObjectiveLine[];
  readonly map: StrategyMapData;
  /** Where the chain from objective to rule is broken, in sentences. */
  readonly breaks: readonly string[];
}

export function strategyPage(result: ScanResult, open: readonly OpenCount[], language: Language): StrategyPage | undefined {
  const { strategy } = result.program;
  if (!strategy) return undefined;
  const objectives = objectivesOf(result);
  const words = reportWords(language).strategy;
  const breaks = chainBreaks(result.program).map(({ kind, name }) =>
    fill(words.break[kind], { name: localText(name, language) ?? "" }, language),
  );
  return {
    ...headOf(strategy, result.now, language),
    prose: localText(strategy.prose, language) ?? "",
    objectives: objectives.map((objective) => objectiveLine(objective, strategy, language)),
    map: strategyMapData(result, objectives, openBy(open, "area"), language),
    breaks,
  };
}

function headOf(strategy: Strategy, now: string, language: Language) {
  const { title, version, state, owner, sponsor, inForce, review, pack } = strategy;
  return {
    title: localText(title, language) ?? "",
    version,
    state,
    stateText: wordFor(wordsOf(language).state, state),
    ...(owner === undefined ? {} : { owner }),
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(inForce === undefined ? {} : { inForce }),
    ...(review === undefined ? {} : { review }),
    ...(pack === undefined ? {} : { pack }),
    reviewOverdue: review !== undefined && review < now.slice(0, 10),
  };
}

function objectiveLine({ objective, state, keyResults }: ObjectiveProgress, { activities }: Strategy, language: Language): ObjectiveLine {
  return {
    id: `objective:${objective.id}`,
    statement: localText(objective.statement, language) ?? objective.id,
    state,
    keyResults: keyResults.map((progress) => keyResultLine(progress, objective.id, language)),
    activities: activities
      .filter(({ serves }) => Object.hasOwn(serves, objective.id))
      .map(({ id, title, owner }) => ({
        id: `activity:${id}`,
        title: localText(title, language) ?? id,
        ...(owner === undefined ? {} : { owner }),
      })),
  };
}

function keyResultLine(progress: KeyResultProgress, objective: string, language: Language): KeyResultLine {
  const { keyResult, measure, readings, state, reason } = progress;
  const { of, baseline, due, target } = keyResult;
  // Of a figure there is one for each subject; the first stands for all of them.
  const subject = readings[0]?.subject ?? (of === undefined || of === "*" ? undefined : `product:${of}`);
  const id = subject === undefined ? `objective:${objective}` : `figure:${measure?.alias ?? keyResult.measure}@${subject}`;
  return {
    id,
    measure: localText(measure?.title, language) ?? keyResult.measure,
    ...(of === undefined || of === "*" ? {} : { of }),
    now: readingText(progress, language),
    ...(baseline === undefined ? {} : { baseline: quantityText(baseline, measure, language) }),
    target: quantityText(target, measure, language),
    ...(due === undefined ? {} : { due: formatDate(due, language) }),
    state,
    ...(reason === undefined ? {} : { reason: reasonText(reason, language) }),
  };
}
