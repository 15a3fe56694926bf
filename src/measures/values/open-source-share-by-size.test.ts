import { describe, expect, it } from "vitest";
import { computeMeasures, type MeasureInput } from "./index.ts";

const repository = (id: string, facts: Record<string, number>, products = ["shop"]) => ({
  id,
  products,
  own: 1,
  inventories: 1,
  facts,
  published: false,
});

function shareOf(given: Partial<MeasureInput>, measure = "consumption.open-source-share-by-size") {
  const input: MeasureInput = {
    now: "2026-11-30T00:00:00Z",
    products: [{ id: "shop" }],
    repositories: [repository("web", { sourceBytes: 200 })],
    components: [
      { license: "MIT", pinned: true, sourceBytes: 700 },
      { license: "LicenseRef-Bought", pinned: true, sourceBytes: 100 },
    ],
    uses: [0, 1].map((component) => ({ component, repository: "web", product: "shop", scope: "production" as const })),
    ...given,
  };
  return computeMeasures(input).find((value) => value.measure === measure && value.subject === "product:shop");
}

describe("the open source share by size of code", () => {
  it("is the open code of packages of all code, ours included", () => {
    expect(shareOf({})).toMatchObject({
      value: 0.7,
      of: 1000,
      detail: { ownBytes: 200, openBytes: 700, otherBytes: 100, knownSizes: 2, components: 2 },
    });
    expect(shareOf({})).not.toHaveProperty("estimate");
  });

  it("is an estimate where the size of some is not known, and none where that of all is not", () => {
    const components = [
      { license: "MIT", pinned: true, sourceBytes: 600 },
      { license: "MIT", pinned: true },
    ];
    expect(shareOf({ components })).toMatchObject({ value: 0.75, estimate: true, detail: { knownSizes: 1, components: 2 } });
    expect(shareOf({ components: components.map(() => ({ license: "MIT", pinned: true })) })).toMatchObject({
      value: null,
      reason: "no-source",
    });
  });

  it("is not given where half of our own code is not known", () => {
    expect(shareOf({ repositories: [repository("web", { sourceBytes: 200 }), repository("api", {})] })).toMatchObject({
      value: null,
      reason: "no-source",
    });
  });

  it("is held against lines that the organisation sets: the highest makes the gap", () => {
    const references = {
      "consumption.open-source-share": [
        { label: { en: "aim" }, value: 0.6 },
        { label: { en: "today" }, value: 0.3 },
      ],
    };
    expect(shareOf({}, "consumption.strategic-gap")?.detail).toEqual({ reference: 0.8 });
    expect(shareOf({ references }, "consumption.strategic-gap")?.detail).toEqual({ reference: 0.6 });
  });
});
