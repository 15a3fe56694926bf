// The one registry of reports: a kind is one file and one line here.
import { AllmendError } from "#kit";
import type { ArtefactDocument } from "./blocks.ts";
import type { ArtefactInput } from "./input.ts";

export interface ReportKind {
  readonly id: string;
  /** One line for the command's help. */
  readonly summary: string;
  /** Forms in which it is written, the usual one first. */
  readonly formats: readonly string[];
  /** Whether it needs the texts that lie beside packages. */
  readonly texts: boolean;
  /** What it is about, where that is no product: something that we buy, or all of us. */
  readonly about?: "item" | "organization";
  /** It is meant to be one page, however much there is to say. */
  readonly onePage?: true;
  /** Whether it needs what others ask of an office. */
  readonly frameworks?: true;
  write(input: ArtefactInput, format: string): Promise<Iterable<string>>;
  /** It is a folder of files, by path, instead of one text. `notes`: what its writer should know. */
  folder?(input: ArtefactInput): Promise<{ readonly files: ReadonlyMap<string, string>; readonly notes: readonly string[] }>;
}

export const documentFormats = ["html", "markdown", "text", "json"] as const;

/** A report that is a document: written once, drawn in every form. */
function documentKind(
  id: string,
  summary: string,
  texts: boolean,
  load: () => Promise<(input: ArtefactInput) => ArtefactDocument>,
): ReportKind {
  return { id, summary, texts, formats: documentFormats, write: async (input, format) => draw((await load())(input), format) };
}

/** `pdf` is written as HTML: whoever has a browser prints it. */
const organizationFormats = ["html", "markdown", "slides", "pdf", "text", "json"] as const;

function organizationKind(id: string, summary: string, load: () => Promise<(input: ArtefactInput) => ArtefactDocument>): ReportKind {
  return { ...documentKind(id, summary, false, load), about: "organization", formats: organizationFormats };
}

export const reportKinds: readonly ReportKind[] = [
  documentKind(
    "notices",
    "licence texts and copyright notices of what a product delivers",
    true,
    async () => (await import("./notices/document.ts")).noticesDocument,
  ),
  {
    id: "sbom",
    summary: "the bill of materials of a product, with concluded licences",
    texts: false,
    formats: ["cyclonedx", "cyclonedx-1.7", "spdx", "json"],
    write: async (input, format) => (await import("./sbom.ts")).productSbom(input, format),
  },
  documentKind("offer", "the written offer of source", false, async () => (await import("./offer.ts")).offerDocument),
  documentKind(
    "sources",
    "the manifest of source to ship: what, from where, with which checksum",
    false,
    async () => (await import("./sources.ts")).sourcesDocument,
  ),
  documentKind(
    "compliance",
    "one page for a product and its release: what is open, what is done",
    false,
    async () => (await import("./compliance.ts")).complianceDocument,
  ),
  {
    id: "vex",
    summary: "what we answered to vulnerabilities in a product, for those who use it",
    texts: false,
    formats: ["openvex", "cyclonedx", "json"],
    write: vex,
  },
  {
    id: "gaps",
    summary: "the letter to a supplier: what we ask for or a delivery lacks, which clauses and answers are open",
    texts: false,
    about: "item",
    formats: ["markdown", "html", "text", "json"],
    write: letter,
  },
  {
    ...documentKind(
      "clauses",
      "what contracts with suppliers should hold, by risk tier (--item: for one purchase)",
      false,
      async () => (await import("./procurement.ts")).clausesDocument,
    ),
    about: "item",
  },
  {
    ...documentKind(
      "questionnaire",
      "five minutes of questions to suppliers, by risk tier, with the form of a declaration (--item: for one purchase)",
      false,
      async () => (await import("./procurement.ts")).questionnaireDocument,
    ),
    about: "item",
  },
  {
    ...organizationKind(
      "executive",
      "one page for those who lead: three messages, one ask, what changed",
      async () => (await import("../reports/executive.ts")).executiveDocument,
    ),
    onePage: true,
  },
  organizationKind(
    "strategy",
    "the strategy with live key results, the ladder and where the chain breaks",
    async () => (await import("../reports/strategy.ts")).strategyDocument,
  ),
  organizationKind(
    "policies",
    "the seven policies: state, owner, how much of them rules check, how the rules stand",
    async () => (await import("../reports/policies.ts")).policiesDocument,
  ),
  organizationKind(
    "open-source",
    "the yearly report to the public: what we use, give back, publish, and how we deliver",
    async () => (await import("../reports/open-source.ts")).openSourceDocument,
  ),
  {
    ...organizationKind(
      "conformance",
      "what standards and models of maturity ask, answered once: ISO/IEC 5230 and 18974, GGI, TODO, FINOS",
      async () => (await import("../frameworks/conformance.ts")).conformanceDocument,
    ),
    frameworks: true,
  },
  {
    ...organizationKind(
      "analysis",
      "an organisation under four headings: business model, strategy with its place on the ladder, policies as documents and as processes, summary",
      async () => (await import("../reports/analysis.ts")).analysisDocument,
    ),
    frameworks: true,
  },
  {
    id: "site",
    summary: "a public open source site as a folder: strategy, policies, projects, contacts, of what organization.yaml calls public",
    texts: false,
    about: "organization",
    formats: ["html"],
    write: async (input) => (await site(input)).files.values(),
    folder: site,
  },
];

async function site(input: ArtefactInput) {
  const [{ siteFiles }, { leftOutText }] = await Promise.all([import("../site/site.ts"), import("../site/left-out.ts")]);
  const { files, leftOut } = siteFiles(input.result);
  return { files, notes: leftOut.map((one) => leftOutText(one, input.language)) };
}

async function letter(input: ArtefactInput, format: string): Promise<Iterable<string>> {
  const document = (await import("./gaps.ts")).gapsDocument(input);
  if (!document)
    throw new AllmendError("unknown-supplier", "not-found", `nothing of the name "${input.item ?? ""}" is bought from anybody`, {
      hint: "registers/suppliers.yaml names suppliers and items; scan again after it changed. Write it as supplier/item.",
    });
  return draw(document, format);
}

async function vex(input: ArtefactInput, format: string): Promise<Iterable<string>> {
  const { cycloneDxVex, openVex } = await import("../vex/vex.ts");
  const remark = (await import("./frame.ts")).disclaimer(input);
  const write = format === "cyclonedx" ? cycloneDxVex : openVex;
  const document = write(input.result, input.product, remark);
  return [`${JSON.stringify(document, undefined, 1)}\n`];
}

async function draw(document: ArtefactDocument, format: string): Promise<Iterable<string>> {
  switch (format) {
    case "json":
      return [`${JSON.stringify(document.json(), undefined, 1)}\n`];
    case "text":
      return (await import("./to-text.ts")).asText(document);
    case "markdown":
      return (await import("./to-markdown.ts")).asMarkdown(document);
    case "slides":
      return (await import("../reports/slides/to-slides.ts")).asSlides(document);
    default:
      return (await import("./to-html.ts")).asHtml(document);
  }
}
