// What is known of a licence: strength, properties, where that comes from and how sure it is. What an organisation makes of it stands in its licenses.yaml.
import { findExceptionId, findLicenseId, formatAtom, type LicenseAtom, parseExpression, type Strength, strengths } from "#kit";
import type { LicenseKnowledge, PropertyGround } from "../types.ts";
import { exceptionGroups } from "./curated/exceptions.ts";
import { networkTriggerOf } from "./curated/network.ts";
import { knowledgeTable } from "./knowledge.generated.ts";
import { licenseProperties, type PropertySource, propertySources } from "./properties.ts";

export { knowledgeVersion } from "./knowledge.generated.ts";

let rows: Map<string, string> | undefined;
const answers = new Map<string, LicenseKnowledge>();

/** Our own references for what the SPDX list has no id for. */
export const proprietaryReference = "LicenseRef-Proprietary";
export const publicDomainReference = "LicenseRef-Public-Domain";

const references = new Map<string, readonly [strength: Strength, name: string]>([
  [proprietaryReference.toLowerCase(), ["proprietary", "Proprietary licence"]],
  [publicDomainReference.toLowerCase(), ["public-domain", "Public domain"]],
  ["none", ["none", "No licence"]],
]);

/**
 * Knowledge of one atom, given as text (`gpl-2.0+`, `GPL-2.0-only WITH Classpath-exception-2.0`, `LicenseRef-x`, `NONE`) or as parsed.
 * Ids compare without case; a deprecated id knows what its successor knows. What is not known has strength `unknown` and confidence 0.
 */
export function knowledgeOf(license: string | LicenseAtom): LicenseKnowledge {
  const text = typeof license === "string" ? license : formatAtom(license);
  let answer = answers.get(text);
  if (!answer) {
    answer = find(license, text);
    if (answers.size < 10_000) answers.set(text, answer);
  }
  return answer;
}

function find(license: string | LicenseAtom, text: string): LicenseKnowledge {
  const atom = typeof license === "string" ? parseExpression(text) : license;
  if (atom?.kind !== "license") return unknown(text);
  const base = ofBareLicense(atom.id);
  const id = formatAtom(atom);
  const asked = typeof license === "string" ? findLicenseId(text) : undefined;
  const known = { ...base, id: asked ?? id, deprecated: asked !== undefined && asked !== id };
  return atom.exception === undefined ? known : withException(known, atom.exception);
}

function ofBareLicense(id: string): LicenseKnowledge {
  rows ??= new Map(knowledgeTable.split("\n").map((row) => [row.slice(0, row.indexOf("|")), row]));
  const row = rows.get(id);
  if (row !== undefined) return readRow(row);
  const reference = references.get(id.toLowerCase());
  if (!reference) return unknown(id);
  return { ...unknown(id), strength: reference[0], name: reference[1], source: "curated", confidence: 0.9 };
}

function readRow(row: string): LicenseKnowledge {
  const [id = "", strength, confidence, source = "", osi, digits = "", sources = "", ...name] = row.split("|");
  const vocabulary = Object.keys(licenseProperties);
  const properties = [...digits].flatMap((digit) => vocabulary[Number.parseInt(digit, 36)] ?? []);
  const trigger = networkTriggerOf(id, properties);
  return {
    id,
    name: name.join("|"),
    strength: strengths[Number(strength)] ?? "unknown",
    osiApproved: osi === "1",
    deprecated: false,
    source,
    confidence: Number(confidence) / 100,
    properties,
    grounds: properties.map((property, at) => groundOf(property, sources[at] ?? "")),
    ...(trigger ? { networkTrigger: trigger } : {}),
  };
}

function groundOf(property: string, digit: string): PropertyGround {
  const source = (Object.keys(propertySources) as PropertySource[])[Number(digit)] ?? "default";
  return { property, source, confidence: propertySources[source].confidence };
}

function unknown(id: string): LicenseKnowledge {
  return {
    id,
    name: id,
    strength: "unknown",
    osiApproved: false,
    deprecated: false,
    source: "none",
    confidence: 0,
    properties: [],
    grounds: [],
  };
}

function withException(base: LicenseKnowledge, exception: string): LicenseKnowledge {
  const name = `${base.name} with ${exception}`;
  const group = findExceptionId(exception) ? exceptionGroups.find(({ ids }) => ids.split(" ").includes(exception)) : undefined;
  // An exception only ever grants more; one that we do not know leaves the licence as strong as it is.
  if (!group) return { ...base, name, osiApproved: false, confidence: Math.min(base.confidence, 0.5) };
  const added = (group.adds ?? []).filter((property) => !base.properties.includes(property));
  const lowers = group.lowersTo !== undefined && (base.strength === "strong" || base.strength === "network");
  return {
    ...base,
    name,
    strength: lowers && group.lowersTo ? group.lowersTo : base.strength,
    source: "curated",
    confidence: Math.min(base.confidence, 0.85),
    properties: [...base.properties, ...added],
    grounds: [...base.grounds, ...added.map((property): PropertyGround => ({ property, source: "curated", confidence: 0.85 }))],
  };
}
