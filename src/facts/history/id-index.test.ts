// The index that grows and is put into another order finds what a plain map finds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdIndex } from "./id-index.ts";

const WIDTH = 20;
const someIds = fc.uniqueArray(fc.uint8Array({ minLength: WIDTH, maxLength: WIDTH }), {
  maxLength: 60,
  selector: (id) => Buffer.from(id).toString("hex"),
});

const joined = (list: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(list));

describe("the index over ids", () => {
  it("finds the same rows, read at once, extended, reordered, and extended again", () => {
    fc.assert(
      fc.property(someIds, fc.nat(60), fc.nat(60), fc.infiniteStream(fc.nat(1000)), (ids, cut, later, keys) => {
        const known = ids.slice(0, cut);
        const index = new IdIndex(joined(known), WIDTH);
        for (const id of ids.slice(cut)) expect(index.find(id, 0)).toBe(-1);
        const first = ids.slice(0, Math.max(cut, later));
        index.extend(joined(first));
        first.forEach((id, row) => expect(index.find(id, 0)).toBe(row));
        // Every tenth goes away, the others stand in another order.
        const order = first
          .map((_, row) => [keys.next().value as number, row] as const)
          .filter(([key]) => key % 10 !== 0)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        const place = new Int32Array(first.length).fill(-1);
        order.forEach(([, row], at) => {
          place[row] = at;
        });
        index.reorder(place);
        first.forEach((id, row) => expect(index.find(id, 0)).toBe(place[row]));
        const all = [...order.map(([, row]) => first[row] as Uint8Array), ...ids.slice(first.length)];
        index.extend(joined(all));
        all.forEach((id, row) => expect(index.find(id, 0)).toBe(row));
      }),
    );
  });
});
