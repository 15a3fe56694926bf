// SBOMs in JSON: CycloneDX, SPDX 2 and SPDX 3. Which of them is settled by what the document holds, in whatever order it holds it.
import { arrayField, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { quoted, type SbomCollector } from "../collector.ts";
import { componentDraft } from "../cyclonedx/component.ts";
import { addComponentTree, addDependency, addService, cycloneDxReading } from "../cyclonedx/document.ts";
import { addExtractedLicense, addRelationship, spdxDraft, spdxReading } from "../spdx/document.ts";
import { Spdx3Graph } from "../spdx/graph.ts";
import { type ByteSource, utf8Chunks } from "../source.ts";
import type { SbomReading } from "../types.ts";
import { JsonSplitter, type SplitShape } from "./splitter.ts";

const shape: SplitShape = {
  lists: new Set(
    (
      "components dependencies vulnerabilities services annotations compositions formulation citations " + // CycloneDX
      "packages relationships files snippets hasExtractedLicensingInfos @graph"
    ).split(" "), // SPDX
  ),
  nested: new Map([["components", new Set(["components"])]]),
  // The export of GitHub, in-toto statements, early SPDX.
  wrappers: new Set(["sbom", "predicate", "Document"]),
};

/** Reads a document. Throws `Unreadable` for what is no SBOM or no JSON. */
export async function readJsonSbom(source: ByteSource, collector: SbomCollector): Promise<SbomReading> {
  const document = new JsonDocument(collector);
  const splitter = new JsonSplitter(shape, document, collector.limits);
  for await (const chunk of utf8Chunks(source, collector.limits.bytes)) splitter.push(chunk);
  return document.reading(splitter.end());
}

class JsonDocument {
  readonly #collector: SbomCollector;
  readonly #graph: Spdx3Graph;

  constructor(collector: SbomCollector) {
    this.#collector = collector;
    this.#graph = new Spdx3Graph(collector);
  }

  begin(list: string, parent: number | undefined): number {
    const keeps = list === "components" || list === "packages";
    return keeps ? this.#collector.reserve(parent === undefined ? {} : { parent }) : -1;
  }

  object(list: string, handle: number, value: unknown, line: number | undefined): void {
    const collector = this.#collector;
    if (list === "components") collector.fill(handle, componentDraft(value, collector, line), line);
    else if (list === "dependencies") addDependency(collector, value);
    else if (list === "packages") collector.fill(handle, spdxDraft(value), line);
    else if (list === "relationships") addRelationship(collector, value);
    else if (list === "@graph") this.#graph.add(value, line);
    else if (list === "services") addService(collector, value);
    else if (list === "hasExtractedLicensingInfos") addExtractedLicense(collector, value);
  }

  reading(skeleton: unknown): SbomReading {
    const top = objectField(skeleton, "sbom") ?? objectField(skeleton, "predicate") ?? objectField(skeleton, "Document") ?? skeleton;
    this.#leftover(top);
    if (this.#graph.isSpdx3(top)) return this.#graph.reading(top);
    if (textField(top, "spdxVersion") !== undefined || textField(top, "SPDXID") !== undefined) {
      return spdxReading(this.#collector, "spdx-json", top);
    }
    if (!isCycloneDx(top, this.#collector)) {
      throw new Unreadable("Not an SBOM: neither bomFormat, spdxVersion nor an SPDX 3 context", undefined, "CycloneDX or SPDX");
    }
    addComponentTree(this.#collector, objectField(field(top, "metadata"), "component"), { own: true });
    return cycloneDxReading(this.#collector, "cyclonedx-json", top);
  }

  /** Lists that the splitter could not see because their key is written with escapes; lists that are no lists are a problem. */
  #leftover(top: unknown): void {
    for (const list of shape.lists) {
      const value = field(top, list);
      if (value === undefined || value === null) continue;
      if (!Array.isArray(value)) this.#collector.problem("sbom-not-a-list", "error", `${quoted(list)} is not a list`);
      for (const item of arrayField(top, list) ?? []) {
        if (list === "components") addComponentTree(this.#collector, item, {});
        else this.object(list, this.begin(list, undefined), item, undefined);
      }
    }
  }
}

function isCycloneDx(top: unknown, collector: SbomCollector): boolean {
  const format = textField(top, "bomFormat");
  if (format?.toLowerCase() === "cyclonedx") return true;
  const looks =
    textField(top, "specVersion") !== undefined && (field(top, "components") !== undefined || field(top, "metadata") !== undefined);
  if (looks) {
    const said = format === undefined ? "is missing" : `is ${quoted(format)}`;
    collector.problem(
      "sbom-wrong-format-name",
      "error",
      `bomFormat ${said}; the document is read as CycloneDX`,
      undefined,
      'It must be "CycloneDX".',
    );
  }
  return looks;
}
