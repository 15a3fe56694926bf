// What standards and models of maturity ask, each question answered once: at a glance, what helps most, and each framework item by item with what shows it.
import { fill, formatDate, frameworkWords, type Language, localText } from "#look";
import type { ArtefactDocument, Block } from "../artefacts/blocks.ts";
import { errorsJson, footBlocks, frameJson, headBlocks } from "../reports/frame.ts";
import type { ReportInput } from "../reports/input.ts";
import { type Affirmation, answerFrameworks, type FrameworkAnswer, type ItemAnswer, type TopicAnswer } from "./answers.ts";

const MOST_NEXT = 15;

export function conformanceDocument(input: ReportInput): ArtefactDocument {
  const words = frameworkWords(input.language);
  const all = answerFrameworks(input.frameworks ?? [], input.result);
  const answers = input.framework === undefined ? all : all.filter(({ framework }) => framework.id === input.framework);
  const title = `${words.title}: ${input.result.program.organization.name}`;
  return {
    language: input.language,
    look: "page",
    title,
    blocks: blocksOf(input, answers, title),
    json: () => ({
      schema: "allmend.conformance/1",
      ...frameJson(input),
      ...errorsJson(input),
      frameworks: answers.map(({ framework, items, affirmation }) => ({
        id: framework.id,
        ...(framework.version === undefined ? {} : { version: framework.version }),
        met: countOf(items, "met"),
        partly: countOf(items, "partly"),
        open: countOf(items, "open"),
        ...(affirmation ? { affirmation } : {}),
        items: items.map(({ item, state, topics }) => ({
          id: item.id,
          state,
          topics: topics.map(({ topic, state: standing, evidence, said }) => ({
            id: topic.id,
            state: standing,
            ...(evidence ? { evidence: { shows: topic.shown, ...evidence } } : {}),
            ...(said ? { said } : {}),
          })),
        })),
      })),
    }),
  };
}

function countOf(items: readonly ItemAnswer[], state: ItemAnswer["state"]): number {
  return items.filter((item) => item.state === state).length;
}

function* blocksOf(input: ReportInput, answers: readonly FrameworkAnswer[], title: string): Generator<Block> {
  const { language } = input;
  const words = frameworkWords(language);
  yield* headBlocks(input, title);
  yield { is: "paragraph", text: words.lead };
  yield { is: "heading", text: words.overview };
  yield {
    is: "table",
    head: [words.framework, words.met, words.partly, words.open, words.affirmed],
    rows: answers.map(({ framework, items, affirmation }) => [
      nameOf(framework.title, framework.id, language),
      `${countOf(items, "met")} / ${items.length}`,
      String(countOf(items, "partly")),
      String(countOf(items, "open")),
      affirmationText(affirmation, framework.affirmedFor !== undefined, language),
    ]),
  };
  yield { is: "note", text: words.noAdvice };
  yield { is: "heading", text: words.next };
  const next = whatHelps(answers);
  if (next.length === 0) yield { is: "paragraph", text: words.nothingOpen };
  else
    yield* [
      { is: "note", text: words.nextLead } as const,
      {
        is: "table",
        head: [words.topic, words.standing, words.counts],
        rows: next
          .slice(0, MOST_NEXT)
          .map(({ answer, items, frameworks }) => [
            `${nameOf(answer.topic.ask, answer.topic.id, language)} (${answer.topic.id})`,
            standingText(answer, language),
            fill(words.countsIn, { items, frameworks: [...frameworks].join(", ") }, language),
          ]),
      } as const,
    ];
  for (const answer of answers) yield* frameworkBlocks(answer, language);
  yield* footBlocks(input);
}

function* frameworkBlocks({ framework, items }: FrameworkAnswer, language: Language): Generator<Block> {
  const words = frameworkWords(language);
  yield { is: "heading", text: nameOf(framework.title, framework.id, language), id: `framework-${framework.id}` };
  const source = fill(words.source, { url: framework.url ?? "–", source: nameOf(framework.source ?? {}, "", language) }, language);
  yield { is: "note", text: source.trim() };
  for (const [group, list] of Map.groupBy(items, ({ item }) => item.group)) {
    const name = framework.groups?.find(({ id }) => id === group)?.name;
    if (group !== undefined)
      yield { is: "subheading", text: name ? nameOf(name, group, language) : fill(words.group, { group }, language) };
    yield {
      is: "table",
      head: [words.id, words.asks, words.standing, words.why],
      rows: list.map(({ item, state, topics }) => [
        item.id,
        nameOf(item.text, item.id, language),
        words.states[state],
        topics.map((topic) => `${nameOf(topic.topic.ask, topic.topic.id, language)} ${standingText(topic, language)}`).join("; "),
      ]),
    };
  }
}

/** Questions that nobody and nothing has answered in full, by how many items wait for them. Whether the whole is affirmed is no question of this kind. */
function whatHelps(answers: readonly FrameworkAnswer[]) {
  const open = new Map<string, { readonly answer: TopicAnswer; items: number; readonly frameworks: Set<string> }>();
  for (const { framework, items } of answers)
    for (const { topics } of items)
      for (const answer of topics) {
        if (answer.state === "said" || answer.state === "shown" || answer.topic.shown?.startsWith("affirmed")) continue;
        const known = open.get(answer.topic.id) ?? { answer, items: 0, frameworks: new Set<string>() };
        known.items += 1;
        known.frameworks.add(framework.id);
        open.set(answer.topic.id, known);
      }
  return [...open.values()].sort((a, b) => b.items - a.items || (a.answer.topic.id < b.answer.topic.id ? -1 : 1));
}

function standingText({ state, evidence, said }: TopicAnswer, language: Language): string {
  const words = frameworkWords(language);
  const count =
    evidence?.count && evidence.count.of > 0 ? ` (${fill(words.ofSo, { is: evidence.count.is, of: evidence.count.of }, language)})` : "";
  const who = said === undefined || state === "shown" || state === "partly" ? "" : ` (${saidText(said, language)})`;
  return `[${words.topicStates[state]}${count}${who}]`;
}

function saidText({ by, at }: { readonly by?: string; readonly at: string }, language: Language): string {
  const words = frameworkWords(language);
  const date = formatDate(at, language);
  return by === undefined ? fill(words.affirmedOn, { date }, language) : fill(words.affirmedBy, { date, by }, language);
}

function affirmationText(affirmation: Affirmation | undefined, wanted: boolean, language: Language): string {
  const words = frameworkWords(language);
  if (!affirmation) return wanted ? words.neverAffirmed : words.noAffirmation;
  const date = saidText(affirmation, language);
  if (affirmation.daysLeft === undefined) return date;
  return affirmation.holds ? fill(words.daysLeft, { date, days: affirmation.daysLeft }, language) : fill(words.ranOut, { date }, language);
}

function nameOf(text: Readonly<Partial<Record<Language, string>>>, id: string, language: Language): string {
  return localText(text, language) ?? id;
}
