import fc from "fast-check";
import { expect, test } from "vitest";
import { positionsByGroup } from "./positions.ts";

test("each group has its positions in order, and what is of no group has none", () => {
  fc.assert(
    fc.property(fc.nat(5), fc.array(fc.option(fc.integer({ min: -2, max: 7 }), { nil: undefined })), (groups, list) => {
      const positions = positionsByGroup(groups, list.length, (position) => list[position]);
      for (let group = -2; group <= 7; group++) {
        const expected = list.flatMap((one, position) => (one === group && group >= 0 && group < groups ? [position] : []));
        expect(positions(group)).toEqual(expected);
      }
    }),
  );
});
