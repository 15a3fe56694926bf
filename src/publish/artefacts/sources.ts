// The manifest of source to ship: which components owe their source, where it is fetched, by which checksum, and whether ours is a changed one.
import { sourceAddress } from "#kit";
import { artefactWords, fill } from "#look";
import { obligationsOf, type ResultObligation } from "#scan";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { footBlocks, frameOf, headBlocks } from "./frame.ts";
import type { ArtefactInput } from "./input.ts";

export interface SourceItem {
  readonly purl: string;
  readonly name: string;
  readonly version: string;
  /** Licences that ask for it. */
  readonly licenses: readonly string[];
  /** Where it is fetched: an address, absent where its ecosystem keeps none in one place. */
  readonly from?: string;
  /** As the lockfile has it; of what the ecosystem delivers, which `from` may not be. */
  readonly checksum?: string;
  /** Whether people on the network are owed it, not those who get copies. */
  readonly network: boolean;
  readonly state: ResultObligation["state"];
}

/** Components whose source is owed, by purl. */
export function sourceItems(input: ArtefactInput): SourceItem[] {
  const { result, product, version } = input;
  const items = new Map<number, SourceItem>();
  for (const obligation of obligationsOf(result, product, version)) {
    if (obligation.kind !== "source" && obligation.kind !== "network-source") continue;
    for (const index of obligation.components) {
      const known = items.get(index);
      const component = result.components[index];
      if (!component) continue;
      const from = sourceAddress(component.purl);
      items.set(index, {
        purl: component.purl,
        name: component.name,
        version: component.version,
        licenses: [...(known?.licenses ?? []), obligation.license],
        ...(from === undefined ? {} : { from }),
        ...(component.integrity === undefined ? {} : { checksum: component.integrity }),
        network: obligation.kind === "network-source" || (known?.network ?? false),
        // One that is open keeps the whole open.
        state: known?.state === "open" ? "open" : obligation.state,
      });
    }
  }
  return [...items].sort(([a], [b]) => a - b).map(([, item]) => item);
}

export function sourcesDocument(input: ArtefactInput): ArtefactDocument {
  const items = sourceItems(input);
  const frame = frameOf(input, artefactWords(input.language).sources.title);
  return {
    language: input.language,
    title: frame.title,
    blocks: blocksOf(items, input),
    json: () => ({ schema: "allmend.sources/1", ...frame.json, sources: items }),
  };
}

function* blocksOf(items: readonly SourceItem[], input: ArtefactInput): Generator<Block> {
  const words = artefactWords(input.language).sources;
  yield* headBlocks(input, words.title);
  yield { is: "paragraph", text: items.length === 0 ? words.none : fill(words.lead, { count: items.length }, input.language) };
  if (items.length > 0) {
    yield {
      is: "table",
      head: [words.component, words.licenses, words.from, words.checksum],
      rows: items.map((item) => [
        `${item.name} ${item.version}`.trim(),
        item.licenses.join(", "),
        item.from ?? words.unknownPlace,
        item.checksum ?? words.noChecksum,
      ]),
    };
    yield { is: "note", text: words.built };
  }
  yield* footBlocks(input);
}
