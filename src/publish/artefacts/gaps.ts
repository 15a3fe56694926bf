// The letter to a supplier: what its delivery lacks, what we found, which clauses and answers are open. In the supplier's language.
import { fill, formatDate, type Language, localText, supplierWords, vulnerabilityWords } from "#look";
import type { ResultSupplier, ResultSupply } from "#scan";
import { gapSentences } from "../shared/suppliers.ts";
import type { ArtefactDocument, Block } from "./blocks.ts";
import type { ArtefactInput } from "./input.ts";

/** `input.item`: `supplier/item`; without it, the first one with gaps. Undefined where there is no such thing. */
export function gapsDocument(input: ArtefactInput): ArtefactDocument | undefined {
  const found = itemOf(input);
  if (!found) return undefined;
  const { supplier, item } = found;
  const language = input.language;
  const words = supplierWords(language).letter;
  const title = fill(words.subject, { item: item.name, version: item.version ?? "" }, language).replace(/ +:/, ":");
  return {
    language,
    title,
    blocks: blocksOf(supplier, item, title, input),
    json: () => ({
      schema: "allmend.gaps/1",
      supplier: supplier.id,
      item: item.id,
      version: item.version,
      state: item.state,
      gaps: item.gaps,
      undeclared: item.undeclared ?? [],
      clausesMissing: item.clausesMissing ?? [],
      due: item.due,
    }),
  };
}

/** A letter is read by a person; the JSON form holds all. */
const MOST_NAMED = 100;

function itemOf({ result, item }: ArtefactInput): { supplier: ResultSupplier; item: ResultSupply } | undefined {
  const all = result.suppliers.flatMap((supplier) => supplier.items.map((one) => ({ supplier, item: one })));
  if (item !== undefined) return all.find((one) => `${one.supplier.id}/${one.item.id}` === item);
  return all.find((one) => one.item.gaps.length > 0) ?? all[0];
}

function* blocksOf(supplier: ResultSupplier, item: ResultSupply, title: string, { result, language }: ArtefactInput): Generator<Block> {
  const words = supplierWords(language).letter;
  yield { is: "title", text: title };
  yield { is: "paragraph", text: `${supplier.name}` };
  yield { is: "paragraph", text: words.greeting };
  const sentences = gapSentences(item.gaps, language);
  const undeclared = item.undeclared ?? [];
  const nothing = sentences.length + undeclared.length === 0;
  yield {
    is: "paragraph",
    text: fill(nothing ? words.nothing : words.thanks, { item: item.name, version: item.version ?? "?" }, language),
  };
  if (sentences.length > 0) {
    yield { is: "heading", text: words.missing };
    yield { is: "list", items: sentences };
  }
  if (undeclared.length > 0) {
    yield { is: "heading", text: words.undeclared };
    yield { is: "list", items: undeclared.slice(0, MOST_NAMED) };
    const more = undeclared.length - MOST_NAMED;
    if (more > 0) yield { is: "note", text: fill(vulnerabilityWords(language).more, { count: more }, language) };
  }
  yield* clauseBlocks(item, result.program.procurement?.clauses ?? [], language);
  yield* questionBlocks(supplier, result.program.procurement?.questions ?? [], language);
  if (!nothing)
    yield {
      is: "paragraph",
      text: item.due === undefined ? words.please : fill(words.until, { date: formatDate(item.due, language) }, language),
    };
  yield { is: "paragraph", text: words.regards };
  yield { is: "paragraph", text: result.program.organization.name };
}

type Clauses = NonNullable<NonNullable<ArtefactInput["result"]["program"]["procurement"]>["clauses"]>;
type Questions = NonNullable<NonNullable<ArtefactInput["result"]["program"]["procurement"]>["questions"]>;

function* clauseBlocks(item: ResultSupply, clauses: Clauses, language: Language): Generator<Block> {
  const missing = clauses.filter(({ id }) => item.clausesMissing?.includes(id));
  if (missing.length === 0) return;
  yield { is: "heading", text: supplierWords(language).letter.clauses };
  yield {
    is: "list",
    items: missing.map(({ id, title, text }) => `${localText(title, language) ?? id}: ${localText(text, language) ?? ""}`),
  };
}

/** The questions of the supplier's tier, as long as nothing was accepted: five minutes each time. */
function* questionBlocks(supplier: ResultSupplier, questions: Questions, language: Language): Generator<Block> {
  const asked = questions.filter(({ tiers }) => tiers.includes(supplier.tier));
  if (asked.length === 0) return;
  yield { is: "heading", text: supplierWords(language).letter.questions };
  yield { is: "list", items: asked.map(({ id, question }) => localText(question, language) ?? id) };
}
