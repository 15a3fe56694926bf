import { describe, expect, it } from "vitest";
import { checkDelivery } from "./check.ts";

const whole = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  metadata: { timestamp: "2026-01-01T00:00:00Z", authors: [{ name: "Kim" }], component: { "bom-ref": "main", name: "SDK" } },
  components: [
    {
      "bom-ref": "a",
      type: "library",
      name: "a",
      version: "1.0",
      purl: "pkg:npm/a@1.0",
      supplier: { name: "A team" },
      licenses: [{ license: { id: "MIT" } }],
    },
    {
      "bom-ref": "b",
      type: "library",
      group: "@b",
      name: "b",
      version: "2.0",
      purl: "pkg:npm/%40b/b@2.0",
      publisher: "B team",
      licenses: [{ expression: "ISC" }],
    },
  ],
  dependencies: [
    { ref: "main", dependsOn: ["a"] },
    { ref: "a", dependsOn: ["b"] },
  ],
};

function check(document: unknown) {
  return checkDelivery(Buffer.from(typeof document === "string" ? document : JSON.stringify(document)), "sbom");
}

describe("a delivered bill of materials", () => {
  it("with the minimum elements lacks nothing", async () => {
    expect(await check(whole)).toEqual({
      format: "cyclonedx-json",
      gaps: [],
      components: [
        { purl: "pkg:npm/a@1.0", name: "a", version: "1.0", license: "MIT" },
        { purl: "pkg:npm/%40b/b@2.0", name: "@b/b", version: "2.0", license: "ISC" },
      ],
    });
  });

  it.each([
    ["author", { ...whole, metadata: { timestamp: "2026-01-01T00:00:00Z" } }],
    ["timestamp", { ...whole, metadata: { authors: [{ name: "Kim" }] } }],
    ["dependencies", { ...whole, dependencies: [] }],
    ["no-components", { ...whole, components: [] }],
  ])("lacks its %s", async (code, document) => {
    expect((await check(document)).gaps.map((gap) => gap.code)).toContain(code);
  });

  it("says which components lack what", async () => {
    const [a, b] = whole.components;
    const { gaps } = await check({
      ...whole,
      components: [
        { ...a, supplier: undefined, licenses: [{ license: { name: "Our house licence 7" } }] },
        { ...b, version: "", purl: "not a purl", licenses: [] },
      ],
    });
    expect(gaps).toEqual([
      { code: "supplier", count: 1, of: 2, examples: ["a 1.0"] },
      { code: "version", count: 1, of: 2, examples: ["@b/b"] },
      { code: "unique-id", count: 1, of: 2, examples: ["@b/b"] },
      { code: "licence-missing", count: 1, of: 2, examples: ["@b/b"] },
      { code: "licence-unreadable", count: 1, of: 2, examples: ["a 1.0"] },
    ]);
  });

  it("may be XML or SPDX", async () => {
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata><timestamp>2026-01-01T00:00:00Z</timestamp><authors><author><name>Kim</name></author></authors></metadata>
<components><component type="library" bom-ref="a"><supplier><name>A team</name></supplier><name>a</name><version>1</version><licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/a@1</purl></component></components>
<dependencies><dependency ref="a"/></dependencies></bom>`;
    expect((await check(xml)).gaps).toEqual([]);
    const spdx = `SPDXVersion: SPDX-2.3
DocumentName: d
Creator: Organization: Acme (a@acme.example)
Created: 2026-01-01T00:00:00Z
PackageName: a
SPDXID: SPDXRef-a
PackageVersion: 1
PackageSupplier: NOASSERTION
PackageOriginator: Person: Kim
PackageLicenseDeclared: MIT
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1
Relationship: SPDXRef-a DEPENDS_ON NONE
`;
    expect((await check(spdx)).gaps).toEqual([]);
  });

  it("that is none is refused", async () => {
    await expect(check({})).rejects.toMatchObject({ name: "Unreadable" });
  });
});
