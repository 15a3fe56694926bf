import { describe, expect, it } from "vitest";
import { read, tagValue, told, yaml } from "../testing/sboms.ts";

const spdx = {
  spdxVersion: "SPDX-2.3",
  SPDXID: "SPDXRef-DOCUMENT",
  name: "doc",
  documentNamespace: "https://example.com/doc",
  creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Organization: x", "Tool: maker-1.0"] },
  packages: [
    { SPDXID: "SPDXRef-root", name: "root", versionInfo: "1", licenseDeclared: "NOASSERTION" },
    {
      SPDXID: "SPDXRef-a",
      name: "a",
      versionInfo: "1.10",
      licenseDeclared: "LicenseRef-1",
      licenseConcluded: "MIT",
      checksums: [{ algorithm: "SHA256", checksumValue: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }],
      externalRefs: [
        { referenceCategory: "SECURITY", referenceType: "cpe23Type", referenceLocator: "cpe:2.3:a" },
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:npm/a@1.10" },
      ],
    },
    { SPDXID: "SPDXRef-b", name: "b", versionInfo: "2" },
    { SPDXID: "SPDXRef-c", name: "c", versionInfo: "3" },
  ],
  hasExtractedLicensingInfos: [{ licenseId: "LicenseRef-1", name: "Acme License", extractedText: "Do as you like." }],
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "SPDXRef-root" },
    { spdxElementId: "SPDXRef-root", relationshipType: "DEPENDS_ON", relatedSpdxElement: "SPDXRef-a" },
    { spdxElementId: "SPDXRef-b", relationshipType: "DEPENDENCY_OF", relatedSpdxElement: "SPDXRef-a" },
    { spdxElementId: "SPDXRef-c", relationshipType: "DEV_DEPENDENCY_OF", relatedSpdxElement: "SPDXRef-root" },
    { spdxElementId: "SPDXRef-b", relationshipType: "DEPENDS_ON", relatedSpdxElement: "NONE" },
  ],
};

const context = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
const spdx3 = {
  "@context": context,
  "@graph": [
    { "@id": "_:c", type: "CreationInfo", specVersion: "3.0.1", created: "2026-01-01T00:00:00Z" },
    { spdxId: "urn:doc", type: "SpdxDocument", name: "doc", creationInfo: "_:c", rootElement: ["urn:root"] },
    { spdxId: "urn:tool", type: "Tool", name: "maker-1.0" },
    { spdxId: "urn:root", type: "software_Package", name: "root", software_packageVersion: "1" },
    {
      spdxId: "urn:a",
      type: "software_Package",
      name: "a",
      software_packageVersion: "1.10",
      externalIdentifier: [{ type: "ExternalIdentifier", externalIdentifierType: "packageUrl", identifier: "pkg:npm/a@1.10" }],
      verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }],
    },
    { spdxId: "urn:b", type: "software_Package", name: "b", software_packageVersion: "2" },
    { spdxId: "urn:c", type: "software_Package", name: "c", software_packageVersion: "3" },
    { spdxId: "urn:l", type: "expandedlicensing_CustomLicense", name: "Acme License" },
    { spdxId: "urn:r1", type: "Relationship", relationshipType: "dependsOn", from: "urn:root", to: ["urn:a"] },
    { spdxId: "urn:r2", type: "Relationship", relationshipType: "dependsOn", from: "urn:a", to: ["urn:b"] },
    {
      spdxId: "urn:r3",
      type: "LifecycleScopedRelationship",
      relationshipType: "dependsOn",
      scope: "development",
      from: "urn:root",
      to: ["urn:c"],
    },
    {
      spdxId: "urn:r4",
      type: "Relationship",
      relationshipType: "dependsOn",
      completeness: "complete",
      from: "urn:b",
      to: ["https://spdx.org/rdf/3.0.1/terms/Core/NoneElement"],
    },
    { spdxId: "urn:r5", type: "Relationship", relationshipType: "hasDeclaredLicense", from: "urn:a", to: ["urn:l"] },
    {
      spdxId: "urn:r6",
      type: "Relationship",
      relationshipType: "hasConcludedLicense",
      from: "urn:a",
      to: ["https://spdx.org/licenses/MIT"],
    },
    {
      spdxId: "urn:r7",
      type: "Relationship",
      relationshipType: "hasDeclaredLicense",
      from: "urn:root",
      to: ["https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense"],
    },
  ],
};

describe("SPDX", () => {
  it.each([
    ["2 as JSON", JSON.stringify(spdx), "SPDX-2.3", "LicenseRef-1"],
    ["2 as GitHub exports it", JSON.stringify({ sbom: spdx }), "SPDX-2.3", "LicenseRef-1"],
    ["2 as tag-value", tagValue, "SPDX-2.3", "LicenseRef-1"],
    ["2 as tag-value with the line ends of Windows", tagValue.replaceAll("\n", "\r\n"), "SPDX-2.3", "LicenseRef-1"],
    ["2 as YAML", yaml, "SPDX-2.3", "LicenseRef-1"],
    ["3 as JSON-LD", JSON.stringify(spdx3), "3.0.1", "LicenseRef-urn-l"],
  ])("%s", async (_, text, version, license) => {
    const reading = await read(text, "x.spdx");
    expect(told(reading)).toEqual([`a|1.10|pkg:npm/a@1.10|required|${license},MIT|b`, "b|2||required||", "c|3||excluded||?"]);
    expect(reading.own.map((item) => [item.name, item.dependsOn, item.licenses[0]?.value])).toEqual([["root", [0, 2], "NOASSERTION"]]);
    expect(reading.packages[0]?.hashes).toEqual([{ algorithm: "SHA-256", value: expect.stringMatching(/^e3b0/) }]);
    expect([...reading.licenseNames]).toEqual([[license, "Acme License"]]);
    expect(reading).toMatchObject({
      specVersion: version,
      metadata: { name: "doc", created: "2026-01-01T00:00:00Z", tools: ["maker-1.0"] },
      problems: [],
    });
  });

  it("a described package that stands alone is a component", async () => {
    const alone = { ...spdx, packages: [spdx.packages[0]], relationships: [spdx.relationships[0]] };
    expect(told(await read(JSON.stringify(alone)))).toEqual(["root|1||-|NOASSERTION|?"]);
  });

  it("3: writes out licence sets, and does not follow them in circles", async () => {
    const nodes = [
      { spdxId: "urn:p", type: "software_Package", name: "p" },
      {
        spdxId: "urn:or",
        type: "expandedlicensing_DisjunctiveLicenseSet",
        expandedlicensing_member: ["https://spdx.org/licenses/MIT", "urn:and"],
      },
      { spdxId: "urn:and", type: "expandedlicensing_ConjunctiveLicenseSet", expandedlicensing_member: ["urn:later", "urn:with"] },
      {
        spdxId: "urn:later",
        type: "expandedlicensing_OrLaterOperator",
        expandedlicensing_subjectLicense: "https://spdx.org/licenses/Apache-2.0",
      },
      {
        spdxId: "urn:with",
        type: "expandedlicensing_WithAdditionOperator",
        expandedlicensing_subjectExtendableLicense: "https://spdx.org/licenses/GPL-2.0-only",
        expandedlicensing_subjectAddition: "https://spdx.org/licenses/exceptions/Classpath-exception-2.0",
      },
      { spdxId: "urn:r", type: "Relationship", relationshipType: "hasDeclaredLicense", from: "urn:p", to: ["urn:or"] },
      { spdxId: "urn:circle", type: "expandedlicensing_DisjunctiveLicenseSet", expandedlicensing_member: ["urn:circle", "urn:circle"] },
      { spdxId: "urn:r2", type: "Relationship", relationshipType: "hasConcludedLicense", from: "urn:p", to: ["urn:circle"] },
    ];
    const { packages } = await read(JSON.stringify({ "@context": context, "@graph": nodes }));
    expect(packages[0]?.licenses.map(({ value }) => value)).toEqual([
      "MIT OR (Apache-2.0+ AND GPL-2.0-only WITH Classpath-exception-2.0)",
      "NOASSERTION OR NOASSERTION",
    ]);
  });
});
