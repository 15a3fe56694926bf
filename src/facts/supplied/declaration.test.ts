import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeclaration } from "./declaration.ts";

const read = (text: string, file = "declaration.yaml") => readDeclaration(Buffer.from(text), file);
const codes = (text: string, file?: string) => read(text, file)?.gaps.map(({ code }) => code);

const head = "schema: allmend.declaration/1\nby: Kim\ndate: 2026-11-30\n";

describe("a declaration", () => {
  it("names components, licences, and who says so", () => {
    const component = '{ name: left-pad, version: 1.3.0, license: MIT, purl: "pkg:npm/left-pad@1.3.0" }';
    expect(read(`${head}components:\n  - ${component}\n  - { name: x, version: "2", license: GPLv3 }\n`)).toEqual({
      format: "declaration",
      gaps: [],
      components: [
        { purl: "pkg:npm/left-pad@1.3.0", name: "left-pad", version: "1.3.0", license: "MIT" },
        { purl: "pkg:generic/x@2", name: "x", version: "2", license: "GPLv3" },
      ],
    });
  });

  it("may say that there is no open source in it, and not both", () => {
    expect(codes(`${head}open-source: false\n`)).toEqual([]);
    expect(codes(`${head}open-source: false\ncomponents: [{ name: a, version: 1, license: MIT }]\n`)).toEqual(["document-faults"]);
    expect(codes(head)).toEqual(["no-components"]);
  });

  it("lacks what it does not say", () => {
    const text = "schema: allmend.declaration/1\ndate: soon\ncomponents: [{ version: 1 }, { name: b, license: whatever it is }, 7]\n";
    expect(read(text)?.gaps).toEqual([
      { code: "author" },
      { code: "timestamp" },
      { code: "component-name", count: 2, of: 3, examples: [":3", ":3"] },
      { code: "version", count: 2, of: 3, examples: ["b", ":3"] },
      { code: "licence-missing", count: 2, of: 3, examples: [":3", ":3"] },
      { code: "licence-unreadable", count: 1, of: 3, examples: ["b"] },
    ]);
  });

  it("may be a table, in either language", () => {
    expect(read("Komponente;Version;Lizenz;Erklärt von;Datum\nleft-pad;1.3.0;MIT;Kim;2026-11-30\n", "d.csv")).toMatchObject({
      gaps: [],
      components: [{ purl: "pkg:generic/left-pad@1.3.0" }],
    });
    expect(() => read("a,b\n1,2\n", "d.csv")).toThrow("The first row names no columns for name and licence");
  });

  it("is told from a bill of materials, and broken ones are refused with their line", () => {
    expect(read('{"bomFormat": "CycloneDX"}', "bom.json")).toBeUndefined();
    expect(read("spdxVersion: SPDX-2.3\n", "a.spdx.yaml")).toBeUndefined();
    expect(() => read("schema: allmend.declaration/1\nby: [a\n")).toThrow(/Not YAML/);
    expect(() => read("schema: allmend.declaration/9\n")).toThrow(/no declaration of this version/);
  });

  it("holds whatever text, without end or code", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const found = read(`${head}components:\n  - { name: ${JSON.stringify(text)}, version: "1", license: MIT }\n`);
        expect(found?.components.length ?? 0).toBeLessThanOrEqual(1);
      }),
    );
    const many = `name,license\n${"a,MIT\n".repeat(90_000)}`;
    expect(read(many, "d.csv")?.components).toHaveLength(90_000);
  });
});
