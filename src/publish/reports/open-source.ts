// The yearly report to the public: what we use, give back, publish, and how we deliver, by a method that is said. No findings, no products, no people.
import { ecosystemName, fill, formatDate, formatNumber, reportWords, shortWord, wordFor, wordsOf } from "#look";
import { deliveryKeys, levels } from "#measures";
import type { ResultRepository, ScanResult } from "#scan";
import type { ArtefactDocument, Block } from "../artefacts/blocks.ts";
import { countLevels } from "../delivery/figures.ts";
import { footBlocks, frameJson, titleBlocks } from "./frame.ts";
import type { ReportInput } from "./input.ts";
import { shareText, unknownShare } from "./share-picture.ts";

export function openSourceDocument(input: ReportInput): ArtefactDocument {
  const words = reportWords(input.language).public;
  const { result } = input;
  const title = `${fill(words.title, { year: result.now.slice(0, 4) }, input.language)}: ${result.program.organization.name}`;
  return {
    language: input.language,
    look: "page",
    title,
    blocks: blocksOf(input, title),
    json: () => ({
      schema: "allmend.open-source-report/1",
      ...frameJson(input),
      components: result.coverage.components,
      licenses: strengths(result).map(([strength, components]) => ({ strength, components })),
      given: given(result).map(({ project, involvement, rung }) => ({
        project,
        commits: involvement?.ours?.commits ?? 0,
        ...(rung ? { rung } : {}),
      })),
      published: publishedOf(result).map(({ id, facts }) => ({
        id,
        ...(typeof facts.license === "string" ? { license: facts.license } : {}),
      })),
    }),
  };
}

/** Repositories that others may use and can reach. */
function publishedOf({ repositories }: ScanResult): readonly ResultRepository[] {
  return repositories.filter(({ facts }) => facts.published === true);
}

function* blocksOf(input: ReportInput, title: string): Generator<Block> {
  const { result, language } = input;
  const words = reportWords(language).public;
  yield* titleBlocks(input, title);
  const { name } = result.program.organization;
  yield { is: "paragraph", text: fill(words.lead, { organization: name, date: formatDate(result.now, language) }, language) };
  yield* useBlocks(input);
  yield* giveBlocks(input);
  yield* publishBlocks(input);
  yield* deliverBlocks(input);
  yield { is: "heading", text: words.method };
  yield { is: "list", items: words.methods };
  yield* footBlocks(input);
}

function* useBlocks({ result, language }: ReportInput): Generator<Block> {
  const words = reportWords(language).public;
  const { components, repositories } = result.coverage;
  const share = result.measures.find(({ measure, subject }) => measure === "consumption.open-source-share" && subject === "organization");
  const bySize = result.measures.find(
    ({ measure, subject }) => measure === "consumption.open-source-share-by-size" && subject === "organization",
  );
  yield { is: "heading", text: words.use };
  yield { is: "paragraph", text: fill(words.useLine, { components, repositories }, language) };
  yield {
    is: "figures",
    items: [
      {
        label: words.share,
        value: typeof share?.value === "number" ? shareText(share.value, unknownShare(share) > 0, language) : words.noShare,
        note: fill(words.byComponents, { components }, language),
      },
      {
        label: words.shareBySize,
        value: typeof bySize?.value === "number" ? shareText(bySize.value, unknownShare(bySize) > 0, language) : words.noShare,
        note:
          bySize?.estimate === true
            ? fill(words.sizesKnown, { known: Number(bySize.detail?.["knownSizes"] ?? 0), components }, language)
            : "",
      },
    ],
  };
  if (components === 0) return;
  const kinds = strengths(result).map(([strength, count]) => [
    shortWord(wordFor(wordsOf(language).strength, strength)),
    formatNumber(count, language),
  ]);
  const systems = result.summary.ecosystems.map(({ type, components: count }) => [
    ecosystemName(type) || words.noEcosystem,
    formatNumber(count, language),
  ]);
  yield {
    is: "beside",
    parts: [
      [
        { is: "subheading", text: words.licenses },
        { is: "table", head: [words.strength, words.count], rows: kinds },
      ],
      [
        { is: "subheading", text: words.ecosystems },
        { is: "table", head: [words.ecosystem, words.count], rows: systems.slice(0, 12) },
      ],
    ],
  };
}

function strengths({ summary }: ScanResult): [string, number][] {
  const counts = new Map<string, number>();
  for (const { strength, components } of summary.licenses) counts.set(strength, (counts.get(strength) ?? 0) + components);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function given({ upstreams }: ScanResult) {
  return upstreams.projects.filter(({ involvement }) => (involvement?.ours?.commits ?? 0) > 0);
}

function* giveBlocks({ result, language }: ReportInput): Generator<Block> {
  const words = reportWords(language).public;
  const projects = given(result);
  yield { is: "heading", text: words.give };
  const known = result.upstreams.projects.some(({ involvement }) => involvement?.ours);
  if (projects.length === 0) return yield { is: "paragraph", text: known ? words.giveNone : words.giveUnknown };
  const commits = projects.reduce((sum, { involvement }) => sum + (involvement?.ours?.commits ?? 0), 0);
  yield { is: "paragraph", text: fill(words.giveLine, { commits, projects: projects.length }, language) };
  const { rungs } = wordsOf(language).community;
  const rows = projects
    .slice(0, 50)
    .map(({ project, involvement, rung }) => [
      project,
      formatNumber(involvement?.ours?.commits ?? 0, language),
      wordFor(rungs, rung ?? ""),
    ]);
  yield { is: "table", head: [words.project, words.commits, words.rung], rows };
}

function* publishBlocks({ result, language }: ReportInput): Generator<Block> {
  const words = reportWords(language).public;
  const published = publishedOf(result);
  yield { is: "heading", text: words.publish };
  if (published.length === 0) return yield { is: "paragraph", text: words.publishNone };
  const rows = published.slice(0, 200).map(({ id, facts, checks }) => {
    const answered = checks.filter(({ outcome }) => outcome === "pass" || outcome === "fail");
    const passed = answered.filter(({ outcome }) => outcome === "pass").length;
    const releases = result.measures.find(
      ({ measure, subject }) => measure === "project.release-frequency" && subject === `repository:${id}`,
    )?.value;
    return [
      id,
      typeof facts.license === "string" ? facts.license : words.licenseUnknown,
      fill(words.passed, { passed, all: answered.length }, language),
      typeof releases === "number" ? formatNumber(releases, language) : "–",
    ];
  });
  yield { is: "table", head: [words.repository, words.license, words.checks, words.lastRelease], rows };
}

/** How many have which level; nothing is named. */
function* deliverBlocks({ result, language }: ReportInput): Generator<Block> {
  const words = reportWords(language).public;
  const { deliveries } = result;
  const [first] = deliveries;
  yield { is: "heading", text: words.deliver };
  if (!first) return yield { is: "paragraph", text: words.deliverNone };
  yield { is: "paragraph", text: fill(words.deliverLine, { count: deliveries.length, year: String(first.year) }, language) };
  const names = wordsOf(language).delivery;
  const rows = deliveryKeys.map((key) => {
    const counts = countLevels(deliveries, key);
    return [names.key[key], ...[...levels, "none" as const].map((level) => formatNumber(counts[level], language))];
  });
  yield { is: "table", head: [words.key, ...levels.map((level) => names.level[level]), names.noLevel], rows };
}
