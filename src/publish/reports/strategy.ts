// The strategy as it stands: its text, each objective with its activities and the live values of its key results, the ladder, and where the chain breaks.
import { fill, formatDate, formatNumber, localText, reportWords, wordFor, wordsOf } from "#look";
import type { KeyResultProgress, ObjectiveProgress } from "#measures";
import type { Strategy } from "#program";
import type { ArtefactDocument, Block } from "../artefacts/blocks.ts";
import { numberText, quantityText } from "../shared/figures.ts";
import { CULTURE_REGISTERS, cultureOf } from "../office/culture.ts";
import { chainBreaks } from "./chain-breaks.ts";
import { cultureBlocks } from "./culture.ts";
import { cutList, errorsJson, footBlocks, frameJson, headBlocks } from "./frame.ts";
import type { ReportInput } from "./input.ts";
import { ladderSteps } from "./ladder-steps.ts";
import { ladderPicture, mapPicture } from "./pictures.ts";
import { objectivesOf } from "./snapshot.ts";
import { reasonText } from "./unknowns.ts";
import { isHeld } from "./view.ts";

const MAP_ROWS = 14;
const MOST_OBJECTIVES = 60;
const MOST_PROJECTS = 30;
const MOST_BREAKS = 40;

export function strategyDocument(input: ReportInput): ArtefactDocument {
  const words = reportWords(input.language).strategy;
  const objectives = objectivesOf(input.result);
  const { strategy } = input.result.program;
  return {
    language: input.language,
    look: "page",
    title: `${words.title}: ${input.result.program.organization.name}`,
    blocks: blocksOf(input, objectives),
    json: () => ({
      schema: "allmend.strategy-report/1",
      ...frameJson(input),
      ...errorsJson(input),
      ...(strategy ? { state: strategy.state, version: strategy.version } : {}),
      objectives: objectives.map(({ objective, state, keyResults }) => ({
        id: objective.id,
        state,
        keyResults: keyResults.map(({ keyResult, measure: _measure, ...rest }) => ({
          measure: keyResult.measure,
          ...(keyResult.due === undefined ? {} : { due: keyResult.due }),
          ...rest,
        })),
      })),
      upstreams: input.result.upstreams.projects.map(({ project, rung, wanted, below }) => ({ project, rung, wanted, below })),
      culture: cultureOf(input.result),
      breaks: chainBreaks(input.result.program),
    }),
  };
}

function* blocksOf(input: ReportInput, objectives: readonly ObjectiveProgress[]): Generator<Block> {
  const { result, language } = input;
  const words = reportWords(language).strategy;
  const { strategy } = result.program;
  yield* headBlocks(input, `${words.title}: ${result.program.organization.name}`);
  if (!strategy) {
    yield { is: "paragraph", text: words.none };
    yield* footBlocks(input);
    return;
  }
  yield { is: "figures", items: standing(strategy, input) };
  yield { is: "paragraph", text: tally(objectives, input) };
  const map = mapPicture(result, language, MAP_ROWS);
  if (map) yield* [{ is: "heading", text: words.map } as const, map];
  yield* objectiveBlocks(strategy, objectives, input);
  const steps = ladderPicture(result, language, MOST_PROJECTS);
  yield { is: "heading", text: words.ladder };
  if (steps) {
    yield* [{ is: "note", text: words.ladderLead } as const, steps];
    yield* ladderSteps(result, language, MOST_PROJECTS);
  } else yield { is: "paragraph", text: words.noLadder };
  if (cultureOf(result).missing.length < CULTURE_REGISTERS) yield* cultureBlocks(result, language);
  yield { is: "heading", text: words.breaks };
  const breaks = chainBreaks(result.program).map(({ kind, name }) =>
    fill(words.break[kind], { name: localText(name, language) ?? "" }, language),
  );
  if (breaks.length === 0) yield { is: "paragraph", text: words.noBreaks };
  else yield { is: "list", items: cutList(breaks, MOST_BREAKS, input) };
  yield { is: "heading", text: words.text };
  const prose = localText(strategy.prose, language) ?? "";
  if (prose.trim() === "") yield { is: "paragraph", text: words.noProse };
  else yield { is: "prose", markdown: prose };
  yield* footBlocks(input);
}

function standing(strategy: Strategy, { result, language }: ReportInput) {
  const words = reportWords(language).strategy;
  const date = (text: string | undefined) => (text === undefined ? words.notStated : formatDate(text, language));
  const overdue = strategy.review !== undefined && strategy.review < result.now.slice(0, 10);
  const pairs: readonly (readonly [string, string])[] = [
    [words.state, wordFor(wordsOf(language).state, strategy.state)],
    [words.version, strategy.version || words.notStated],
    [words.owner, strategy.owner ?? words.notStated],
    [words.sponsor, strategy.sponsor ?? words.notStated],
    [words.inForce, date(strategy.inForce)],
    [words.review, overdue ? fill(words.reviewOverdue, { date: date(strategy.review) }, language) : date(strategy.review)],
  ];
  return pairs.map(([label, value]) => ({ label, value, note: "" }));
}

function tally(objectives: readonly ObjectiveProgress[], { result, language }: ReportInput): string {
  const count = (state: string) => objectives.filter((one) => one.state === state).length;
  const values = { met: count("met"), onTrack: count("on-track"), behind: count("behind"), unknown: count("unknown") };
  const { strategy } = reportWords(language);
  return `${strategy.objectives}: ${fill(isHeld(result) ? strategy.standing : strategy.standingOfDraft, values, language)}.`;
}

function* objectiveBlocks(strategy: Strategy, objectives: readonly ObjectiveProgress[], input: ReportInput): Generator<Block> {
  const { language } = input;
  const words = reportWords(language);
  yield { is: "heading", text: words.strategy.objectives };
  for (const { objective, keyResults, state } of objectives.slice(0, MOST_OBJECTIVES)) {
    yield { is: "subheading", text: `${localText(objective.statement, language) ?? objective.id}: ${standingWord(state, input)}` };
    const activities = strategy.activities
      .filter(({ serves }) => Object.hasOwn(serves, objective.id))
      .map(({ id, title }) => localText(title, language) ?? id);
    yield {
      is: "paragraph",
      text:
        activities.length === 0
          ? words.strategy.noActivities
          : fill(words.strategy.activities, { list: cutList(activities, 8, input).join("; ") }, language),
    };
    if (keyResults.length === 0) yield { is: "note", text: words.strategy.noKeyResults };
    else yield keyResultTable(keyResults, input);
  }
  const more = objectives.length - MOST_OBJECTIVES;
  if (more > 0) yield { is: "note", text: fill(words.more, { count: more }, language) };
}

/** Of a strategy that does not hold yet nothing is behind: it is not reached yet. */
export function standingWord(state: ObjectiveProgress["state"], { result, language }: ReportInput): string {
  const words = reportWords(language);
  return state === "behind" && !isHeld(result) ? words.notReachedYet : words.progress[state];
}

function keyResultTable(keyResults: readonly KeyResultProgress[], input: ReportInput): Block {
  const { language } = input;
  const words = reportWords(language);
  const { keyResult, now, baseline, target, due, standingNow } = words.strategy;
  return {
    is: "table",
    head: [keyResult, now, baseline, target, due, standingNow],
    rows: keyResults.map((progress) => {
      const { measure } = progress;
      const of = progress.keyResult.of === undefined || progress.keyResult.of === "*" ? "" : ` (${progress.keyResult.of})`;
      const reason = progress.reason === undefined ? "" : `: ${reasonText(progress.reason, language)}`;
      return [
        `${localText(measure?.title, language) ?? progress.keyResult.measure}${of}`,
        readingText(progress, language),
        progress.keyResult.baseline === undefined ? words.none : quantityText(progress.keyResult.baseline, progress.measure, language),
        quantityText(progress.keyResult.target, progress.measure, language),
        progress.keyResult.due === undefined ? words.none : formatDate(progress.keyResult.due, language),
        `${standingWord(progress.state, input)}${reason}`,
      ];
    }),
  };
}

/** One value, or how many reached it and from where to where they go. */
export function readingText({ readings, measure, target = 0, wants }: KeyResultProgress, language: ReportInput["language"]): string {
  const numbers = readings.flatMap(({ value }) => value ?? []);
  const [first] = numbers;
  if (first === undefined || !measure) return reportWords(language).none;
  if (readings.length === 1) return numberText(first, measure, language);
  const reached = numbers.filter((value) => (wants === "less" ? value <= target : value >= target)).length;
  const [low, high] = [numberText(Math.min(...numbers), measure, language), numberText(Math.max(...numbers), measure, language)];
  return fill(reportWords(language).strategy.reached, { reached, count: formatNumber(readings.length, language), low, high }, language);
}
