// The seven policies: who answers for each, whether it is in force, how much of it rules check, how the rules stand today, and where we depart from the pack.
import { fill, formatDate, type Language, localText, reportWords, wordFor, wordsOf } from "#look";
import type { RuleTally } from "#policy";
import { type Policy, policyAreas, type Rule } from "#program";
import type { ScanResult } from "#scan";
import type { ArtefactDocument, Block } from "../artefacts/blocks.ts";
import { ruleSentence } from "../shared/rules.ts";
import { countStates, openFindings, openStates } from "../shared/states.ts";
import { errorsJson, footBlocks, frameJson, headBlocks } from "./frame.ts";
import type { ReportInput } from "./input.ts";
import { matrixPicture } from "./pictures.ts";
import { acknowledgedBy, lastAcknowledged } from "../shared/acknowledged.ts";
import { policyCoverage } from "./policy-coverage.ts";

/** More are summed up. */
const PRODUCTS = 20;

export function policiesDocument(input: ReportInput): ArtefactDocument {
  const words = reportWords(input.language).policies;
  return {
    language: input.language,
    look: "page",
    title: `${words.title}: ${input.result.program.organization.name}`,
    blocks: blocksOf(input),
    json: () => ({
      schema: "allmend.policies-report/1",
      ...frameJson(input),
      ...errorsJson(input),
      policies: input.result.program.policies.map((policy) => ({
        area: policy.area,
        state: policy.state,
        coverage: coverageOf(policy),
        rules: policy.rules.length,
        off: policy.off.map(({ rule, because }) => ({ rule, because })),
        acknowledgements: acknowledgements(input.result, policy.area),
        ...lastJson(lastAcknowledged(input.result.program, policy.area)),
      })),
    }),
  };
}

function* blocksOf(input: ReportInput): Generator<Block> {
  const { result, language } = input;
  const words = reportWords(language).policies;
  const { policies } = result.program;
  yield* headBlocks(input, `${words.title}: ${result.program.organization.name}`);
  yield { is: "paragraph", text: policies.length === 0 ? words.none : words.lead };
  yield overview(input);
  yield { is: "note", text: words.definition };
  const matrix = matrixPicture(result, language, PRODUCTS);
  if (matrix) yield* [{ is: "heading", text: reportWords(language).executive.matrix } as const, matrix];
  yield* departures(input);
  const standings = standingByRule(result, language);
  for (const policy of policies) {
    yield { is: "heading", text: localText(policy.title, language) ?? wordFor(wordsOf(language).area, policy.area) };
    const rows = policy.rules.map((rule) => [
      ruleSentence(rule, rule.id, language),
      wordsOf(language).outcome[rule.decide],
      standings(rule),
    ]);
    if (rows.length === 0) yield { is: "paragraph", text: reportWords(language).none };
    else yield { is: "table", head: [words.rule, words.decides, words.standing], rows };
  }
  yield* footBlocks(input);
}

function overview({ result, language }: ReportInput): Block {
  const words = reportWords(language).policies;
  const byArea = new Map(result.program.policies.map((policy) => [policy.area, policy]));
  const rows = policyAreas.map((area) => {
    const policy = byArea.get(area);
    const name = wordFor(wordsOf(language).area, area);
    if (!policy) return [name, words.missing, "", "", "", "", ""];
    const { covered, all } = coverageOf(policy);
    const count = acknowledgements(result, area);
    return [
      name,
      together(wordFor(wordsOf(language).state, policy.state)),
      policy.owner ?? "–",
      policy.approvedBy ?? "–",
      policy.review === undefined ? "–" : together(formatDate(policy.review, language)),
      all === 0 ? "–" : fill(words.coverageOf, { covered, all }, language),
      count === 0 ? words.notAcknowledged : acknowledgedText(result, policy, count, language),
    ];
  });
  return {
    is: "table",
    head: [words.area, words.state, words.owner, words.approvedBy, words.review, words.coverage, words.acknowledged],
    rows,
  };
}

/** Not broken over two lines in a narrow column. */
function together(words: string): string {
  return words.replaceAll(" ", "\u00A0");
}

/** How many, of which version, and when the last did. */
function acknowledgedText({ program }: ScanResult, policy: Policy, count: number, language: Language): string {
  const words = reportWords(language).policies;
  const last = lastAcknowledged(program, policy.area);
  return [
    fill(words.acknowledgements, { count }, language),
    ...(policy.inForce === undefined ? [] : [fill(words.ofVersion, { date: formatDate(policy.inForce, language) }, language)]),
    ...(last === undefined ? [] : [fill(words.lastOn, { date: formatDate(last, language) }, language)]),
  ].join(", ");
}

/** Over the prose in its first language: rules stand there. */
export function coverageOf({ prose }: Policy) {
  const counts = Object.values(prose).map((text) => policyCoverage(text));
  return counts.reduce((best, one) => (one.covered > best.covered ? one : best), counts[0] ?? { covered: 0, all: 0 });
}

function lastJson(last: string | undefined): { readonly lastAcknowledged?: string } {
  return last === undefined ? {} : { lastAcknowledged: last };
}

/** People, each once; nobody is named. */
function acknowledgements({ program }: ScanResult, area: string): number {
  return acknowledgedBy(program, area).size;
}

function* departures({ result, language }: ReportInput): Generator<Block> {
  const words = reportWords(language).policies;
  const { packs, policies } = result.program;
  yield { is: "heading", text: words.departures };
  if (packs.length === 0) return yield { is: "paragraph", text: words.noPack };
  const off = policies.flatMap((policy) => policy.off).map(({ rule, because }) => fill(words.off, { rule, because }, language));
  const own = policies.flatMap((policy) => policy.rules).filter(({ pack }) => pack === undefined);
  const told =
    own
      .slice(0, 12)
      .map(({ id }) => id)
      .join(", ") + (own.length > 12 ? ", …" : "");
  const items = [...off, ...(own.length === 0 ? [] : [fill(words.own, { count: own.length, rules: told }, language)])];
  yield items.length === 0
    ? { is: "paragraph", text: fill(words.noDepartures, { packs: packs.join(", ") }, language) }
    : { is: "list", items };
}

function standingByRule(result: ScanResult, language: Language): (rule: Rule) => string {
  const tallies = new Map<string, RuleTally>(result.rules.map((tally) => [tally.rule, tally]));
  const open = Map.groupBy(openFindings(result), ({ rule }) => rule);
  const { counted, reason } = wordsOf(language);
  const words = reportWords(language).policies;
  return ({ id }) => {
    const counts = countStates(open.get(id) ?? []);
    const states = openStates.filter((state) => counts[state] > 0).map((state) => fill(counted[state], { count: counts[state] }, language));
    if (states.length > 0) return states.join(", ");
    const tally = tallies.get(id);
    const answered = tally ? tally.matched + tally.notMatched : 0;
    if (answered > 0) return fill(words.fine, { count: answered }, language);
    const reasons = Object.keys(tally?.reasons ?? {}).map((name) => wordFor(reason, name));
    return reasons.length === 0 ? words.idle : fill(words.silent, { reason: reasons.join(", ") }, language);
  };
}
