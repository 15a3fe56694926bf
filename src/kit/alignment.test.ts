import fc from "fast-check";
import { expect, test } from "vitest";
import { align } from "./alignment.ts";

const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });

test("without what is new it is the first, without what is gone the second", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const steps = align(before, after);
      expect(steps.filter(({ is }) => is !== "new").map(({ item }) => item)).toEqual(before);
      expect(steps.filter(({ is }) => is !== "gone").map(({ item }) => item)).toEqual(after);
    }),
  );
});

test("it is the shortest way", () => {
  const shortest = (before: readonly string[], after: readonly string[]): number => {
    if (before.length === 0 || after.length === 0) return before.length + after.length;
    if (before[0] === after[0]) return shortest(before.slice(1), after.slice(1));
    return 1 + Math.min(shortest(before.slice(1), after), shortest(before, after.slice(1)));
  };
  const short = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
  fc.assert(
    fc.property(short, short, (before, after) => {
      expect(align(before, after).filter(({ is }) => is !== "same")).toHaveLength(shortest(before, after));
    }),
  );
});

test("what is too long to compare is told as rewritten, at once", () => {
  const [before, after] = [Array.from({ length: 5000 }, (_, i) => `a${i}`), Array.from({ length: 5000 }, (_, i) => `b${i}`)];
  const steps = align(["same", ...before], ["same", ...after]);
  expect(steps).toHaveLength(10_001);
  expect(steps[0]).toEqual({ is: "same", item: "same" });
});
