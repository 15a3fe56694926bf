import { describe, expect, it } from "vitest";
import { formatPurl } from "#kit";
import { readSbomManifest, type SbomManifest } from "./locked.ts";

function manifest(components: readonly object[], more: object = {}): Promise<SbomManifest> {
  const document = { bomFormat: "CycloneDX", specVersion: "1.6", components, ...more };
  return readSbomManifest(new TextEncoder().encode(JSON.stringify(document)), "bom.json");
}

describe("an SBOM for the inventory", () => {
  it("names packages by what identifies them in their package URL", async () => {
    const { packages } = await manifest([
      { name: "a", version: "9", purl: "pkg:maven/org.x/a@1.0?type=jar&repository_url=https%3A%2F%2Frepo.example" },
      { name: "a", purl: "pkg:maven/org.x/a@1.0?classifier=sources&type=jar" },
      { name: "log", purl: "pkg:golang/github.com/x/log@v1.2.3#sub/dir" },
      { name: "c", version: "3", purl: "pkg:npm/%40s/c?vcs_url=git%2Bhttps%3A%2F%2Fx.example%2Fc.git" },
      { group: "acme", name: "d", version: "4" },
      { name: "broken", version: "5", purl: "not a purl" },
    ]);
    expect(packages.map((item) => formatPurl(item))).toEqual([
      "pkg:maven/org.x/a@1.0",
      "pkg:maven/org.x/a@1.0?classifier=sources",
      "pkg:golang/github.com/x/log@v1.2.3",
      "pkg:npm/%40s/c@3",
      "pkg:generic/acme/d@4",
      "pkg:generic/broken@5",
    ]);
    expect(packages.map((item) => item.source?.kind)).toEqual(["registry", undefined, undefined, "git", undefined, undefined]);
  });

  it("pins nothing where a range is said instead of a version (CycloneDX 1.7, or our own SBOMs)", async () => {
    const range = { name: "allmend:range", value: "^2.0.0" };
    const components = [
      { name: "later", isExternal: true, versionRange: "vers:npm/>=2.0.0|<3.0.0", purl: "pkg:npm/later" },
      { name: "asked", version: "2.0.0", purl: "pkg:npm/asked", properties: [range] },
      { name: "pinned", version: "2.1.0", purl: "pkg:npm/pinned@2.1.0", properties: [range] },
      { type: "cryptographic-asset", name: "AES-128", version: "1" },
    ];
    const { packages } = await manifest(components, { specVersion: "1.7" });
    expect(packages.map((item) => [item.name, item.version, item.range])).toEqual([
      ["later", "", "vers:npm/>=2.0.0|<3.0.0"],
      ["asked", "", "^2.0.0"],
      ["pinned", "2.1.0", undefined],
    ]);
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.7" version="1"><components><component type="library" isExternal="true">
      <name>later</name><versionRange>vers:npm/&gt;=2.0.0</versionRange><purl>pkg:npm/later</purl></component></components></bom>`;
    const read = await readSbomManifest(new TextEncoder().encode(xml), "bom.xml");
    expect(read.packages.map((item) => [item.name, item.version, item.range])).toEqual([["later", "", "vers:npm/>=2.0.0"]]);
  });

  it("lists the package that a copy was made from, not the copy that has neither version nor package URL", async () => {
    const reference = { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:maven/org.x/log@1.2" };
    const packages = [
      { SPDXID: "SPDXRef-copy", name: "third_party/log" },
      { SPDXID: "SPDXRef-fork", name: "fork", versionInfo: "2" },
      { SPDXID: "SPDXRef-log", name: "log", versionInfo: "1.2", externalRefs: [reference] },
      { SPDXID: "SPDXRef-other", name: "other" },
    ];
    const relationships = [
      { spdxElementId: "SPDXRef-log", relationshipType: "ANCESTOR_OF", relatedSpdxElement: "SPDXRef-copy" },
      { spdxElementId: "SPDXRef-fork", relationshipType: "DESCENDANT_OF", relatedSpdxElement: "SPDXRef-log" },
      { spdxElementId: "SPDXRef-other", relationshipType: "DESCENDANT_OF", relatedSpdxElement: "NOASSERTION" },
    ];
    const text = JSON.stringify({ spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT", packages, relationships });
    const read = await readSbomManifest(new TextEncoder().encode(text), "doc.spdx.json");
    expect(read.packages.map(({ name }) => name)).toEqual(["fork", "log", "other"]);
  });

  it("says what it could not name, and leaves out what is no package", async () => {
    const { packages, problems } = await manifest([
      { name: "x", version: "1" },
      { name: "y", purl: "pkg:" },
      { type: "file", name: "/app/package-lock.json" },
      { type: "application", name: "app/package-lock.json" },
      { type: "application", name: "node" },
      { type: "library" },
    ]);
    expect(packages.map(({ name }) => name)).toEqual(["x", "y", "node"]);
    expect(problems?.map(({ code }) => code).sort()).toEqual([
      "sbom-broken-purl",
      "sbom-no-purl",
      "sbom-not-a-package",
      "sbom-package-without-name",
    ]);
  });

  it("turns scopes, edges and what we ask for into those of a lockfile", async () => {
    const { packages, own } = await manifest(
      [
        { name: "a", version: "1", "bom-ref": "a", purl: "pkg:npm/a@1" },
        {
          name: "b",
          version: "1",
          "bom-ref": "b",
          purl: "pkg:npm/b@1",
          scope: "excluded",
          hashes: [{ alg: "SHA-256", content: "ab".repeat(32) }],
        },
        { type: "file", name: "c", "bom-ref": "c" },
      ],
      {
        metadata: { component: { type: "application", name: "app", version: "2", "bom-ref": "app", purl: "pkg:npm/app@2" } },
        dependencies: [
          { ref: "app", dependsOn: ["a", "c"] },
          { ref: "a", dependsOn: ["b", "c"] },
        ],
      },
    );
    expect(packages).toMatchObject([
      { key: "a", scope: "production", direct: true, dependsOn: ["b"] },
      { key: "b", scope: "development", direct: false, integrity: `sha256:${"ab".repeat(32)}` },
    ]);
    expect(own).toEqual([{ type: "npm", name: "app", version: "2", dependsOn: ["a"] }]);
  });

  it("gives one licence text", async () => {
    const license = (entries: readonly object[], purl = "pkg:pypi/x@1"): Promise<string | undefined> =>
      manifest([{ name: "x", version: "1", purl, licenses: entries }]).then(({ packages }) => packages[0]?.license);
    const [mit, apache, eula] = [{ license: { id: "MIT" } }, { license: { id: "Apache-2.0" } }, { license: { name: "Our EULA" } }];
    expect(await license([mit])).toBe("MIT");
    expect(await license([mit, mit])).toBe("MIT");
    expect(await license([eula])).toBe("Our EULA");
    expect(await license([])).toBeUndefined();
    expect(await license([{ expression: "MIT OR ISC" }, apache])).toBe("(MIT OR ISC) AND Apache-2.0");
    // These ecosystems define a list of licences as a choice.
    expect(await license([mit, apache], "pkg:maven/g/a@1")).toBe("MIT OR Apache-2.0");
    expect(
      await license([{ license: { id: "MIT", acknowledgement: "concluded" } }, { license: { id: "ISC", acknowledgement: "declared" } }]),
    ).toBe("ISC");
    expect(await license([{ license: { id: "MIT", acknowledgement: "concluded" } }])).toBe("MIT");
  });

  it("speaks of a document's own licences by their names, and not of what is not asserted", async () => {
    const text = `SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
PackageName: a
SPDXID: SPDXRef-a
PackageLicenseDeclared: LicenseRef-x
PackageName: b
SPDXID: SPDXRef-b
PackageLicenseDeclared: NOASSERTION
PackageLicenseConcluded: MIT
PackageName: c
SPDXID: SPDXRef-c
PackageLicenseDeclared: NOASSERTION
PackageName: d
SPDXID: SPDXRef-d
PackageLicenseDeclared: NONE
LicenseID: LicenseRef-x
LicenseName: Acme License
`;
    const { packages } = await readSbomManifest(new TextEncoder().encode(text), "x.spdx");
    expect(packages.map(({ license }) => license)).toEqual(["Acme License", "MIT", undefined, "NONE"]);
  });
});
