// The written offer of source: for those who get copies without the source beside them.
import { artefactWords, fill } from "#look";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { footBlocks, frameOf, headBlocks, productName } from "./frame.ts";
import type { ArtefactInput } from "./input.ts";
import { type SourceItem, sourceItems } from "./sources.ts";

export function offerDocument(input: ArtefactInput): ArtefactDocument {
  // What people on the network are owed is linked in the product, not offered by post.
  const items = sourceItems(input).filter((item) => !item.network);
  const frame = frameOf(input, artefactWords(input.language).offer.title);
  const contact = contactOf(input);
  return {
    language: input.language,
    title: frame.title,
    blocks: blocksOf(items, contact, input),
    json: () => ({ schema: "allmend.offer/1", ...frame.json, ...(contact === undefined ? {} : { contact }), years: 3, components: items }),
  };
}

/** `parameters.sourceContact` of organization.yaml: an address to which people write. */
function contactOf({ result }: ArtefactInput): string | undefined {
  const { sourceContact } = result.program.organization.parameters;
  return typeof sourceContact === "string" && sourceContact !== "" ? sourceContact : undefined;
}

function* blocksOf(items: readonly SourceItem[], contact: string | undefined, input: ArtefactInput): Generator<Block> {
  const words = artefactWords(input.language).offer;
  yield* headBlocks(input, words.title);
  if (items.length === 0) {
    yield { is: "paragraph", text: words.none };
  } else {
    const product = `${productName(input)}${input.version === undefined ? "" : ` ${input.version}`}`;
    const organization = input.result.program.organization.name;
    yield { is: "paragraph", text: fill(words.text, { product, organization }, input.language) };
    yield { is: "paragraph", text: fill(words.how, { contact: contact ?? words.contactMissing }, input.language) };
    yield { is: "list", items: items.map((item) => `${item.name} ${item.version}`.trim().concat(` (${item.licenses.join(", ")})`)) };
    if (contact === undefined) yield { is: "note", text: words.openContact };
  }
  yield* footBlocks(input);
}
