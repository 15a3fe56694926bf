// One page for a product and its release: the answer first, then what is open, then what was made and how far the release is.
import { artefactWords, compatibilityWords, fill, formatDate, type Language, localText, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import { type Release, replayReleases } from "#program";
import { obligationsOf, releaseFigures } from "#scan";
import { dutyComponents, dutyWord } from "../shared/obligations.ts";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { footBlocks, frameOf, headBlocks } from "./frame.ts";
import type { ArtefactInput } from "./input.ts";

const MOST_ROWS = 40;
const MOST_NAMES = 3;

export function complianceDocument(input: ArtefactInput): ArtefactDocument {
  const page = pageOf(input);
  const frame = frameOf(input, artefactWords(input.language).compliance.title);
  return {
    language: input.language,
    title: frame.title,
    blocks: blocksOf(page, input),
    json: () => ({ schema: "allmend.compliance/1", ...frame.json, ...page }),
  };
}

type Page = ReturnType<typeof pageOf>;

function pageOf(input: ArtefactInput) {
  const { result, product, version } = input;
  const replay = replayReleases(result.program.records, result.now);
  const releases = replay.releases.filter((one) => one.product === product && (version === undefined || one.version === version));
  const figures = releaseFigures(result, product, version ?? "");
  const findings = result.findings.filter((finding) => counts(finding, product));
  const held = new Set(result.uses.filter((use) => use.product === product).map((use) => use.component));
  return {
    figures,
    findings,
    duties: obligationsOf(result, product, version).filter(({ state }) => state !== "standing"),
    unknown: [...held]
      .sort((a, b) => a - b)
      .flatMap((index) => (result.components[index]?.license === undefined ? (result.components[index]?.purl ?? []) : [])),
    compatibility: result.compatibility.filter((one) => one.product === product),
    releases,
    refused: replay.refused.filter((one) => one.product === product && (version === undefined || one.version === version)),
  };
}

function counts({ subject, outcome, mode, waiver }: Finding, product: string): boolean {
  return subject.product === product && mode === "enforce" && outcome !== "allow" && (!waiver || waiver.expired);
}

function* blocksOf(page: Page, input: ArtefactInput): Generator<Block> {
  const { language } = input;
  const words = artefactWords(language).compliance;
  const { figures, findings } = page;
  const review = findings.filter(({ outcome }) => outcome === "review").length;
  yield* headBlocks(input, words.title);
  const open = { deny: figures.findingsOpen, review, duties: figures.obligationsOpen, unknown: figures.unknownLicenses };
  const clear = Object.values(open).every((count) => count === 0);
  yield { is: "paragraph", text: clear ? words.clear : fill(words.answer, open, language) };
  yield* findingBlocks(findings, input);
  yield* togetherBlocks(page, input);
  yield* dutyBlocks(page, input);
  if (page.unknown.length > 0) {
    yield { is: "heading", text: fill(words.unknown, { count: page.unknown.length }, language) };
    yield { is: "list", items: cut(page.unknown, language) };
  }
  yield* releaseBlocks(page, language);
  yield* footBlocks(input);
}

function* findingBlocks(findings: readonly Finding[], { result, language }: ArtefactInput): Generator<Block> {
  const words = artefactWords(language).compliance;
  const told = findings.filter(({ outcome }) => outcome !== "warn");
  if (told.length === 0) return;
  const rules = new Map(result.program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
  const byRule = Map.groupBy(told, ({ rule, outcome }) => `${outcome}\n${rule}`);
  yield { is: "heading", text: fill(words.findings, { count: told.length }, language) };
  const rows = [...byRule.values()].map((group) => {
    const [first] = group;
    const rule = first && rules.get(first.rule);
    const labels = [...new Set(group.map(({ subject }) => subject.label))];
    return [
      wordFor(wordsOf(language).outcome, first?.outcome ?? ""),
      localText(rule?.statement, language) ?? (first?.because === "not-covered" ? wordsOf(language).explain.default : (first?.rule ?? "")),
      names(labels, language),
      localText(rule?.remedy, language) ?? "",
    ];
  });
  yield { is: "table", head: [words.state, words.rule, words.about, words.remedy], rows: rows.slice(0, MOST_ROWS) };
}

function* togetherBlocks({ compatibility }: Page, { result, language }: ArtefactInput): Generator<Block> {
  const words = compatibilityWords(language);
  if (compatibility.length === 0) return;
  const ordered = [...compatibility].sort((a, b) => Number(b.compatible === "no") - Number(a.compatible === "no"));
  yield { is: "heading", text: words.title };
  yield {
    is: "table",
    head: [words.answer, words.ours, words.theirs, artefactWords(language).compliance.components, words.why],
    rows: ordered
      .slice(0, MOST_ROWS)
      .map((one) => [
        words.answers[one.compatible],
        `${one.outbound ?? words.notKnown} (${one.repository})`,
        one.inbound,
        names(dutyComponents(one, result), language),
        `${wordFor(words.reason, one.reason)}${one.beside === undefined ? "" : `: ${one.beside}`} (${one.source})`,
      ]),
  };
}

function* dutyBlocks({ duties }: Page, { result, language }: ArtefactInput): Generator<Block> {
  const words = artefactWords(language);
  if (duties.length === 0) return;
  yield { is: "heading", text: words.compliance.duties };
  const ordered = [...duties].sort((a, b) => Number(b.state === "open") - Number(a.state === "open"));
  yield {
    is: "table",
    head: [words.compliance.state, words.compliance.duty, words.compliance.license, words.compliance.components, words.compliance.evidence],
    rows: ordered
      .slice(0, 4 * MOST_ROWS)
      .map((duty) => [
        wordFor(words.states, duty.state),
        dutyWord(duty, language),
        duty.kind === "unknown" ? "" : duty.source.startsWith(duty.license) ? duty.source : `${duty.license} (${duty.source})`,
        names(dutyComponents(duty, result), language),
        duty.evidence ?? duty.because ?? "",
      ]),
  };
}

function* releaseBlocks({ releases, refused }: Page, language: Language): Generator<Block> {
  const words = artefactWords(language).compliance;
  yield { is: "heading", text: words.releases };
  if (releases.length === 0) yield { is: "paragraph", text: words.noRelease };
  for (const release of releases) {
    yield { is: "subheading", text: `${release.version}: ${wordFor(words.releaseStates, release.state)}` };
    yield { is: "list", items: stepLines(release, language) };
    if (release.artifacts.length > 0) {
      yield {
        is: "table",
        head: [words.artifact, words.file, "SHA-256"],
        rows: release.artifacts.map(({ kind, file, sha256 }) => [kind, file, sha256]),
      };
    }
  }
  if (refused.length > 0) {
    yield { is: "paragraph", text: words.refused };
    yield {
      is: "list",
      items: refused.map(
        ({ version, step, message, position }) => `${version} → ${step.to}: ${message} (${position.file}:${position.line})`,
      ),
    };
  }
}

function stepLines({ steps }: Release, language: Language): string[] {
  const words = artefactWords(language).compliance;
  return steps.map((step) => {
    const by = step.by === undefined ? "" : `, ${step.by}`;
    const because = step.because === undefined ? "" : `: ${step.because}`;
    return `${formatDate(step.at, language)}${by}: ${wordFor(words.releaseStates, step.to)}${because}`;
  });
}

function names(all: readonly string[], language: Language): string {
  const rest = all.length - MOST_NAMES;
  const told = all.slice(0, MOST_NAMES).join(", ");
  return rest > 0 ? `${told} ${fill(artefactWords(language).more, { count: rest }, language)}` : told;
}

function cut(all: readonly string[], language: Language): string[] {
  const rest = all.length - MOST_ROWS;
  return rest > 0 ? [...all.slice(0, MOST_ROWS), fill(artefactWords(language).more, { count: rest }, language)] : [...all];
}
