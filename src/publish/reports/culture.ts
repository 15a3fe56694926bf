// Culture and people as blocks of a report.
import { cultureQuestionIds } from "#facts";
import { cultureSurveyWords, type CultureWords, cultureWords, fill, formatDate, formatNumber, type Language, wordFor } from "#look";
import type { ScanResult } from "#scan";
import type { Block } from "../artefacts/blocks.ts";
import { type Culture, cultureOf } from "../office/culture.ts";

const MOST = 12;

export function* cultureBlocks(result: ScanResult, language: Language): Generator<Block> {
  const words = cultureWords(language);
  const culture = cultureOf(result);
  yield { is: "heading", text: words.title };
  yield { is: "note", text: words.lead };
  yield* said(culture, language);
  yield* trainings(culture, words, language);
  const people = culture.ambassadors.map(({ unit, count }) => fill(words.ambassador, { unit: unit ?? words.wholeHouse, count }, language));
  yield* list(words.ambassadors, people);
  const events = culture.events.map(({ on, kind, title }) => `${formatDate(on, language)}: ${title} (${wordFor(words.kind, kind)})`);
  yield* list(words.events, events);
  yield* list(
    words.recognition,
    culture.recognition.map(
      ({ on, for: what, team, with: names }) =>
        `${formatDate(on, language)}: ${what}${who([...(team === undefined ? [] : [team]), ...names])}`,
    ),
  );
  yield* inner(culture, words);
  const missing = culture.missing.map((name) => `registers/${name}.yaml (${words.register[name]})`);
  if (missing.length > 0) yield { is: "note", text: fill(words.missing, { list: missing.join(", ") }, language) };
}

function who(names: readonly string[]): string {
  return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

function* said({ said: all }: Culture, language: Language): Generator<Block> {
  if (!all) return;
  const { short, results: words } = cultureSurveyWords(language);
  const shown = (value: number | null | undefined, without: string) =>
    typeof value === "number" ? formatNumber(Math.round(value), language) : without;
  yield { is: "subheading", text: fill(words.said, { count: all.answers }, language) };
  yield {
    is: "table",
    head: [words.statement, words.agreement],
    rows: [
      ...cultureQuestionIds.map((id) => [short[id], shown(all.agreement[id], words.noFigure)]),
      [words.index, shown(all.index, words.noIndex)],
    ],
  };
}

function* trainings({ trainings: all }: Culture, words: CultureWords, language: Language): Generator<Block> {
  if (all.length === 0) return;
  yield { is: "subheading", text: words.trainings };
  yield {
    is: "table",
    head: [words.training, words.attended, words.passed, words.last],
    rows: all
      .slice(0, MOST)
      .map(({ title, attended, passed, last }) => [title, String(attended), String(passed), last ? formatDate(last, language) : "–"]),
  };
}

function* inner({ innerSource }: Culture, words: CultureWords): Generator<Block> {
  if (innerSource.length === 0) return;
  yield { is: "subheading", text: words.innerSource };
  yield {
    is: "table",
    head: [words.project, words.purpose, words.owner, words.seen],
    rows: innerSource
      .slice(0, MOST)
      .map(({ repository, for: what, owner, read }) => [repository, what, owner ?? "–", read ? words.read : words.notRead]),
  };
}

function* list(title: string, items: readonly string[]): Generator<Block> {
  if (items.length === 0) return;
  yield { is: "subheading", text: title };
  yield { is: "list", items: items.slice(0, MOST) };
}
