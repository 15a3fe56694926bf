// The notices as a document: packages with their copyright lines under each text, the text once, then what is not known.
import { artefactWords, fill, type Language } from "#look";
import type { ArtefactDocument, Block } from "../blocks.ts";
import { footBlocks, frameOf, headBlocks } from "../frame.ts";
import type { ArtefactInput } from "../input.ts";
import { collectNotices, type NoticePackage, type Notices, type NoticeText, type TextPackage } from "./collect.ts";

export function noticesDocument(input: ArtefactInput): ArtefactDocument {
  const notices = collectNotices(input);
  const words = artefactWords(input.language);
  const frame = frameOf(input, words.notices.title);
  return {
    language: input.language,
    title: frame.title,
    blocks: blocksOf(notices, input),
    json: () => ({ schema: "allmend.notices/1", ...frame.json, ...notices }),
  };
}

function* blocksOf(notices: Notices, input: ArtefactInput): Generator<Block> {
  const words = artefactWords(input.language).notices;
  const language = input.language;
  yield* headBlocks(input, words.title);
  yield { is: "paragraph", text: words.lead };
  yield { is: "paragraph", text: accounting(notices, language) };
  if (input.unread) yield { is: "note", text: words.incomplete };
  if (notices.unknown.length > 0) {
    yield { is: "heading", text: words.unknown, id: "unknown" };
    yield { is: "paragraph", text: words.unknownLead };
    yield { is: "list", items: notices.unknown.map(nameOf) };
  }
  if (notices.textless.length > 0) {
    yield { is: "heading", text: words.textless, id: "textless" };
    yield { is: "paragraph", text: words.textlessLead };
    yield {
      is: "list",
      items: notices.textless.map(
        (item) => `${nameOf(item)}: ${item.license ?? ""} (${fill(words.toAdd, { names: item.missing.join(", ") }, language)})`,
      ),
    };
  }
  yield { is: "heading", text: words.texts, id: "texts" };
  for (const [index, text] of notices.texts.entries()) yield* textBlocks(text, `${index + 1}`, input);
  if (notices.notices.length > 0) {
    yield { is: "heading", text: words.noticeFiles, id: "notices" };
    for (const [index, text] of notices.notices.entries()) yield* textBlocks(text, `N${index + 1}`, input);
  }
  yield* footBlocks(input);
}

function* textBlocks(text: NoticeText, number: string, { language, unread }: ArtefactInput): Generator<Block> {
  const words = artefactWords(language).notices;
  const count = text.packages.length;
  const name = text.license ?? (number.startsWith("N") ? "NOTICE" : words.unnamed);
  yield {
    is: "subheading",
    text: `${number}. ${name} (${fill(words.packages, { count }, language)})`,
    id: `text-${text.identity.slice(0, 12)}`,
  };
  const own = text.packages.filter((item) => item.own);
  const others = text.packages.filter((item) => !item.own);
  if (own.length > 0) yield { is: "verbatim", text: own.map(packageLines).join("\n") };
  if (others.length > 0) {
    yield { is: "note", text: unread ? words.unread : words.standard };
    yield { is: "verbatim", text: others.map(packageLines).join("\n") };
  }
  yield { is: "verbatim", text: text.body };
}

function packageLines(item: TextPackage): string {
  return [nameOf(item), ...item.copyrights.map((line) => `    ${line}`)].join("\n");
}

function nameOf({ name, version }: NoticePackage): string {
  return version === "" ? name : `${name} ${version}`;
}

function accounting(notices: Notices, language: Language): string {
  const words = artefactWords(language).notices;
  const { packages, unknown, textless, texts } = notices;
  const known = packages - unknown.length - textless.length;
  return fill(words.accounting, { packages, known, texts: texts.length, textless: textless.length, unknown: unknown.length }, language);
}
