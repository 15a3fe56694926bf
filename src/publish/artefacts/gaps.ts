// The letter to a supplier: what we ask for, what its delivery lacks, what we found, which clauses and answers are open. In the supplier's language.
import { fill, formatDate, type Language, supplierWords, vulnerabilityWords } from "#look";
import type { ResultSupplier, ResultSupply } from "#scan";
import { gapSentences } from "../shared/suppliers.ts";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { disclaimer } from "./frame.ts";
import type { ArtefactInput } from "./input.ts";
import { clauseLines, questionLines } from "./procurement.ts";
import { itemOf } from "./supply.ts";

/** `input.item`: `supplier/item`; without it, the first one with gaps. Undefined where there is no such thing. */
export function gapsDocument(input: ArtefactInput): ArtefactDocument | undefined {
  const found = itemOf(input);
  if (!found) return undefined;
  const { supplier, item } = found;
  const { language } = input;
  const words = supplierWords(language).letter;
  const title = fill(came(item) ? words.subject : words.request, nameOf(item), language).replace(/ +:/, ":");
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
      denied: deniedOf(item),
      clausesMissing: item.clausesMissing ?? [],
      openChain: supplier.openChain,
      supportUntil: item.supportUntil,
      supportDays: item.supportDays,
      due: item.due,
      disclaimer: disclaimer(input),
    }),
  };
}

/** A letter is read by a person; the JSON form holds all. */
const MOST_NAMED = 100;

function came(item: ResultSupply): boolean {
  return item.digest !== undefined;
}

function nameOf(item: ResultSupply): { readonly item: string; readonly version: string } {
  return { item: item.name, version: item.version ?? "" };
}

function* blocksOf(supplier: ResultSupplier, item: ResultSupply, title: string, input: ArtefactInput): Generator<Block> {
  const { result, language } = input;
  const words = supplierWords(language).letter;
  yield { is: "title", text: title };
  yield { is: "paragraph", text: supplier.name };
  yield { is: "paragraph", text: words.greeting };
  const faults = came(item) ? [...faultBlocks(item, language)] : [];
  const standing = standingLines(supplier, item, language);
  const lacking = faults.length + standing.length > 0;
  yield { is: "paragraph", text: opening(item, lacking, language) };
  yield* faults;
  if (standing.length > 0) {
    yield { is: "heading", text: words.standing };
    yield { is: "list", items: standing };
  }
  const clauses = clauseLines(result.program.procurement?.clauses ?? [], language, ({ id }) => item.clausesMissing?.includes(id) ?? false);
  if (clauses.length > 0) {
    yield { is: "heading", text: words.clauses };
    yield { is: "list", items: clauses };
  }
  // As long as nothing was accepted: five minutes each time.
  const questions = item.state === "accepted" ? [] : questionLines(result.program.procurement?.questions ?? [], language, supplier.tier);
  if (questions.length > 0) {
    yield { is: "heading", text: words.questions };
    yield { is: "list", items: questions };
  }
  if (!came(item) || (lacking && item.state !== "accepted")) yield { is: "paragraph", text: until(item, language) };
  yield { is: "paragraph", text: words.regards };
  yield { is: "paragraph", text: result.program.organization.name };
  yield { is: "note", text: disclaimer(input) };
}

function opening(item: ResultSupply, lacking: boolean, language: Language): string {
  const words = supplierWords(language).letter;
  if (!came(item)) return fill(words.ask, nameOf(item), language).replace(/, (?:version|Version) (?=[,.])/, "");
  const what = words.what[item.form ?? "sbom"];
  const isAccepted = item.state === "accepted";
  const open = isAccepted ? words.acceptedOpen : words.thanks;
  const clear = isAccepted ? words.accepted : words.nothing;
  return fill(lacking ? open : clear, { what, ...nameOf(item) }, language);
}

function* faultBlocks(item: ResultSupply, language: Language): Generator<Block> {
  const words = supplierWords(language).letter;
  const sentences = gapSentences(item.gaps, language);
  if (sentences.length > 0) {
    yield { is: "heading", text: words.missing };
    yield { is: "list", items: sentences };
  }
  yield* named(words.undeclared, item.undeclared ?? [], language);
  yield* named(words.denied, deniedOf(item), language);
}

function deniedOf(item: ResultSupply): readonly string[] {
  return item.worst === "deny" ? (item.worstOf ?? []) : [];
}

function* named(heading: string, purls: readonly string[], language: Language): Generator<Block> {
  if (purls.length === 0) return;
  yield { is: "heading", text: heading };
  yield { is: "list", items: purls.slice(0, MOST_NAMED).map(readable) };
  const more = purls.length - MOST_NAMED;
  if (more > 0) yield { is: "note", text: fill(vulnerabilityWords(language).more, { count: more }, language) };
}

/** A purl as people read it: `@babel/core`, not `%40babel/core`. */
function readable(purl: string): string {
  return purl.replaceAll("%40", "@");
}

/** What does not hang on one delivery: conformance of the supplier, support of the item. */
function standingLines({ tier, openChain }: ResultSupplier, item: ResultSupply, language: Language): string[] {
  const words = supplierWords(language).letter;
  const lines: string[] = [];
  if (openChain && !openChain.valid)
    lines.push(fill(words.openChainLapsed, { standard: openChain.standard, date: formatDate(openChain.affirmed, language) }, language));
  if (!openChain && tier === "high") lines.push(words.openChainMissing);
  if (item.supportUntil === undefined) lines.push(words.supportMissing);
  else if ((item.supportDays ?? 0) < 0)
    lines.push(
      fill(
        words.supportShort,
        { until: formatDate(item.supportUntil, language), needed: formatDate(item.neededUntil ?? item.supportUntil, language) },
        language,
      ),
    );
  return lines;
}

function until(item: ResultSupply, language: Language): string {
  const words = supplierWords(language).letter;
  if (item.due === undefined) return came(item) ? words.please : words.pleaseAnswer;
  return fill(came(item) ? words.until : words.answerUntil, { date: formatDate(item.due, language) }, language);
}
