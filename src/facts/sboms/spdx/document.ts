// SPDX 2.2 and 2.3, whatever the syntax: packages, relationships and document in the form that JSON gives them.
// https://spdx.github.io/spdx-spec/v2.3/
import { arrayField, asText, field, textField } from "../../lockfiles/shared/data.ts";
import { assemble } from "../assemble.ts";
import { hashAlgorithm, quoted, type SbomCollector, type SbomDraft, strongestHashes } from "../collector.ts";
import { plainText } from "../text.ts";
import type { SbomFormatId, SbomLicense, SbomReading } from "../types.ts";
import { relationshipMeanings } from "./relationships.ts";

const versions = new Set(["SPDX-2.0", "SPDX-2.1", "SPDX-2.2", "SPDX-2.3"]);

/** A package as JSON has it. */
export function spdxDraft(spdxPackage: unknown): SbomDraft {
  return {
    ref: plainText(spdxPackage, "SPDXID"),
    kind: plainText(spdxPackage, "primaryPackagePurpose").toLowerCase().replaceAll("_", "-"),
    name: plainText(spdxPackage, "name"),
    version: plainText(spdxPackage, "versionInfo"),
    group: "",
    purl: purlOf(spdxPackage),
    licenses: licensesOf(spdxPackage),
    hashes: hashesOf(spdxPackage),
    ...supplierOf(spdxPackage),
  };
}

/** `Organization: Acme (mail)` or `Person: …`; NOASSERTION names nobody. */
function supplierOf(spdxPackage: unknown): { supplier?: string } {
  for (const key of ["supplier", "originator"]) {
    const name = somebody(plainText(spdxPackage, key));
    if (name !== undefined) return { supplier: name };
  }
  return {};
}

function somebody(text: string): string | undefined {
  return /^(?:Organization|Person):\s*(\S.*?)\s*$/.exec(text.slice(0, 500))?.[1];
}

/** A relationship as JSON has it. `DESCRIBES` says what the document is about. */
export function addRelationship(collector: SbomCollector, relationship: unknown): void {
  const type = plainText(relationship, "relationshipType").toUpperCase().replaceAll("-", "_");
  const from = plainText(relationship, "spdxElementId");
  const to = plainText(relationship, "relatedSpdxElement");
  if (type === "DESCRIBES") collector.subjects.add(to);
  else if (type === "DESCRIBED_BY") collector.subjects.add(from);
  else if (type === "DESCENDANT_OF" && isElement(to)) collector.derived.add(from);
  else if (type === "ANCESTOR_OF" && isElement(from)) collector.derived.add(to);
  const meaning = relationshipMeanings.get(type);
  if (meaning === undefined || from === "") return;
  // "Depends on nothing" is a statement, too; "depends on what nobody knows" is none.
  if (to === "NONE") collector.lists(from);
  else if (to === "" || to === "NOASSERTION") return;
  else if (meaning.holder === "from") collector.edge(from, to, meaning.kind);
  else collector.edge(to, from, meaning.kind);
}

function isElement(reference: string): boolean {
  return reference !== "" && reference !== "NONE" && reference !== "NOASSERTION";
}

/** The reading of a document whose packages and relationships are gathered; `top` is the rest. */
export function spdxReading(collector: SbomCollector, format: SbomFormatId, top: unknown): SbomReading {
  const specVersion = plainText(top, "spdxVersion");
  if (!versions.has(specVersion)) {
    collector.problem(
      "sbom-unknown-version",
      "warning",
      `The SPDX document has the version ${quoted(specVersion)}; it is read as SPDX-2.3`,
    );
  }
  for (const ref of arrayField(top, "documentDescribes") ?? []) if (typeof ref === "string") collector.subjects.add(ref);
  const creation = field(top, "creationInfo");
  const name = textField(top, "name");
  const created = textField(creation, "created");
  const id = textField(top, "documentNamespace");
  const author = (arrayField(creation, "creators") ?? [])
    .map((creator) => somebody(asText(creator) ?? ""))
    .find((found) => found !== undefined);
  const metadata = {
    ...(author === undefined ? {} : { author }),
    ...(name === undefined ? {} : { name }),
    ...(created === undefined ? {} : { created }),
    ...(id === undefined ? {} : { id }),
    tools: (arrayField(creation, "creators") ?? []).flatMap(
      (creator) => /^Tool:\s*(.+)$/.exec((asText(creator) ?? "").slice(0, 1000))?.[1]?.trim() ?? [],
    ),
  };
  return assemble(collector, { format, specVersion, metadata });
}

/** Longer texts are licence texts, not names. */
const LONGEST_NAME = 120;

/** A licence that the document defines itself, as JSON has it (`hasExtractedLicensingInfos`). */
export function addExtractedLicense(collector: SbomCollector, entry: unknown): void {
  const id = plainText(entry, "licenseId");
  const usable = [plainText(entry, "name"), plainText(entry, "extractedText")].find((candidate) => usableName(candidate, id));
  if (id !== "" && usable !== undefined) collector.licenseNames.set(id, usable);
}

function usableName(text: string, id: string): boolean {
  return text !== "" && text !== id && text !== "NOASSERTION" && text.length <= LONGEST_NAME && !text.includes("\n");
}

function purlOf(spdxPackage: unknown): string {
  for (const reference of arrayField(spdxPackage, "externalRefs") ?? []) {
    const type = plainText(reference, "referenceType").toLowerCase();
    if (type === "purl" || type.endsWith("/purl")) return plainText(reference, "referenceLocator");
  }
  return "";
}

function licensesOf(spdxPackage: unknown): readonly SbomLicense[] {
  const declared = plainText(spdxPackage, "licenseDeclared");
  const concluded = plainText(spdxPackage, "licenseConcluded");
  const licenses: SbomLicense[] = [];
  if (declared !== "") licenses.push({ kind: "expression", value: declared, basis: "declared" });
  if (concluded !== "") licenses.push({ kind: "expression", value: concluded, basis: "concluded" });
  return licenses;
}

function hashesOf(spdxPackage: unknown): ReturnType<typeof strongestHashes> {
  const checksums = arrayField(spdxPackage, "checksums") ?? [];
  return strongestHashes(
    checksums.map((checksum) => ({
      algorithm: hashAlgorithm(plainText(checksum, "algorithm")),
      value: plainText(checksum, "checksumValue"),
    })),
  );
}
