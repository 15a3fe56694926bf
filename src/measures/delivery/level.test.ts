import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bands, bandYears, levels } from "./bands.ts";
import { rateShare, rateTime } from "./level.ts";
import { standingOfTime } from "./distribution.ts";
import { overallLevel } from "./overall.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

describe("levels of times in 2021", () => {
  it.each([
    ["leadTime", 30 * 60, "elite", false],
    ["leadTime", HOUR, "high", true],
    ["leadTime", 10 * HOUR, "high", true],
    ["leadTime", DAY, "high", false],
    ["leadTime", 7 * DAY, "high", false],
    ["leadTime", 14 * DAY, "medium", true],
    ["leadTime", 60 * DAY, "medium", false],
    ["leadTime", 200 * DAY, "low", false],
    ["timeToRestore", 59 * 60, "elite", false],
    ["timeToRestore", 5 * HOUR, "high", false],
    ["timeToRestore", DAY, "medium", false],
    ["timeToRestore", 14 * DAY, "low", true],
    ["timeToRestore", 300 * DAY, "low", false],
  ] as const)("%s of %d s is %s", (key, seconds, level, between) => {
    expect(rateTime(2021, key, seconds)).toEqual({ level, betweenBands: between });
  });
});

describe("levels of the failure rate", () => {
  it("are one band for all but the best in 2021: it cannot tell them apart, whatever the figure", () => {
    expect(rateShare(2021, 0.15)).toEqual({ level: "elite", betweenBands: false });
    expect(rateShare(2021, 0.2)).toEqual({ level: null, betweenBands: false, levels: ["high", "medium", "low"] });
    expect(rateShare(2021, 0.155)).toMatchObject({ level: null, betweenBands: true });
    expect(rateShare(2021, 0.8)).toMatchObject({ level: null, betweenBands: true });
  });

  it("say which levels share a band in 2019", () => {
    expect(rateShare(2019, 0.1)).toEqual({ level: "elite", betweenBands: false, levels: ["elite", "high", "medium"] });
    expect(rateShare(2019, 0.5)).toEqual({ level: "low", betweenBands: false });
    expect(rateShare(2019, 0.3)).toEqual({ level: "low", betweenBands: true });
  });

  it("are inverted in 2024, so that high and medium are not told apart", () => {
    expect(rateShare(2024, 0.08)).toMatchObject({ level: null, levels: ["high", "medium"] });
    expect(rateShare(2024, 0.3)).toMatchObject({ level: "low", betweenBands: true });
  });

  it("know no elite in 2022", () => {
    expect(rateShare(2022, 0.01).level).toBe("high");
    expect(rateTime(2022, "leadTime", 60).level).toBe("high");
  });
});

describe("every figure", () => {
  const rank = (level: (typeof levels)[number] | null) => (level === null ? undefined : levels.indexOf(level));

  it("has an answer, and a worse time never a better level", () => {
    const seconds = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...bandYears),
        fc.constantFrom("leadTime" as const, "timeToRestore" as const),
        seconds,
        seconds,
        (year, key, a, b) => {
          const [better, worse] = [rateTime(year, key, Math.min(a, b)), rateTime(year, key, Math.max(a, b))];
          expect(levels).toContain(better.level);
          expect(rank(worse.level)).toBeGreaterThanOrEqual(rank(better.level) ?? 9);
        },
      ),
    );
  });

  it("of a share has a level or says which levels it could be", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bandYears), fc.double({ min: 0, max: 1, noNaN: true }), (year, share) => {
        const rating = rateShare(year, share);
        expect(rating.level !== null || (rating.levels?.length ?? 0) > 1).toBe(true);
        if (rating.level !== null) expect(bands[year].changeFailureRate[rating.level]).toBeDefined();
      }),
    );
  });
});

describe("2025", () => {
  it("tells a place among the answers and no level", () => {
    expect(standingOfTime("leadTime", 2 * DAY)).toEqual({ bucket: "week", worse: 0.435, same: 0.319 });
    expect(standingOfTime("leadTime", 10)).toMatchObject({ bucket: "hour" });
    expect(standingOfTime("timeToRestore", 400 * DAY)).toEqual({ bucket: "longer", worse: 0, same: 0.01 });
  });
});

describe("one label", () => {
  const at = (level: (typeof levels)[number]) => ({ level, betweenBands: false });

  it("is the worst of three or more, never an average", () => {
    expect(overallLevel([at("elite"), at("elite"), at("low")])).toBe("low");
    expect(overallLevel([at("elite"), at("high"), undefined, undefined])).toBeUndefined();
  });

  it("is not drawn down by what several levels share, but denied the best", () => {
    const shared = { level: null, betweenBands: false, levels: ["high", "medium", "low"] as const };
    expect(overallLevel([at("elite"), at("elite"), at("elite"), shared])).toBe("high");
    expect(overallLevel([at("elite"), at("medium"), shared])).toBe("medium");
  });
});
