import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { expect } from "vitest";
import { cycloneDx } from "../sbom/cyclonedx.ts";
import type { SbomComponent, SbomInput } from "../sbom/input.ts";
import { spdx } from "../sbom/spdx.ts";

const require = createRequire(import.meta.url);
const schemas = join(dirname(require.resolve("@cyclonedx/cyclonedx-library/package.json")), "res", "schema");

export function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}

/** As the library's own strict validator sets ajv up (that one also wants a package for internationalised e-mail addresses, which we never write). */
export function cycloneDxValidator(): ValidateFunction {
  const related = ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json", "cryptography-defs.SNAPSHOT.schema.json"];
  const schemasByName = Object.fromEntries(related.map((file) => [`http://cyclonedx.org/schema/${file}`, json(join(schemas, file))]));
  const ajv = new Ajv({ strict: false, allErrors: true, addUsedSchema: false, schemas: schemasByName });
  formats.default(ajv);
  ajv.addFormat("iri-reference", /^[^\s<>"{}|\\^`]*$/);
  ajv.addFormat("idn-email", true);
  return ajv.compile(json(join(schemas, "bom-1.6.SNAPSHOT.schema.json")));
}

export function spdxValidator(): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(json(join(import.meta.dirname, "..", "sbom", "fixtures", "spdx-2.3.schema.json")));
}

export const validCycloneDx = cycloneDxValidator();
export const validSpdx = spdxValidator();

export interface CycloneDx {
  readonly serialNumber: string;
  readonly metadata: { readonly component: { readonly components?: readonly { readonly purl: string }[] } };
  readonly components: readonly (Record<string, unknown> & {
    readonly purl: string;
    readonly properties?: readonly { name: string; value: string }[];
  })[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

export interface Spdx {
  readonly packages: readonly (Record<string, unknown> & { readonly SPDXID: string; readonly name: string })[];
  readonly relationships: readonly {
    readonly spdxElementId: string;
    readonly relationshipType: string;
    readonly relatedSpdxElement: string;
  }[];
  readonly hasExtractedLicensingInfos?: readonly { readonly licenseId: string; readonly extractedText: string }[];
}

/** Parses and validates. */
export function checkedCycloneDx(input: SbomInput): CycloneDx {
  const document = JSON.parse(cycloneDx(input)) as CycloneDx;
  expect(validCycloneDx(document) ? [] : validCycloneDx.errors).toEqual([]);
  const refs = document.components.map((item) => item["bom-ref"]);
  expect(new Set(refs).size).toBe(refs.length);
  return document;
}

export function checkedSpdx(input: SbomInput): Spdx {
  const document = JSON.parse(spdx(input)) as Spdx;
  expect(validSpdx(document) ? [] : validSpdx.errors).toEqual([]);
  const ids = new Set(["SPDXRef-DOCUMENT", ...document.packages.map((item) => item.SPDXID)]);
  expect(ids.size).toBe(document.packages.length + 1);
  for (const { spdxElementId, relatedSpdxElement } of document.relationships)
    expect([ids.has(spdxElementId), ids.has(relatedSpdxElement)]).toEqual([true, true]);
  for (const id of ids) expect(id).toMatch(/^SPDXRef-[A-Za-z0-9.-]+$/);
  return document;
}

export function component(purl: string, more: Partial<SbomComponent> = {}): SbomComponent {
  const [, type = "", name = "", version = ""] = /^pkg:([^/]+)\/(.+?)(?:@(.*))?$/.exec(purl) ?? [];
  return { purl, type, name, version, licenses: [], scope: "required", direct: false, manifests: [], ...more };
}

export function input(components: readonly SbomComponent[]): SbomInput {
  return { name: "acme", now: "2026-03-01T12:00:00.000Z", toolVersion: "0.1.0", own: [], components };
}
