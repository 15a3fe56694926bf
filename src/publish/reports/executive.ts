// One page for those who lead: three messages, one ask, what changed, what is to be decided, and what nobody knows. Every sentence comes from a rule.
import { fill, reportWords } from "#look";
import type { ArtefactDocument, Block } from "../artefacts/blocks.ts";
import { askRules } from "./asks/index.ts";
import { cutList, errorsJson, footBlocks, frameJson, headBlocks } from "./frame.ts";
import type { ReportInput } from "./input.ts";
import { messageRules } from "./messages/index.ts";
import { deliveryPicture, mapPicture, matrixPicture } from "./pictures.ts";
import { sharePicture } from "./share-picture.ts";
import { speak, type Spoken } from "./statement.ts";
import { trends } from "./trends.ts";
import { unknowns } from "./unknowns.ts";
import { type View, viewOf } from "./view.ts";

const MESSAGES = 3;
const DECISIONS = 4;
const PRODUCTS = 6;
const SHARES = 2;
const PROFILES = 1;
const MAP_ROWS = 5;

export function executiveDocument(input: ReportInput): ArtefactDocument {
  const view = viewOf(input);
  const messages = speak(messageRules, view);
  const asks = speak(askRules, view);
  const words = reportWords(input.language).executive;
  return {
    language: input.language,
    look: "page",
    title: `${words.title}: ${input.result.program.organization.name}`,
    blocks: blocksOf(input, view, messages, asks),
    json: () => ({
      schema: "allmend.executive/1",
      ...frameJson(input),
      ...errorsJson(input),
      messages: messages.slice(0, MESSAGES),
      ...(asks[0] ? { ask: asks[0] } : {}),
      decisions: asks,
      notSaid: messages.slice(MESSAGES).map(({ rule, priority }) => ({ rule, priority })),
      figures: view.now,
      ...(view.before ? { before: view.before } : {}),
      unknown: unknowns(view),
    }),
  };
}

function* blocksOf(input: ReportInput, view: View, messages: readonly Spoken[], asks: readonly Spoken[]): Generator<Block> {
  const { result, language } = input;
  const words = reportWords(language).executive;
  yield* headBlocks(input, `${words.title}: ${result.program.organization.name}`);
  yield { is: "heading", text: words.messages };
  const told = messages.slice(0, MESSAGES);
  yield told.length === 0 ? { is: "paragraph", text: words.noMessage } : { is: "points", items: told };
  const [ask, ...others] = asks;
  yield ask
    ? { is: "ask", title: fill(words.ask, { title: ask.title }, language), text: ask.text }
    : { is: "paragraph", text: words.noAsk };
  yield { is: "heading", text: input.against ? words.trends : words.today };
  yield { is: "figures", items: trends(view) };
  if (!input.against) yield { is: "note", text: words.nextTime };
  yield { is: "beside", parts: [matrix(input), delivery(input)] };
  // Its words need the whole width to be read on paper.
  yield* map(input);
  yield { is: "beside", parts: [share(input), [...decisions(others, input), ...notKnown(view, input)]] };
  yield* footBlocks(input);
}

function matrix({ result, language }: ReportInput): Block[] {
  const words = reportWords(language).executive;
  return [{ is: "heading", text: words.matrix }, matrixPicture(result, language, PRODUCTS) ?? { is: "paragraph", text: words.noProducts }];
}

function map({ result, language }: ReportInput): Block[] {
  const words = reportWords(language).executive;
  return [{ is: "heading", text: words.map }, mapPicture(result, language, MAP_ROWS) ?? { is: "paragraph", text: words.noStrategy }];
}

function delivery({ result, language }: ReportInput): Block[] {
  const words = reportWords(language).executive;
  return [
    { is: "heading", text: words.delivery },
    deliveryPicture(result, language, PROFILES) ?? { is: "paragraph", text: words.noDelivery },
  ];
}

function share({ result, language }: ReportInput): Block[] {
  const words = reportWords(language).executive;
  const picture = sharePicture(result, language, SHARES);
  const heading = { is: "heading", text: words.share } as const;
  return picture ? [heading, picture, { is: "note", text: words.shareNote }] : [heading, { is: "paragraph", text: words.noShare }];
}

/** The ask stands above; here is what else waits. */
function decisions(asks: readonly Spoken[], input: ReportInput): Block[] {
  const words = reportWords(input.language).executive;
  const items = cutList(
    asks.map(({ title }) => title),
    DECISIONS,
    input,
  );
  return [
    { is: "heading", text: words.decisions },
    items.length === 0 ? { is: "paragraph", text: reportWords(input.language).none } : { is: "list", items },
  ];
}

function notKnown(view: View, { language }: ReportInput): Block[] {
  const words = reportWords(language).executive;
  const items = unknowns(view);
  return [
    { is: "heading", text: words.unknown },
    items.length === 0 ? { is: "paragraph", text: words.nothingUnknown } : { is: "list", items },
  ];
}
