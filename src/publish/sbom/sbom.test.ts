import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectInventory, type Inventory, openFolderTree, readSbom } from "#facts";
import { cycloneDx } from "./cyclonedx.ts";
import { sbomInput } from "./from-inventories.ts";
import { spdx } from "./spdx.ts";
import { checkedCycloneDx, checkedSpdx, component, type CycloneDx, input, validCycloneDx, validSpdx } from "../testing/valid-sboms.ts";

const inventory: Inventory = {
  repository: "shop",
  components: [
    {
      purl: "pkg:npm/%40acme/ui@1.0.0",
      type: "npm",
      namespace: "@acme",
      name: "ui",
      version: "1.0.0",
      licenses: [{ text: "mit", from: "lockfile" }],
      integrity: "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
      pinned: true,
    },
    {
      purl: "pkg:npm/left@2.0.0",
      type: "npm",
      name: "left",
      version: "2.0.0",
      licenses: [],
      pinned: true,
      source: { kind: "git", address: "https://user:secret@git.example/left.git", commit: "abc" },
    },
    {
      purl: "pkg:maven/g/a@1",
      type: "maven",
      namespace: "g",
      name: "a",
      version: "1",
      licenses: [
        { text: "The Apache License", from: "manifest" },
        { text: "MIT OR Apache-2.0", from: "sbom" },
      ],
      pinned: true,
    },
  ],
  manifests: [
    { path: "package-lock.json", format: "npm-package-lock", kind: "lockfile", packages: 2 },
    { path: "sub/bom.json", format: "cyclonedx-json", kind: "sbom", packages: 2 },
  ],
  occurrences: [
    { component: 0, manifest: 0, scope: "production", direct: true, dependsOn: [1] },
    { component: 1, manifest: 0, scope: "development", via: 0, dependsOn: [] },
    { component: 0, manifest: 1, scope: "development" },
    { component: 2, manifest: 1, scope: "optional", direct: true },
  ],
  own: [{ type: "npm", name: "shop", version: "1.2.3", license: "Apache-2.0", manifest: 0 }],
  problems: [],
};

const options = { name: "acme", now: "2026-03-01T12:00:00.000Z", toolVersion: "0.1.0" };

it("the schemas are strict", () => {
  const { $schema: _, ...document } = JSON.parse(cycloneDx(input([component("pkg:npm/x@1")]))) as Record<string, unknown>;
  expect(validCycloneDx(document)).toBe(true);
  expect(validCycloneDx({ ...document, serialNumber: "x" })).toBe(false);
  expect(
    validCycloneDx({ ...document, components: [{ type: "library", name: "x", licenses: [{ expression: "MIT" }, { expression: "MIT" }] }] }),
  ).toBe(false);
  expect(validSpdx({ ...(JSON.parse(spdx(input([]))) as object), creationInfo: {} })).toBe(false);
});

async function inventoryOf(files: Readonly<Record<string, string>>): Promise<Inventory> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-sbom-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await collectInventory(await openFolderTree(folder, "mixed"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("CycloneDX", () => {
  it("says of each component what the files say", () => {
    const document = checkedCycloneDx(sbomInput([inventory], options));
    expect(document.components.map((item) => [item.purl, item.group, item.name, item.version, item.scope])).toEqual([
      ["pkg:maven/g/a@1", "g", "a", "1", "optional"],
      ["pkg:npm/%40acme/ui@1.0.0", "@acme", "ui", "1.0.0", "required"],
      ["pkg:npm/left@2.0.0", undefined, "left", "2.0.0", "excluded"],
    ]);
    const [maven, ui, left] = document.components;
    expect(ui?.licenses).toEqual([{ license: { id: "MIT", acknowledgement: "declared" } }]);
    expect(ui?.hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^cf83e1357eefb8bd/) }]);
    expect(ui?.properties).toEqual([
      { name: "allmend:manifest", value: "package-lock.json" },
      { name: "allmend:manifest", value: "sub/bom.json" },
      { name: "allmend:direct", value: "true" },
    ]);
    expect(maven?.licenses).toEqual([
      { license: { name: "The Apache License", acknowledgement: "declared" } },
      { license: { name: "MIT OR Apache-2.0", acknowledgement: "declared" } },
    ]);
    expect(left?.externalReferences).toEqual([{ type: "vcs", url: "https://git.example/left.git", comment: "commit abc" }]);
    expect(document.metadata.component.components?.map((own) => own.purl)).toEqual(["pkg:npm/shop@1.2.3"]);
    expect(document.dependencies).toEqual([
      { ref: "allmend:main", dependsOn: ["allmend:own:pkg:npm/shop@1.2.3", "pkg:maven/g/a@1", "pkg:npm/%40acme/ui@1.0.0"] },
      { ref: "pkg:npm/%40acme/ui@1.0.0", dependsOn: ["pkg:npm/left@2.0.0"] },
      { ref: "pkg:npm/left@2.0.0", dependsOn: [] },
    ]);
  });

  it("shows what is ours as other tools do, marked, and what is only asked for inside the package that asks", async () => {
    const files = {
      "tool/Cargo.lock":
        '[[package]]\nname = "tool"\nversion = "0.3.0"\ndependencies = ["log"]\n\n[[package]]\nname = "log"\nversion = "0.4.1"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n',
      "tool/Cargo.toml": '[package]\nname = "tool"\nversion = "0.3.0"\n[dependencies]\nlog = "0.4"\n',
      "web/package.json": '{"name":"web","version":"2.0.0","dependencies":{"left":"^1.2.0","right":"3.0.0"}}',
      "site/package.json": '{"private":true,"dependencies":{"hono":"^4.0.0"}}',
      "requirements.txt": "flask >= 2.1\nplain\n",
      "py/uv.lock":
        'version = 1\n\n[[package]]\nname = "root"\nversion = "1.0"\nsource = { virtual = "." }\n\n[[package]]\nname = "member"\nversion = "1.1"\nsource = { editable = "member" }\n',
    };
    const given = await inventoryOf(files);
    const document = checkedCycloneDx(sbomInput([given], options));
    const marks = (item: CycloneDx["components"][number]) =>
      item.properties?.filter(({ name }) => name !== "allmend:manifest").map(({ name, value }) => `${name}=${value}`);
    expect(document.components.map((item) => [item.purl, item.version, ...(marks(item) ?? [])])).toEqual([
      ["pkg:cargo/tool@0.3.0", "0.3.0", "allmend:own=true"],
      ["pkg:npm/web@2.0.0", "2.0.0", "allmend:own=true"],
      ["pkg:pypi/member@1.1", "1.1", "allmend:own=true"],
      ["pkg:cargo/log@0.4.1", "0.4.1", "allmend:direct=true"],
      ["pkg:npm/right@3.0.0", "3.0.0", "allmend:direct=true"],
      ["pkg:pypi/flask", "2.1", "allmend:range=>= 2.1", "allmend:direct=true"],
      ["pkg:pypi/plain", undefined, "allmend:direct=true"],
    ]);
    const [, web] = document.components;
    expect(web?.["components"]).toMatchObject([{ purl: "pkg:npm/left", version: "1.2.0", scope: "required" }]);
    expect(document.metadata.component.components?.map(({ purl }) => purl)).toEqual(["pkg:pypi/root@1.0", "pkg:npm/hono"]);
    const packages = new Map(checkedSpdx(sbomInput([given], options)).packages.map((item) => [item.name, item]));
    expect([...packages.keys()]).toEqual(["acme", "tool", "web", "member", "root", "log", "hono", "left", "right", "flask", "plain"]);
    expect(packages.get("flask")).toMatchObject({ versionInfo: "2.1", comment: "asked for as >= 2.1" });
  });

  it("joins repositories, and names them in the paths", () => {
    const document = checkedCycloneDx(sbomInput([inventory, { ...inventory, repository: "api" }], options));
    expect(document.components).toHaveLength(3);
    expect(document.components[2]?.properties?.map(({ value }) => value)).toEqual(["api/package-lock.json", "shop/package-lock.json"]);
  });

  it("names a component as its documents do: the namespace that only a package URL says is no group", async () => {
    const sbom = (name: string) =>
      JSON.stringify({
        spdxVersion: "SPDX-2.3",
        packages: [
          {
            SPDXID: "SPDXRef-a",
            name,
            versionInfo: "1.0",
            externalRefs: [
              { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:maven/org.example/tool@1.0" },
            ],
          },
        ],
      });
    const namesIn = async (files: Record<string, string>) => {
      const folder = mkdtempSync(join(tmpdir(), "allmend-names-"));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const inventory = await collectInventory(await openFolderTree(folder, "names"));
      rmSync(folder, { recursive: true });
      return JSON.parse(cycloneDx(sbomInput([inventory], options))).components.map((item: { group?: string; name: string }) => [
        item.group,
        item.name,
      ]);
    };
    expect(await namesIn({ "a.spdx.json": sbom("tool") })).toEqual([[undefined, "tool"]]);
    expect(await namesIn({ "a.spdx.json": sbom("org.example:tool") })).toEqual([["org.example", "tool"]]);
    // One file that says it is enough.
    expect(await namesIn({ "a.spdx.json": sbom("tool"), "gradle.lockfile": "org.example:tool:1.0=x\n" })).toEqual([
      ["org.example", "tool"],
    ]);
  });

  it("gives the same bytes for the same input, and another serial number for another", () => {
    const one = cycloneDx(sbomInput([inventory], options));
    expect(cycloneDx(sbomInput([inventory], options))).toBe(one);
    const serial = (text: string): string => (JSON.parse(text) as CycloneDx).serialNumber;
    expect(serial(cycloneDx(sbomInput([inventory], { ...options, now: "2026-03-02T12:00:00.000Z" })))).not.toBe(serial(one));
    expect(serial(one)).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("is read again as it was written", async () => {
    const reading = await readSbom(new TextEncoder().encode(cycloneDx(sbomInput([inventory], options))), "bom.json");
    expect(reading.packages.map(({ purl, scope }) => [purl, scope])).toEqual([
      ["pkg:maven/g/a@1", "optional"],
      ["pkg:npm/%40acme/ui@1.0.0", "required"],
      ["pkg:npm/left@2.0.0", "excluded"],
    ]);
    expect(reading.own.map(({ name }) => name)).toEqual(["acme", "shop"]);
    expect(reading.problems).toEqual([]);
  });
});

describe("SPDX", () => {
  it("says of each component what the files say", () => {
    const document = checkedSpdx(sbomInput([inventory], options));
    const byName = new Map(document.packages.map((item) => [item.name, item]));
    expect(byName.get("@acme/ui")).toMatchObject({
      licenseDeclared: "MIT",
      versionInfo: "1.0.0",
      sourceInfo: "named by package-lock.json, sub/bom.json",
    });
    expect(byName.get("left")).toMatchObject({ licenseDeclared: "NOASSERTION", downloadLocation: "git+https://git.example/left.git@abc" });
    expect(byName.get("g/a")?.licenseDeclared).toMatch(/^LicenseRef-allmend-The-Apache-License-[0-9a-f]{8} AND \(MIT OR Apache-2.0\)$/);
    expect(document.hasExtractedLicensingInfos?.map(({ extractedText }) => extractedText)).toEqual(["The Apache License"]);
    const types = document.relationships.map(({ relationshipType }) => relationshipType).sort();
    expect(types).toEqual(["CONTAINS", "DEPENDS_ON", "DESCRIBES", "DEV_DEPENDENCY_OF", "OPTIONAL_DEPENDENCY_OF"]);
  });

  it("is read again as it was written", async () => {
    const reading = await readSbom(new TextEncoder().encode(spdx(sbomInput([inventory], options))), "acme.spdx.json");
    expect(reading.own.map(({ name }) => name)).toEqual(["acme"]);
    const scopes = reading.packages.map(({ name, scope }) => [name, scope]);
    expect(scopes).toEqual([
      ["shop", "required"],
      ["g/a", "optional"],
      ["@acme/ui", "required"],
      ["left", "excluded"],
    ]);
  });
});
