import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantile } from "#kit";
import { lowerMedian } from "./statistics.ts";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });

describe("the median", () => {
  it("is the middle value, or the mean of the middle two; none without values", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeUndefined();
  });

  it("leaves as many values above as below", () => {
    fc.assert(
      fc.property(values, (list) => {
        const middle = median(list) ?? 0;
        expect(list.filter((value) => value < middle).length).toBeLessThanOrEqual(list.length / 2);
        expect(list.filter((value) => value > middle).length).toBeLessThanOrEqual(list.length / 2);
      }),
    );
  });
});

describe("the lower median", () => {
  it("is a value of the list and never above the true one", () => {
    expect(lowerMedian([10, 2])).toBe(2);
    expect(lowerMedian([1, 2, 2, 9])).toBe(2);
    expect(lowerMedian([])).toBeUndefined();
    fc.assert(
      fc.property(values, (list) => {
        const lower = lowerMedian(list);
        expect(list).toContain(lower);
        expect(lower).toBeLessThanOrEqual(median(list) ?? 0);
      }),
    );
  });
});

describe("a quantile", () => {
  it("lies between its neighbours", () => {
    expect(quantile([0, 10], 0.75)).toBe(7.5);
    expect(quantile([5], 0.9)).toBe(5);
  });
});
