// What every artefact says of itself: of which product and release, from which inventory and knowledge, and that it is no legal advice.
import { artefactWords, fill, formatDate, localText } from "#look";
import { inventoryDigest } from "#scan";
import type { Block } from "./blocks.ts";
import type { ArtefactInput } from "./input.ts";

export interface Frame {
  readonly title: string;
  readonly json: {
    readonly product: string;
    readonly version?: string;
    readonly now: string;
    readonly tool: string;
    readonly knowledge: string;
    readonly inventory: string;
    readonly disclaimer: string;
  };
}

export function frameOf(input: ArtefactInput, kind: string): Frame {
  const { result, product, version } = input;
  return {
    title: `${kind}: ${productName(input)}${version === undefined ? "" : ` ${version}`}`,
    json: {
      product,
      ...(version === undefined ? {} : { version }),
      now: result.now,
      tool: `allmend ${result.tool.version}`,
      knowledge: result.tool.knowledge,
      inventory: `sha256:${inventoryDigest(result, product)}`,
      disclaimer: disclaimer(input),
    },
  };
}

export function productName({ result, product, language }: ArtefactInput): string {
  return localText(result.program.organization.products.find(({ id }) => id === product)?.name, language) ?? product;
}

export function disclaimer({ result, language }: ArtefactInput): string {
  return fill(artefactWords(language).disclaimer, { knowledge: result.tool.knowledge }, language);
}

export function* headBlocks(input: ArtefactInput, kind: string): Generator<Block> {
  const { result, language } = input;
  yield { is: "title", text: frameOf(input, kind).title };
  const date = formatDate(result.now, language);
  yield { is: "note", text: fill(artefactWords(language).of, { organization: result.program.organization.name, date }, language) };
}

/** The digest stands in one line with its name: `record release` finds it there. */
export function* footBlocks(input: ArtefactInput): Generator<Block> {
  const { result, product, language } = input;
  yield { is: "heading", text: artefactWords(language).about };
  yield { is: "note", text: `${artefactWords(language).inventory} (inventory sha256:${inventoryDigest(result, product)})` };
  yield { is: "note", text: `${disclaimer(input)} Allmend ${result.tool.version}.` };
}
