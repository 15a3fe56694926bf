// One CycloneDX component (1.0 to 1.7) in its JSON form, also what the XML reader builds, as a package. https://cyclonedx.org/specification/overview/
import { arrayField, objectField, textField } from "../../lockfiles/shared/data.ts";
import { hashAlgorithm, quoted, type SbomCollector, type SbomDraft, strongestHashes } from "../collector.ts";
import { plainText } from "../text.ts";
import type { SbomHash, SbomLicense } from "../types.ts";

/** The package of a component. Says to the collector what is wrong with it. */
export function componentDraft(component: unknown, collector: SbomCollector, line: number | undefined): SbomDraft {
  const scope = scopeOf(component, collector, line);
  return {
    ref: plainText(component, "bom-ref"),
    kind: plainText(component, "type").toLowerCase(),
    name: plainText(component, "name"),
    version: plainText(component, "version"),
    range: rangeOf(component),
    group: plainText(component, "group"),
    purl: plainText(component, "purl"),
    licenses: licensesOf(component),
    hashes: hashesOf(component),
    scope,
    ...supplierOf(component),
  };
}

/** A component that is only expected to be there names a range instead of a version. */
function rangeOf(component: unknown): string | undefined {
  const range = plainText(component, "versionRange");
  if (range !== "") return range;
  for (const property of arrayField(component, "properties") ?? [])
    if (textField(property, "name") === "allmend:range") return plainText(property, "value") || undefined;
  return undefined;
}

function supplierOf(component: unknown): { supplier?: string } {
  const names = ["supplier", "manufacturer"].map((key) => plainText(objectField(component, key), "name"));
  const supplier = [...names, plainText(component, "publisher"), plainText(component, "author")].find((name) => name !== "");
  return supplier === undefined ? {} : { supplier };
}

/** `licenses`: entries are `{license: {id | name}}`, `{expression}`, and in CycloneDX 1.7 both side by side. */
function licensesOf(component: unknown): readonly SbomLicense[] {
  const entries = arrayField(component, "licenses");
  if (entries === undefined || entries.length === 0) return [];
  const licenses: SbomLicense[] = [];
  for (const entry of entries) {
    const license = objectField(entry, "license");
    const expression = plainText(entry, "expression");
    const id = plainText(license, "id");
    const name = plainText(license, "name");
    const basis = basisOf(license ?? entry);
    const stated = basis === undefined ? {} : { basis };
    if (expression !== "") licenses.push({ kind: "expression", value: expression, ...stated });
    else if (id !== "") licenses.push({ kind: "id", value: id, ...stated });
    else if (license) licenses.push({ kind: "name", value: name, ...stated });
  }
  return licenses;
}

function basisOf(holder: unknown): "declared" | "concluded" | undefined {
  const value = textField(holder, "acknowledgement");
  return value === "declared" || value === "concluded" ? value : undefined;
}

function hashesOf(component: unknown): readonly SbomHash[] {
  const hashes: SbomHash[] = [];
  for (const hash of arrayField(component, "hashes") ?? []) {
    hashes.push({ algorithm: hashAlgorithm(plainText(hash, "alg")), value: plainText(hash, "content") });
  }
  return strongestHashes(hashes);
}

/** Names of properties by which package managers' own tools mark what only development needs, as each documents them. */
const development = /:(development|isDevRequirement|test)$/;

function scopeOf(component: unknown, collector: SbomCollector, line: number | undefined): SbomDraft["scope"] {
  for (const property of arrayField(component, "properties") ?? []) {
    const name = textField(property, "name");
    if (name?.startsWith("cdx:") && development.test(name) && plainText(property, "value") === "true") return "excluded";
  }
  const scope = plainText(component, "scope");
  if (scope === "" || scope === "required" || scope === "optional" || scope === "excluded") return scope === "" ? undefined : scope;
  collector.problem(
    "sbom-unknown-scope",
    "warning",
    `A component has the scope ${quoted(scope)}`,
    line,
    "Scopes are required, optional, excluded.",
  );
  return undefined;
}
