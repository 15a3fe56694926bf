import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyResult, Strategy } from "#program";
import type { MeasureValue } from "../values/types.ts";
import { keyResultProgress } from "./key-result.ts";
import { objectivesProgress } from "./objectives.ts";
import { objectivesOnTrack } from "./on-track.ts";
import { inUnit, parseQuantity } from "./quantity.ts";

const position = { file: "strategy.md", line: 1, column: 1 };
const strategy: Pick<Strategy, "inForce"> = { inForce: "2026-01-01" };
const products = new Map([["web", ["shop"]]]);

function value(measure: string, subject: string, number: number | null): MeasureValue {
  return { measure, version: 1, subject, value: number, ...(number === null ? { reason: "no-source" as const } : {}) };
}

function read(given: Partial<KeyResult> & Pick<KeyResult, "measure" | "target">, values: readonly MeasureValue[], now = "2026-07-02") {
  const { state, reason, expected } = keyResultProgress({ position, ...given }, strategy, values, { now, products });
  return { state, reason, expected };
}

describe("targets", () => {
  it.each([
    ["80%", "share", 0.8],
    ["0", "count", 0],
    ["2d", "seconds", 172_800],
    ["≤ 1,5 h", "seconds", 5400],
    ["4", "per year", 4],
    ["12/month", "per year", 144],
    ["14d", "days", 14],
  ] as const)("%s of a measure in %s is %s", (text, unit, number) => {
    const quantity = parseQuantity(text);
    expect(quantity && inUnit(quantity, unit)).toBeCloseTo(number, 0);
  });

  it.each([
    ["2d", "share"],
    ["80", "share"],
    ["5", "seconds"],
    ["80%", "count"],
    ["3d", "count"],
    ["1", "profile"],
  ] as const)("%s does not fit a measure in %s", (text, unit) => {
    const quantity = parseQuantity(text);
    expect(quantity && inUnit(quantity, unit)).toBeUndefined();
  });

  it("are read whatever stands there", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseQuantity(text);
        expect(read === undefined || Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});

const share = "consumption.open-source-share";
const organization = (number: number | null) => [value(share, "organization", number)];

describe("a key result", () => {
  it("is met, or behind where its day is over or it has none", () => {
    expect(read({ measure: share, target: "80%" }, organization(0.8)).state).toBe("met");
    expect(read({ measure: share, target: "80%" }, organization(0.79)).state).toBe("behind");
    expect(read({ measure: "K-01", target: "80%", due: "2026-07-01" }, organization(0.5)).state).toBe("behind");
  });

  it("is held against the line from its baseline to its target", () => {
    const result = { measure: share, target: "80%", baseline: "40%", due: "2027-01-01" } as const;
    expect(read(result, organization(0.61))).toMatchObject({ state: "on-track", expected: expect.closeTo(0.6, 2) });
    expect(read(result, organization(0.5)).state).toBe("behind");
    expect(read(result, organization(0.9)).state).toBe("met");
  });

  it("is unknown, with the reason, where it cannot be told", () => {
    expect(read({ measure: share, target: "80%", due: "2027-01-01" }, organization(0.5))).toMatchObject({
      state: "unknown",
      reason: "no-baseline",
    });
    expect(read({ measure: share, target: "80%" }, organization(null))).toMatchObject({ state: "unknown", reason: "no-source" });
    expect(read({ measure: share, target: "80%" }, [])).toMatchObject({ state: "unknown", reason: "not-measured" });
    expect(read({ measure: share, target: "2d" }, organization(1))).toMatchObject({ state: "unknown", reason: "unit" });
    expect(read({ measure: "no.such-thing", target: "1" }, [])).toMatchObject({ state: "unknown", reason: "not-measured" });
    expect(
      read({ measure: "compliance.open-findings", target: "0", age: "30d" }, [value("compliance.open-findings", "organization", 0)]),
    ).toMatchObject({
      state: "unknown",
      reason: "age",
    });
    const aged = { ...value("compliance.open-findings", "organization", 4), detail: { "older-30d": 0 } };
    expect(read({ measure: "compliance.open-findings", target: "0", age: "30d" }, [aged]).state).toBe("met");
  });

  it("is unknown while what nobody knows could make it", () => {
    const part = (number: number, unknownLicense: number) => [
      { ...value(share, "organization", number), of: 100, detail: { unknownLicense } },
    ];
    expect(read({ measure: share, target: "80%" }, part(0.1, 70))).toMatchObject({ state: "unknown", reason: "some-unknown" });
    expect(read({ measure: share, target: "80%" }, part(0.1, 60)).state).toBe("behind");
    expect(read({ measure: share, target: "80%" }, part(0.85, 15)).state).toBe("met");
  });

  it("of every product is what the worst of them is, and unknown where one is", () => {
    const all = (...numbers: (number | null)[]) => numbers.map((number, index) => value(share, `product:p${index}`, number));
    expect(read({ measure: share, target: "80%", of: "*" }, all(0.9, 0.7)).state).toBe("behind");
    expect(read({ measure: share, target: "80%", of: "*" }, all(0.9, null))).toMatchObject({ state: "unknown", reason: "some-unknown" });
    expect(read({ measure: share, target: "80%", of: "*" }, all(null, 0.7)).state).toBe("behind");
    expect(read({ measure: share, target: "80%", of: "*" }, all(0.9, 0.8)).state).toBe("met");
  });

  it("falls back to repositories where the measure knows no others", () => {
    const values = [value("project.release-frequency", "repository:web", 5), value("project.release-frequency", "repository:other", 1)];
    expect(read({ measure: "project.release-frequency", target: "4", of: "shop" }, values).state).toBe("met");
    expect(read({ measure: "project.release-frequency", target: "4" }, values).state).toBe("behind");
  });

  it("is never on track without a number (property)", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), { maxLength: 5 }), (numbers) => {
        const values = numbers.map((number, index) => value(share, `product:p${index}`, number));
        const { state, reason } = read({ measure: share, target: "50%", of: "*" }, values);
        if (numbers.length === 0 || numbers.includes(null)) expect(["behind", "unknown"]).toContain(state);
        expect(reason === undefined).toBe(state !== "unknown");
      }),
    );
  });
});

describe("objectives on track (K-54)", () => {
  const whole = {
    inForce: "2026-01-01",
    objectives: [
      { id: "a", statement: {}, position, keyResults: [{ measure: share, target: "50%", position }] },
      { id: "b", statement: {}, position, keyResults: [{ measure: share, target: "90%", position }] },
      { id: "c", statement: {}, position, keyResults: [] },
    ],
  } as unknown as Strategy;

  it("counts those that can be measured, and shows the others", () => {
    const input = { now: "2026-07-02", strategy: whole, products: [], repositories: [], components: [], uses: [] };
    expect(objectivesOnTrack.compute(input, organization(0.6))).toEqual([
      { subject: "organization", value: 0.5, of: 2, detail: { behind: 1, met: 1, onTrack: 0, unknown: 1 } },
    ]);
    expect(objectivesOnTrack.compute(input, [])).toMatchObject([{ value: null, reason: "nothing-to-measure" }]);
    expect(objectivesProgress({ ...input, measures: [] }).map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown"]);
  });
});
