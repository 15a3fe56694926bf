// The index that grows and is put into another order finds what a plain map finds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdIndex } from "./id-index.ts";

const WIDTH = 20;
const someIds = fc.uniqueArray(fc.uint8Array({ minLength: WIDTH, maxLength: WIDTH }), {
  maxLength: 60,
  selector: (id) => Buffer.from(id).toString("hex"),
});

describe("the index over ids", () => {
  it("finds the same rows, read at once, extended, or reordered", () => {
    fc.assert(
      fc.property(someIds, fc.nat(60), fc.infiniteStream(fc.nat(1000)), (ids, cut, keys) => {
        const joined = (list: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(list));
        const known = ids.slice(0, cut);
        const index = new IdIndex(joined(known), WIDTH);
        for (const id of ids.slice(cut)) expect(index.find(id, 0)).toBe(-1);
        index.extend(joined(ids));
        ids.forEach((id, row) => expect(index.find(id, 0)).toBe(row));
        const order = ids.map((_, row) => [keys.next().value as number, row] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        const place = new Int32Array(ids.length);
        order.forEach(([, row], at) => {
          place[row] = at;
        });
        index.reorder(joined(order.map(([, row]) => ids[row] as Uint8Array)), place);
        ids.forEach((id, row) => expect(index.find(id, 0)).toBe(place[row]));
      }),
    );
  });
});
