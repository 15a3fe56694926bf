// An organisation under the four headings of the course: business model, strategy with its place on the ladder, policies as documents and as automated processes, summary.
import { analysisWords, fill, formatNumber, formatShare, type Language, localText, wordFor, wordsOf } from "#look";
import { policyAreas, type Rung, rungs } from "#program";
import type { ArtefactDocument, Block } from "../artefacts/blocks.ts";
import { answerFrameworks, type ItemAnswer } from "../frameworks/answers.ts";
import { askRules } from "./asks/index.ts";
import { errorsJson, footBlocks, frameJson, headBlocks } from "./frame.ts";
import type { ReportInput } from "./input.ts";
import { ladderPicture } from "./pictures.ts";
import { policyCoverage } from "./policy-coverage.ts";
import { sharePicture } from "./share-picture.ts";
import { objectivesOf } from "./snapshot.ts";
import { standingWord } from "./strategy.ts";
import { speak } from "./statement.ts";
import { viewOf } from "./view.ts";

const MOST_PROJECTS = 20;
const MOST_PRODUCTS = 30;
const MOST_OBJECTIVES = 30;
const MOST_NEXT = 4;

export function analysisDocument(input: ReportInput): ArtefactDocument {
  const { organization } = input.result.program;
  const title = `${analysisWords(input.language).title}: ${organization.name}`;
  const ladder = ladderOf(input);
  return {
    language: input.language,
    look: "page",
    title,
    blocks: blocksOf(input, title),
    json: () => ({
      schema: "allmend.analysis/1",
      ...frameJson(input),
      ...errorsJson(input),
      ...(organization.business ? { business: organization.business } : {}),
      ...(ladder.reached ? { rung: ladder.reached } : {}),
      ladder: ladder.groups.map(({ rung, items }) => ({ rung, items: items.map(({ item, state }) => ({ id: item.id, state })) })),
      policies: input.result.program.policies.map(({ area, state, rules }) => ({ area, state, rules: rules.length })),
      strengths: strengths(input),
      gaps: gaps(input),
    }),
  };
}

function* blocksOf(input: ReportInput, title: string): Generator<Block> {
  const { result, language } = input;
  const words = analysisWords(language);
  yield* headBlocks(input, title);
  yield {
    is: "paragraph",
    text: fill(words.lead, { organization: result.program.organization.name, repositories: result.repositories.length }, language),
  };
  yield* businessBlocks(input);
  yield* strategyBlocks(input);
  yield* policyBlocks(input);
  yield* summaryBlocks(input);
  yield* footBlocks(input);
}

function* businessBlocks({ result, language }: ReportInput): Generator<Block> {
  const words = analysisWords(language);
  const { business, products } = result.program.organization;
  yield { is: "heading", text: words.business };
  if (!business) yield { is: "paragraph", text: words.noBusiness };
  else {
    const role = business.role === undefined ? [] : [{ label: words.role, value: words.roles[business.role], note: "" }];
    yield { is: "figures", items: [...role, { label: words.stateLabel, value: words.states[business.state], note: "" }] };
    yield {
      is: "table",
      head: [words.model, words.share, words.revenue, words.reasons, words.risks],
      rows: business.models.map(({ model, name, share, revenue, reasons, risks, because }) => [
        (localText(name, language) ?? words.models[model]) + (because === undefined ? "" : `: ${because}`),
        share === undefined ? "–" : formatShare(share / 100, language),
        revenue ?? "–",
        reasons.map((reason) => words.reasonNames[reason]).join(", ") || "–",
        risks.join("; ") || "–",
      ]),
    };
  }
  if (products.length === 0) yield { is: "paragraph", text: words.noProducts };
  else
    yield {
      is: "table",
      head: [words.product, words.productModels, words.differentiation],
      rows: products
        .slice(0, MOST_PRODUCTS)
        .map(({ id, name, models, differentiation }) => [
          localText(name, language) ?? id,
          models.map((model) => words.models[model]).join(", ") || "–",
          differentiation === undefined ? "–" : words.differentiations[differentiation],
        ]),
    };
  const share = sharePicture(result, language, 8);
  if (share) yield* [{ is: "subheading", text: words.shareTitle } as const, share];
}

function* strategyBlocks(input: ReportInput): Generator<Block> {
  const { result, language } = input;
  const words = analysisWords(language);
  const { strategy, organization } = result.program;
  yield { is: "heading", text: words.strategy };
  if (!strategy) yield { is: "paragraph", text: words.noStrategy };
  else {
    const { title, version, state } = strategy;
    const told = { title: localText(title, language) ?? "", version, state: wordFor(wordsOf(language).state, state) };
    yield { is: "paragraph", text: fill(words.strategyLine, told, language) };
    yield {
      is: "table",
      head: [words.objective, words.standing],
      rows: objectivesOf(result)
        .slice(0, MOST_OBJECTIVES)
        .map(({ objective, state: standing }) => [localText(objective.statement, language) ?? objective.id, standingWord(standing, input)]),
    };
  }
  const { groups, reached } = ladderOf(input);
  const names = wordsOf(language).community.rungs;
  yield { is: "subheading", text: words.ladder };
  const rung = reached === undefined ? words.noRung : names[reached];
  yield { is: "paragraph", text: fill(words.ladderLine, { organization: organization.name, rung }, language) };
  yield {
    is: "table",
    head: [words.rung, words.done, words.open],
    rows: groups.map(({ rung: name, items }) => [names[name], textsOf(items, true, language), textsOf(items, false, language)]),
  };
  yield { is: "subheading", text: words.projects };
  yield ladderPicture(result, language, MOST_PROJECTS) ?? { is: "paragraph", text: words.noProjects };
}

function textsOf(items: readonly ItemAnswer[], met: boolean, language: Language): string {
  const told = items.filter(({ state }) => (state === "met") === met).map(({ item }) => localText(item.text, language) ?? item.id);
  return told.join("; ") || "–";
}

/** The contents of each rung as they can be shown, and the highest whose contents, and those below, are all met. */
function ladderOf({ frameworks = [], result }: ReportInput) {
  const answer = answerFrameworks(frameworks, result).find(({ framework }) => framework.id === "ladder");
  const groups = rungs.map((rung) => ({ rung, items: (answer?.items ?? []).filter(({ item }) => item.group === rung) }));
  let reached: Rung | undefined;
  for (const { rung, items } of groups) {
    if (items.length === 0 || items.some(({ state }) => state !== "met")) break;
    reached = rung;
  }
  return { groups, reached };
}

function* policyBlocks({ result, language }: ReportInput): Generator<Block> {
  const words = analysisWords(language);
  const { policies, cases = [] } = result.program;
  yield { is: "heading", text: words.policies };
  yield { is: "subheading", text: words.documents };
  yield {
    is: "table",
    head: [words.area, words.state, words.rules, words.covered],
    rows: policyAreas.map((area) => {
      const policy = policies.find((one) => one.area === area);
      const name = wordFor(wordsOf(language).area, area);
      if (!policy) return [name, words.missing, "–", "–"];
      const { covered, all } = policyCoverage(Object.values(policy.prose)[0] ?? "");
      return [name, wordFor(wordsOf(language).state, policy.state), formatNumber(policy.rules.length, language), `${covered} / ${all}`];
    }),
  };
  yield { is: "subheading", text: words.processes };
  const { uses } = result.summary;
  const decided = uses.allow + uses.warn + uses.deny;
  const told = {
    rules: policies.reduce((sum, policy) => sum + policy.rules.length, 0),
    answered: result.coverage.rulesAnswered,
    uses: decided + uses.review + uses.unknown,
    decided,
  };
  yield { is: "paragraph", text: fill(words.processesLine, told, language) };
  if (cases.length === 0) yield { is: "paragraph", text: words.noRequests };
  else
    yield {
      is: "table",
      head: [words.request, words.decidedBy],
      rows: cases.map(({ title, kind, lanes, automatic }) => {
        const names = lanes.map((lane) => localText(lane.title, language) ?? lane.id).join(", ") || "–";
        const alone = automatic.approve.length > 0 || automatic.approveWhen.length > 0 || automatic.withoutLanes;
        return [localText(title, language) ?? kind, fill(alone ? words.rulesAndLanes : words.lanesOnly, { lanes: names }, language)];
      }),
    };
}

function* summaryBlocks(input: ReportInput): Generator<Block> {
  const words = analysisWords(input.language);
  yield { is: "heading", text: words.summary };
  const next = speak(askRules, viewOf(input)).slice(0, MOST_NEXT);
  for (const [title, items] of [
    [words.strengths, strengths(input)],
    [words.gaps, gaps(input)],
    [words.next, next.map(({ title, text }) => `${/[.!?]$/.test(title) ? title : `${title}.`} ${text}`)],
  ] as const) {
    yield { is: "subheading", text: title };
    yield items.length === 0 ? { is: "paragraph", text: words.nothing } : { is: "list", items };
  }
}

function inForce(state: string): boolean {
  return state === "in-force" || state === "review-due";
}

function strengths({ result, language }: ReportInput): string[] {
  const words = analysisWords(language);
  const { strategy, policies } = result.program;
  const holding = policies.filter(({ state }) => inForce(state)).length;
  const answers = result.rules.reduce((sum, { matched, notMatched }) => sum + matched + notMatched, 0);
  const fine = result.rules.reduce((sum, { notMatched }) => sum + notMatched, 0);
  const published = result.repositories.filter(({ facts }) => facts["published"] === true);
  const alive = published.filter(({ facts }) => typeof facts["daysSinceCommit"] === "number" && facts["daysSinceCommit"] <= 365);
  return [
    ...(strategy && inForce(strategy.state) ? [words.strategyHolds] : []),
    ...(holding > 0 ? [fill(words.policiesHold, { count: holding, all: policyAreas.length }, language)] : []),
    ...(answers > 0 ? [fill(words.rulesHold, { percent: formatShare(fine / answers, language) }, language)] : []),
    ...(alive.length > 0 ? [fill(words.alive, { count: alive.length, all: published.length }, language)] : []),
  ];
}

function gaps({ result, language }: ReportInput): string[] {
  const words = analysisWords(language);
  const { strategy, policies } = result.program;
  const missing = policyAreas.filter((area) => !policies.some((policy) => policy.area === area && inForce(policy.state)));
  const objectives = objectivesOf(result);
  const unmeasured = objectives.filter(({ state }) => state === "unknown").length;
  const unknown = result.coverage.components - result.coverage.componentsWithLicense;
  return [
    ...(strategy && inForce(strategy.state) ? [] : [words.gapStrategy]),
    ...(missing.length > 0
      ? [fill(words.gapPolicies, { areas: missing.map((area) => wordFor(wordsOf(language).area, area)).join(", ") }, language)]
      : []),
    ...(unmeasured > 0 ? [fill(words.gapKeyResults, { count: unmeasured, all: objectives.length }, language)] : []),
    ...(unknown > 0 ? [fill(words.gapUnknown, { count: unknown }, language)] : []),
  ];
}
