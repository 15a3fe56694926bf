import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const django = {
  name: "django",
  identifiers: [
    { id: "pkg:pypi/Django", type: "purl" },
    { id: "cpe:/a:djangoproject:django", type: "cpe" },
  ],
  releases: [
    { name: "5.2", isEol: false, eolFrom: "2028-04-30" },
    { name: "1.2", isEol: true, eolFrom: null },
    { name: "1.1", isEol: null },
  ],
};

describe("endoflife.date", () => {
  it("tells the end of release lines, by package; products without a package and lines without an end are counted", async () => {
    const document = {
      schema_version: "1.2.0",
      generated_at: "2026-11-01T00:00:00+00:00",
      result: [django, { name: "iphone", releases: [] }],
    };
    const { lifecycles } = await imported("end-of-life", document);
    expect(lifecycles).toEqual([
      {
        product: "django",
        at: "2026-11-01T00:00:00Z",
        packages: ["pkg:pypi/django"],
        lines: [
          { name: "5.2", ends: "2028-04-30" },
          { name: "1.2", ended: true },
        ],
      },
    ]);
    const { counts } = await reading("end-of-life", document);
    expect(counts).toMatchObject({
      taken: 1,
      empty: { "a product without a package URL": 1 },
      notUnderstood: { "a release line does not say whether it has ended": 1 },
    });
  });

  it("may be one product, or the cycles of one that --about names", async () => {
    expect((await imported("end-of-life", { result: django })).lifecycles).toHaveLength(1);
    const cycles = [
      { cycle: "20", eol: "2026-04-30" },
      { cycle: 3, eol: true },
    ];
    await expect(reading("end-of-life", cycles)).rejects.toThrow("does not say of what");
    const { lines } = await reading("end-of-life", cycles, "pkg:docker/library/node");
    expect(lines.at(-1)).toMatchObject({
      kind: "lifecycle",
      data: {
        packages: ["pkg:docker/library/node"],
        lines: [
          { name: "20", ends: "2026-04-30" },
          { name: "3", ended: true },
        ],
      },
    });
    await expect(reading("end-of-life", { result: {} })).rejects.toThrow("Not a file of endoflife.date");
  });
});
