// What contracts with suppliers should hold and what suppliers are asked, by risk tier, as documents to send: before a contract there is no delivery to write about.
import { fill, type Language, localText, supplierWords } from "#look";
import { type Procurement, type RiskTier, riskTiers } from "#program";
import type { ArtefactDocument, Block } from "./blocks.ts";
import { disclaimer } from "./frame.ts";
import type { ArtefactInput } from "./input.ts";
import { itemOf } from "./supply.ts";

type Clause = NonNullable<Procurement["clauses"]>[number];
type Question = NonNullable<Procurement["questions"]>[number];

/** `Title: text.` for each clause that is wanted. */
export function clauseLines(clauses: readonly Clause[], language: Language, wanted: (clause: Clause) => boolean): string[] {
  return clauses.filter(wanted).map(({ id, title, text }) => `${localText(title, language) ?? id}: ${localText(text, language) ?? ""}`);
}

export function questionLines(questions: readonly Question[], language: Language, tier: RiskTier): string[] {
  return questions.filter(({ tiers }) => tiers.includes(tier)).map(({ id, question }) => localText(question, language) ?? id);
}

/** For the tier of `input.item`, without one for each tier; clauses for one kind of purchase say so. */
export function clausesDocument(input: ArtefactInput): ArtefactDocument {
  const { language, result } = input;
  const words = supplierWords(language);
  const clauses = result.program.procurement?.clauses ?? [];
  const only = input.item === undefined ? undefined : itemOf(input);
  const tiers = tiersOf(input, only?.supplier.tier);
  const fits = (tier: RiskTier) => (clause: Clause) =>
    clause.tiers.includes(tier) && (only === undefined || (clause.kinds?.includes(only.item.kind) ?? true));
  const kinds = ({ kinds: those }: Clause) =>
    those === undefined || only !== undefined ? "" : ` (${those.map((kind) => words.kind[kind]).join(", ")})`;
  return {
    language,
    title: words.documents.clauses,
    blocks: blocksOf(words.documents.clauses, words.documents.clausesLead, input, function* () {
      for (const tier of tiers) {
        yield { is: "heading", text: words.tier[tier] };
        const lines = clauses
          .filter(fits(tier))
          .map((clause) => `${localText(clause.title, language) ?? clause.id}${kinds(clause)}: ${localText(clause.text, language) ?? ""}`);
        yield lines.length === 0 ? { is: "paragraph", text: words.documents.none } : { is: "list", items: lines };
      }
    }),
    json: () => ({
      schema: "allmend.clauses/1",
      tiers: tiers.map((tier) => ({
        tier,
        clauses: clauses.filter(fits(tier)).map(({ id, title, text, kinds: those }) => ({
          id,
          title: localText(title, language) ?? id,
          text: localText(text, language) ?? "",
          ...(those === undefined ? {} : { kinds: those }),
        })),
      })),
      disclaimer: disclaimer(input),
    }),
  };
}

/** A form to fill in: questions of the tier, and the table of a declaration for those who make no bill of materials. */
export function questionnaireDocument(input: ArtefactInput): ArtefactDocument {
  const { language, result } = input;
  const words = supplierWords(language);
  const questions = result.program.procurement?.questions ?? [];
  const only = input.item === undefined ? undefined : itemOf(input);
  const tiers = tiersOf(input, only?.supplier.tier);
  const title = only ? `${words.documents.questionnaire}: ${only.item.name} (${only.supplier.name})` : words.documents.questionnaire;
  return {
    language,
    title,
    blocks: blocksOf(title, words.documents.questionnaireLead, input, function* () {
      for (const tier of tiers) {
        const asked = questions.filter((question) => question.tiers.includes(tier));
        // How much we fear it is nothing that a supplier has to read.
        yield { is: "heading", text: only ? words.letter.questions : words.tier[tier] };
        yield { is: "note", text: fill(words.documents.minutes, { count: asked.length }, language) };
        yield {
          is: "table",
          head: [words.documents.question, words.documents.why, words.documents.answer],
          rows: asked.map(({ id, question, why }) => [localText(question, language) ?? id, localText(why, language) ?? "", ""]),
        };
      }
      yield { is: "heading", text: words.documents.declaration };
      yield { is: "paragraph", text: words.documents.declarationLead };
      yield { is: "verbatim", text: declarationForm(only?.supplier.name) };
    }),
    json: () => ({
      schema: "allmend.questionnaire/1",
      tiers: tiers.map((tier) => ({
        tier,
        questions: questions
          .filter((question) => question.tiers.includes(tier))
          .map(({ id, question }) => ({ id, question: localText(question, language) ?? id })),
      })),
      declaration: declarationForm(only?.supplier.name),
      disclaimer: disclaimer(input),
    }),
  };
}

function tiersOf({ item }: ArtefactInput, tier: RiskTier | undefined): readonly RiskTier[] {
  return item === undefined || tier === undefined ? riskTiers : [tier];
}

function* blocksOf(title: string, lead: string, input: ArtefactInput, body: () => Generator<Block>): Generator<Block> {
  yield { is: "title", text: title };
  yield { is: "paragraph", text: input.result.program.organization.name };
  yield { is: "paragraph", text: lead };
  yield* body();
  yield { is: "note", text: disclaimer(input) };
}

/** What `allmend import delivery` reads; keys are the same in every language. */
function declarationForm(supplier: string | undefined): string {
  return [
    "schema: allmend.declaration/1",
    `supplier: ${supplier === undefined ? "" : JSON.stringify(supplier)}`.trimEnd(),
    "by:",
    "date:",
    "open-source: true",
    "components:",
    '  - { name: "", version: "", license: "", purl: "" }',
  ].join("\n");
}
