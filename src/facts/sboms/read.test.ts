import { describe, expect, it } from "vitest";
import { Unreadable } from "../lockfiles/types.ts";
import { readSbom } from "./read.ts";
import { failure, read, tagValue, told, yaml } from "../testing/sboms.ts";

const cycloneDx = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  metadata: {
    timestamp: "2026-01-01T00:00:00Z",
    tools: { components: [{ type: "application", name: "maker", version: "1.0" }] },
    component: {
      type: "application",
      "bom-ref": "app",
      name: "app",
      version: "1",
      components: [{ type: "library", "bom-ref": "member", name: "member" }],
    },
  },
  components: [
    {
      type: "library",
      "bom-ref": "a",
      group: "org",
      name: "a",
      version: "1.0",
      purl: "pkg:maven/org/a@1.0",
      licenses: [{ license: { id: "MIT" } }, { license: { name: "Some License", acknowledgement: "concluded" } }],
      hashes: [
        { alg: "MD5", content: "d41d8cd98f00b204e9800998ecf8427e" },
        { alg: "SHA-256", content: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { alg: "SHA-1", content: "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
        { alg: "SHA-512", content: "not hexadecimal" },
      ],
      components: [{ type: "library", "bom-ref": "inner", name: "inner", version: "2" }],
    },
    { type: "library", "bom-ref": "b", name: "b", version: "2", scope: "optional", licenses: [{ expression: "MIT OR Apache-2.0" }] },
    { type: "library", "bom-ref": "c", name: "c", version: "3", properties: [{ name: "cdx:npm:package:development", value: "true" }] },
  ],
  services: [{ "bom-ref": "service", name: "service" }],
  dependencies: [
    { ref: "app", dependsOn: ["a", "member"] },
    { ref: "a", dependsOn: ["b", "c", "service"] },
    { ref: "b" },
    { ref: "c", dependsOn: ["nowhere"] },
  ],
};

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:x="urn:other" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79" version="1">
  <metadata>
    <timestamp>2026-01-01T00:00:00Z</timestamp>
    <tools><components><component type="application"><name>maker</name><version>1.0</version></component></components></tools>
    <component type="application" bom-ref="app"><name>app</name><version>1</version>
      <components><component type="library" bom-ref="member"><name>member</name></component></components>
    </component>
  </metadata>
  <components>
    <component type="library" bom-ref="a">
      <group>org</group><name>a</name><version>1.0</version>
      <description>with a <![CDATA[<component>]]> in it</description>
      <hashes>
        <hash alg="MD5">d41d8cd98f00b204e9800998ecf8427e</hash>
        <hash alg="SHA-256">e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855</hash>
        <hash alg="SHA-1">da39a3ee5e6b4b0d3255bfef95601890afd80709</hash>
      </hashes>
      <licenses>
        <license><id>MIT</id><text encoding="base64">bG9uZw==</text></license>
        <license acknowledgement="concluded"><name>Some License</name></license>
      </licenses>
      <purl>pkg:maven/org/a@1.0</purl>
      <pedigree><ancestors><component type="library"><name>ancestor</name></component></ancestors></pedigree>
      <components><component type="library" bom-ref="inner"><name>inner</name><version>2</version></component></components>
      <x:component><name>foreign</name></x:component>
    </component>
    <component type="library" bom-ref="b"><name>b</name><version>2</version><scope>optional</scope>
      <licenses><expression>MIT OR Apache-2.0</expression></licenses></component>
    <component type="library" bom-ref="c"><name>c</name><version>3</version>
      <properties><property name="cdx:npm:package:development">true</property></properties></component>
  </components>
  <services><service bom-ref="service"><name>service</name></service></services>
  <dependencies>
    <dependency ref="app"><dependency ref="a"/><dependency ref="member"/></dependency>
    <dependency ref="a"><dependency ref="b"/><dependency ref="c"/><dependency ref="service"/></dependency>
    <dependency ref="b"/>
    <dependency ref="c"><dependency ref="nowhere"/></dependency>
  </dependencies>
</bom>`;

describe("CycloneDX", () => {
  it.each([
    ["JSON", JSON.stringify(cycloneDx, undefined, 1)],
    ["JSON, its keys the other way round", JSON.stringify(Object.fromEntries(Object.entries(cycloneDx).reverse()))],
    ["XML", xml],
    [
      "XML with prefixes",
      xml
        .replace(/<(\/?)(?=[a-wyz])/g, "<$1c:")
        .replace("<?c:xml", "<?xml")
        .replace("xmlns=", "xmlns:c="),
    ],
  ])("%s", async (_, text) => {
    const reading = await read(text);
    expect(told(reading)).toEqual([
      "org/a|1.0|pkg:maven/org/a@1.0|-|MIT,Some License|b,c,inner",
      "inner|2||-||?",
      "b|2||optional|MIT OR Apache-2.0|",
      "c|3||excluded||",
    ]);
    expect(reading.own.map((item) => [item.name, item.dependsOn])).toEqual([
      ["app", [0]],
      ["member", undefined],
    ]);
    expect(reading.packages[0]).toMatchObject({ key: "a", kind: "library" });
    expect(reading.packages[0]?.licenses.map((license) => [license.kind, license.basis])).toEqual([
      ["id", undefined],
      ["name", "concluded"],
    ]);
    expect(reading.packages[0]?.hashes.map(({ algorithm }) => algorithm)).toEqual(["SHA-256", "SHA-1"]);
    expect(reading.packages[1]?.parent).toBe(0);
    expect(reading).toMatchObject({ specVersion: "1.6", metadata: { name: "app", created: "2026-01-01T00:00:00Z", tools: ["maker 1.0"] } });
    expect(reading.problems.map(({ code }) => code)).toEqual(["sbom-unknown-reference"]);
  });

  it("lines are those of the components", async () => {
    expect((await read(xml)).packages.map(({ line }) => line)).toEqual([11, 25, 28, 30]);
    const text = JSON.stringify(cycloneDx, undefined, 1);
    const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split("\n").length - 2;
    const references = ["a", "inner", "b", "c"].map((ref) => lineOf(`"bom-ref": "${ref}"`));
    expect((await read(text)).packages.map(({ line }) => line)).toEqual(references);
  });

  it("tells what is doubtful, and reads on", async () => {
    const document = {
      bomFormat: "CycloneDX",
      specVersion: "9.9",
      components: [{ name: "" }, { name: "x", "bom-ref": "r", scope: "maybe" }, { name: "y", "bom-ref": "r" }],
    };
    const reading = await read(JSON.stringify(document));
    expect(reading.problems.map(({ code }) => code).sort()).toEqual([
      "sbom-duplicate-reference",
      "sbom-package-without-name",
      "sbom-unknown-scope",
      "sbom-unknown-version",
    ]);
    expect(reading.packages.map(({ key }) => key)).toEqual(["#1", "r", "#3"]);
    const many = { bomFormat: "CycloneDX", specVersion: "1.6", components: Array.from({ length: 50 }, () => ({ type: "x" })) };
    const { problems } = await read(JSON.stringify(many));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toMatch(/^30 more/);
  });

  it("sees lists whose key is written with escapes, and lists that are none", async () => {
    expect(
      (await read('{"bomFormat": "CycloneDX", "specVersion": "1.6", "compo\\u006eents": [{"name": "x", "components": [{"name": "y"}]}]}'))
        .packages,
    ).toHaveLength(2);
    const reading = await read('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": {"name": "x"}}');
    expect(reading.problems.map(({ code }) => code)).toContain("sbom-not-a-list");
  });

  it("reads in-toto statements", async () => {
    const statement = {
      _type: "https://in-toto.io/Statement/v0.1",
      predicateType: "https://cyclonedx.org/bom",
      subject: [],
      predicate: cycloneDx,
    };
    expect(told(await read(JSON.stringify(statement), "x.json"))).toHaveLength(4);
  });
});

describe("documents that are none, or hostile", () => {
  it("say so, with the line", async () => {
    expect((await failure("")).message).toContain("empty");
    expect((await failure("hello")).message).toContain("Not an SBOM");
    expect((await failure('{"name": "x"}')).message).toContain("Not an SBOM");
    expect((await failure("<project/>", "bom.xml")).message).toContain("Not an SBOM");
    expect((await failure('<rdf:RDF xmlns:rdf="r" xmlns="http://spdx.org/rdf/terms#">')).expected).toContain("JSON");
    const half = JSON.stringify(cycloneDx, undefined, 1).slice(0, 900);
    expect((await failure(half)).line).toBe(half.split("\n").length);
    expect((await failure(xml.slice(0, 1500))).line).toBe(xml.slice(0, 1500).split("\n").length);
    expect((await failure(tagValue.replace("PackageVersion: 2", "PackageVersion 2"))).line).toBe(27);
    expect((await failure(tagValue.slice(0, tagValue.indexOf("over lines")))).line).toBe(18);
    expect((await failure(yaml.replace("- SPDXID: SPDXRef-a", "- [SPDXID: SPDXRef-a"))).line).toBeGreaterThan(10);
  });

  it("UTF-16 and marks are read", async () => {
    expect(told(await read(Buffer.from(`\ufeff${JSON.stringify(cycloneDx)}`, "utf16le")))).toHaveLength(4);
    expect(told(await read(Buffer.from(`\ufeff${xml}`, "utf16le").swap16()))).toHaveLength(4);
    expect(told(await read(`\ufeff${tagValue}`))).toHaveLength(3);
    expect(told(await read(`\ufeff\n\n${xml}`))).toHaveLength(4);
    expect(told(await read(Buffer.from(xml.replace("UTF-8", "ISO-8859-1").replace("<name>b<", "<name>\u00e9<"), "latin1")))[2]).toContain(
      "\u00e9",
    );
    expect((await failure(xml.replace("UTF-8", "klingon"))).message).toContain("klingon");
  });

  it("entities are not followed", async () => {
    const bomb = `<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${xml.replace("<name>b<", "<name>&b;<").slice(xml.indexOf("<bom"))}`;
    expect((await failure(bomb)).message).toContain("Not XML");
    const aliases = `spdxVersion: SPDX-2.3\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, step) => `${"bcdefghij"[step]}: &${"bcdefghij"[step]} [${Array(9).fill(`*${"abcdefghi"[step]}`).join()}]`).join("\n")}\n`;
    expect((await failure(aliases, "x.yaml")).message).toContain("aliases");
  });

  it("limits hold", async () => {
    const text = JSON.stringify(cycloneDx);
    expect((await failure(text, "x", { packages: 3 })).message).toContain("more than 3 packages");
    expect((await failure(text, "x", { edges: 2 })).message).toContain("more than 2 relationships");
    expect((await failure(text, "x", { bytes: 100 })).message).toContain("larger than 100 bytes");
    expect((await failure(text, "x", { elementBytes: 150 })).message).toContain("larger than 150 bytes");
    expect(
      (await failure(`${'{"bomFormat":"CycloneDX","components":[{"components":['.padEnd(60)}${'{"components":['.repeat(300)}`)).message,
    ).toContain("nested deeper");
    expect((await failure(`<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${"<components><component>".repeat(300)}`)).message).toContain(
      "nested deeper",
    );
  });

  it("a stream is closed when reading ends early", async () => {
    let closed = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new TextEncoder().encode('{"x": ]');
      } finally {
        closed++;
      }
    }
    await expect(readSbom(source(), "bom.json")).rejects.toThrow(Unreadable);
    expect(closed).toBe(1);
  });

  it("names like those of built-in properties are names", async () => {
    const document =
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"__proto__","bom-ref":"constructor","__proto__":{"version":"6"}}],"dependencies":[{"ref":"constructor","dependsOn":["__proto__"]}]}';
    expect(told(await read(document))).toEqual(["__proto__|||-||"]);
  });
});
