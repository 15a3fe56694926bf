// SPDX 2 as YAML: the JSON form in other clothes. Read whole: YAML cannot be split safely, and no tool writes large ones.
import { arrayField, field, textField } from "../../lockfiles/shared/data.ts";
import { parseYaml } from "../../lockfiles/shared/yaml.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import type { SbomCollector } from "../collector.ts";
import { type ByteSource, utf8Chunks } from "../source.ts";
import type { SbomReading } from "../types.ts";
import { addExtractedLicense, addRelationship, spdxDraft, spdxReading } from "./document.ts";

/** Larger documents are not read: as text, tree and lines they would take many times their size in memory. */
const LARGEST = 64_000_000;

/** Reads a document. Throws `Unreadable` with the line. */
export async function readYamlSbom(source: ByteSource, collector: SbomCollector): Promise<SbomReading> {
  collector.copiesTexts = true;
  const decoder = new TextDecoder("utf-8");
  const parts: string[] = [];
  for await (const chunk of utf8Chunks(source, Math.min(LARGEST, collector.limits.bytes)))
    parts.push(decoder.decode(chunk, { stream: true }));
  const { value, lineOf } = parseYaml(parts.join(""));
  if (textField(value, "spdxVersion") === undefined)
    throw new Unreadable("Not an SBOM: there is no spdxVersion", 1, "spdxVersion: SPDX-2.3");
  const packages = arrayField(value, "packages") ?? [];
  for (const [index, item] of packages.entries()) collector.add(spdxDraft(item), lineOf(packages, index));
  for (const item of arrayField(value, "relationships") ?? []) addRelationship(collector, item);
  for (const item of arrayField(value, "hasExtractedLicensingInfos") ?? []) addExtractedLicense(collector, item);
  for (const list of ["packages", "relationships"]) {
    const found = field(value, list);
    if (found !== undefined && !Array.isArray(found)) collector.problem("sbom-not-a-list", "error", `"${list}" is not a list`);
  }
  return spdxReading(collector, "spdx-yaml", value);
}
