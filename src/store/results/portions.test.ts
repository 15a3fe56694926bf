import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResultComponent, ResultUse } from "#scan";
import { portionsOf } from "./portions.ts";

const names = fc.array(fc.constantFrom("pkg:npm/a@1", "pkg:npm/b@1", "pkg:npm/c@1", "pkg:npm/d@1", "pkg:npm/e@1"), { maxLength: 12 });

function resultOf(purls: readonly string[], used: readonly number[]) {
  const components = purls.map((purl) => ({ purl }) as ResultComponent);
  const uses = used.map((component, index) => ({ component, repository: `r${index}` }) as ResultUse);
  return { components, uses };
}

test("portions hold every component once in order, and every use of one that is there, with the first component of its name", () => {
  fc.assert(
    fc.property(names, fc.array(fc.nat(14)), fc.integer({ min: 1, max: 5 }), fc.boolean(), (purls, used, size, letGo) => {
      const { components, uses } = resultOf(purls, used);
      const portions = [...portionsOf({ components: [...components], uses: [...uses] }, { size, letGo })];
      expect(portions.flatMap(({ components: some }) => some)).toEqual(components);
      expect(portions.every(({ components: some }) => some.length <= size)).toBe(true);
      for (const { from, components: some, uses: ofThese } of portions) {
        expect(ofThese.every(({ component }) => some[component - from] !== undefined)).toBe(true);
      }
      const first = (component: number) => purls.findIndex((purl) => purl === purls[component]);
      const expected = uses
        .filter(({ component }) => component < purls.length)
        .map((use) => ({ ...use, component: first(use.component) }))
        .toSorted((a, b) => a.component - b.component);
      expect(portions.flatMap(({ uses: ofThese }) => ofThese)).toEqual(expected);
    }),
  );
});

test("what was handed out is let go of where that was asked for, and only there", () => {
  const kept = resultOf(["pkg:npm/a@1", "pkg:npm/b@1", "pkg:npm/c@1"], [0, 1, 2, 2]);
  for (const _ of portionsOf(kept, { size: 1 }));
  expect(kept.components.every((component) => component !== undefined)).toBe(true);
  const { components, uses } = resultOf(["pkg:npm/a@1", "pkg:npm/b@1", "pkg:npm/c@1"], [0, 1, 2, 2]);
  const held = () => [components, uses].map((list) => list.filter((each) => each !== undefined).length);
  const left: number[][] = [];
  for (const _ of portionsOf({ components, uses }, { size: 1, letGo: true })) left.push(held());
  expect(left).toEqual([
    [2, 3],
    [1, 2],
    [0, 0],
  ]);
});
