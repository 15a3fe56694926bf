import { describe, expect, it } from "vitest";
import { isSbomName, sbomFormatOf } from "./detect.ts";

function formatOf(text: string, path = "any.txt"): string | undefined {
  return sbomFormatOf(path, new TextEncoder().encode(text));
}

describe("sbomFormatOf", () => {
  it.each([
    ['{"bomFormat": "CycloneDX", "specVersion": "1.6"}', "cyclonedx-json"],
    ['\ufeff \n{"$schema":"http://cyclonedx.org/schema/bom-1.5.schema.json"}', "cyclonedx-json"],
    ['<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4">', "cyclonedx-xml"],
    ['<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.4">', "cyclonedx-xml"],
    ['{"spdxVersion": "SPDX-2.3"}', "spdx-json"],
    ['{"sbom": {"SPDXID": "SPDXRef-DOCUMENT"}}', "spdx-json"],
    ['{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}', "spdx3-json"],
    ["SPDXVersion: SPDX-2.2\nDataLicense: CC0-1.0", "spdx-tag-value"],
    ["# a comment\nSPDXVersion:SPDX-2.2", "spdx-tag-value"],
    ["---\nspdxVersion: SPDX-2.3", "spdx-yaml"],
    ['SPDXID: "SPDXRef-DOCUMENT"\nspdxVersion: "SPDX-2.2"', "spdx-yaml"],
    ['<rdf:RDF xmlns="http://spdx.org/rdf/terms#" xmlns:rdf="x">', "spdx-rdf"],
    ['{"_type": "x", "predicateType": "https://cyclonedx.org/bom"', "cyclonedx-json"],
    ["<?xml version='1.0'?>\n<Document>\n <SPDXID>SPDXRef-DOCUMENT</SPDXID>", "spdx-xml"],
    ['{"name": "package"}', undefined],
    ["<project xmlns='http://maven.apache.org/POM/4.0.0'>", undefined],
    ["", undefined],
    ["\u0000\u0001", undefined],
  ])("%j is %s", (text, format) => expect(formatOf(text)).toBe(format));

  it("reads UTF-16", () => {
    expect(sbomFormatOf("x", Buffer.from('\ufeff{"bomFormat": "CycloneDX"}', "utf16le"))).toBe("cyclonedx-json");
    expect(sbomFormatOf("x", Buffer.from('{"bomFormat": "CycloneDX"}', "utf16le").swap16())).toBe("cyclonedx-json");
  });

  it("knows the schemas of the formats for what they are", () => {
    expect(
      formatOf(
        '{"$schema": "http://json-schema.org/draft-07/schema#", "$id": "http://cyclonedx.org/schema/bom-1.6.schema.json"}',
        "bom.json",
      ),
    ).toBeUndefined();
    expect(
      formatOf('{\n "$schema": "http://json-schema.org/draft-07/schema#", "properties": {"packages": {}}}', "spdx-2.3.json"),
    ).toBeUndefined();
  });

  it("lets the name settle what the bytes leave open", () => {
    expect(formatOf('{"components": [{"type": "library"', "bom.json")).toBe("cyclonedx-json");
    expect(formatOf('{"components": [{"type": "library"', "angular.json")).toBeUndefined();
    expect(formatOf('{"name": "bootstrap"}', "bom.json")).toBeUndefined();
  });
});

describe("isSbomName", () => {
  it.each([
    "bom.json",
    "bom.xml",
    "target/bom.json",
    "sbom.json",
    "app.cdx.json",
    "app.cdx.xml",
    "x/app.bom.json",
    "my-sbom.yaml",
    "sbom-api.json",
    "bom.1.2.json",
    "cyclonedx-1.4.json",
    "app.cyclonedx.json",
    "app.spdx",
    "app.spdx.json",
    "APP.SPDX.YAML",
    "a.spdx.yml",
    "a.spdx.rdf",
    "a.spdx.rdf.xml",
    "valid-bom.xml",
    "docs/security/sboms/api.json",
    "cyclonedx-tests/1.7/valid-patch.xml",
    "reports/dependencies.json",
    "a.spdx3.json",
    "_manifest/spdx_2.2/manifest.spdx.json",
  ])("%s is worth a look", (path) => expect(isSbomName(path)).toBe(true));

  it.each([
    "a/b/c/package.json",
    "src/main/java/pom.xml",
    "a/b/c/bomb.json",
    "src/sbom.ts",
    "spdx.ts",
    "bom-1.6.schema.json",
    "bom.json/readme.md",
    "README.md",
    "bom",
  ])("%s is not", (path) => expect(isSbomName(path)).toBe(false));
});
