// Is this file an SBOM, and in which format? Names say where to look, the first bytes decide.
import { decodeHead } from "./source.ts";
import type { SbomFormatId } from "./types.ts";

/** How many bytes of a file are enough for `sbomFormatOf`. */
export const sbomHeadBytes = 4096;

/** Names that tools and the specifications give to SBOMs: `bom.json`, `*.cdx.json`, `*.spdx`, `sbom-api.xml`, `cyclonedx-1.4.json`, `manifest.spdx.json` … */
const names: readonly RegExp[] = [
  /(^|[._-])s?bom([._-][^/]*)?\.(json|xml|ya?ml)$/,
  /(^|[._-])(cdx|cyclonedx)([._-][^/]*)?\.(json|xml)$/,
  /\.spdx$/,
  /(^|[._-])spdx3?([._-][^/]*)?\.(json|jsonld|ya?ml|xml|rdf|tag)$/,
];

/** Whether the last segment of a path is a name for an SBOM and nothing else. */
export function isNamedSbom(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return name.length <= 255 && !name.includes("schema.") && names.some((pattern) => pattern.test(name));
}

/**
 * Whether a file of a tree is worth a look at its first bytes: named like an SBOM, in a folder named like one, or a JSON or XML file near the top, where
 * people put an SBOM under any name. Cheap; `sbomFormatOf` decides.
 */
export function isSbomName(path: string): boolean {
  const folders = path.toLowerCase().split("/");
  const name = folders.pop() ?? "";
  if (!/\.(json|jsonld|xml|ya?ml|spdx|rdf|tag|txt)$/.test(name) || name.length > 255) return false;
  if (isNamedSbom(name) || folders.some((folder) => /(^|[._-])(s?boms?|cdx|cyclonedx|spdx)([._-]|$)/.test(folder))) return true;
  return folders.length < 3 && /\.(json|jsonld|xml|rdf|tag)$/.test(name) && !name.includes("schema.");
}

/**
 * The format of a file from its first bytes (`sbomHeadBytes` are enough), whatever its name; undefined where it is no SBOM. The name settles only what
 * the bytes leave open: JSON whose telling key stands further down.
 */
export function sbomFormatOf(path: string, head: Uint8Array): SbomFormatId | undefined {
  const text = decodeHead(head.subarray(0, sbomHeadBytes)).trimStart();
  switch (text[0]) {
    case "{":
      return jsonFormat(text, path);
    case "<":
      return xmlFormat(text);
    default:
      return textFormat(text);
  }
}

function jsonFormat(text: string, path: string): SbomFormatId | undefined {
  // The schemas of these formats name the same keys.
  if (
    /^\{\s*"\$(schema|id)"\s*:\s*"https?:\/\/(json-schema\.org|[\w./-]*schema[\w./-]*")/i.test(text) &&
    /"\$schema"\s*:\s*"https?:\/\/json-schema\.org/i.test(text)
  ) {
    return undefined;
  }
  if (/"bomFormat"\s*:\s*"CycloneDX"|"\$schema"\s*:\s*"https?:\/\/cyclonedx\.org\/schema\/bom/i.test(text)) return "cyclonedx-json";
  if (/"https?:\/\/spdx\.org\/rdf\/3\./i.test(text)) return "spdx3-json";
  if (/"spdxVersion"\s*:\s*"SPDX-|"SPDXID"\s*:\s*"SPDXRef-DOCUMENT"/i.test(text)) return "spdx-json";
  if (/"predicateType"\s*:\s*"https?:\/\/cyclonedx\.org\/bom/i.test(text)) return "cyclonedx-json";
  if (/"predicateType"\s*:\s*"https?:\/\/spdx\.dev\/Document/i.test(text)) return "spdx-json";
  if (!isNamedSbom(path)) return undefined;
  if (/"(components|metadata|specVersion)"\s*:/.test(text)) return "cyclonedx-json";
  if (/"@graph"\s*:/.test(text)) return "spdx3-json";
  return /"(packages|relationships|creationInfo|documentNamespace)"\s*:/.test(text) ? "spdx-json" : undefined;
}

function xmlFormat(text: string): SbomFormatId | undefined {
  if (/^(<\?xml[^>]*\?>\s*)?<Document>/.test(text) && /<(SPDXID|spdxVersion)>/.test(text)) return "spdx-xml";
  if (/xmlns(:[\w.-]+)?\s*=\s*["']https?:\/\/cyclonedx\.org\/schema\/bom\//i.test(text)) return "cyclonedx-xml";
  return /<([\w.-]+:)?RDF[\s>]/.test(text) && /["']https?:\/\/spdx\.org\/rdf\/terms/i.test(text) ? "spdx-rdf" : undefined;
}

function textFormat(text: string): SbomFormatId | undefined {
  if (/^SPDXVersion:[ \t]*SPDX-/m.test(text)) return "spdx-tag-value";
  if (/^["']?spdxVersion["']?[ \t]*:[ \t]*["']?SPDX-/m.test(text)) return "spdx-yaml";
  return /^["']?SPDXID["']?[ \t]*:[ \t]*["']?SPDXRef-DOCUMENT/m.test(text)
    ? /^(DocumentName|DataLicense|DocumentNamespace):/m.test(text)
      ? "spdx-tag-value"
      : "spdx-yaml"
    : undefined;
}
