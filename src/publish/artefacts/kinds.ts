// The one registry of reports: a kind is one file and one line here.
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
  write(input: ArtefactInput, format: string): Promise<Iterable<string>>;
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
];

async function draw(document: ArtefactDocument, format: string): Promise<Iterable<string>> {
  switch (format) {
    case "json":
      return [`${JSON.stringify(document.json(), undefined, 1)}\n`];
    case "text":
      return (await import("./to-text.ts")).asText(document);
    case "markdown":
      return (await import("./to-markdown.ts")).asMarkdown(document);
    default:
      return (await import("./to-html.ts")).asHtml(document);
  }
}
