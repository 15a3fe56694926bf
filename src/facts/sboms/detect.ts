// Is this file an SBOM, and in which format? Names say where to look, the first bytes decide.
import { decodeHead } from "./source.ts";
import type { SbomFormatId } from "./types.ts";

/** How many bytes of a file are enough for `sbomFormatOf`. */
export const sbomHeadBytes = 4096;

/** Names that tools and the specifications give to SBOMs. `bom.json`, `*.cdx.json`, `*.spdx`, `sbom-api.xml`, `cyclonedx-1.4.json`, `_manifest/spdx_2.2/manifest.spdx.json` … */
const names: readonly RegExp[] = [
  /(^|[._-])s?bom([._-][^/]*)?\.(json|xml|ya?ml)$/,
  /[._-]?(cdx|cyclonedx)([._-][^/]*)?\.(json|xml)$/,
  /\.spdx$/,
  /(^|[._-])spdx3?([._-][^/]*)?\.(json|jsonld|ya?ml|xml|rdf|tag)$/,
  /\.spdx\.rdf\.xml$/,
];

/** Whether a path is named like an SBOM: those are worth opening when a whole tree is searched. Cheap. */
export function isSbomName(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (name.length > 255 || !/\.(json|jsonld|xml|ya?ml|spdx|rdf|tag)$/.test(name) || name.includes(".schema.")) return false;
  return names.some((pattern) => pattern.test(name));
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
  if (/"bomFormat"\s*:\s*"CycloneDX"|"\$schema"\s*:\s*"https?:\/\/cyclonedx\.org\/schema\/bom/i.test(text)) return "cyclonedx-json";
  if (/"https?:\/\/spdx\.org\/rdf\/3\./i.test(text)) return "spdx3-json";
  if (/"spdxVersion"\s*:\s*"SPDX-|"SPDXID"\s*:\s*"SPDXRef-DOCUMENT"/i.test(text)) return "spdx-json";
  if (/"predicateType"\s*:\s*"https?:\/\/cyclonedx\.org\/bom/i.test(text)) return "cyclonedx-json";
  if (/"predicateType"\s*:\s*"https?:\/\/spdx\.dev\/Document/i.test(text)) return "spdx-json";
  if (!isSbomName(path)) return undefined;
  if (/"(components|metadata|specVersion)"\s*:/.test(text)) return "cyclonedx-json";
  if (/"@graph"\s*:/.test(text)) return "spdx3-json";
  return /"(packages|relationships|creationInfo|documentNamespace)"\s*:/.test(text) ? "spdx-json" : undefined;
}

function xmlFormat(text: string): SbomFormatId | undefined {
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
