import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Column } from "./column.ts";
import { NamespaceReader } from "./namespace-reader.ts";
import { NumberMap, PairTable } from "./pair-table.ts";
import { TextTable } from "./text-table.ts";

describe("tables", () => {
  it("number pairs as a map would", () => {
    const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer());
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 300 }), (pairs) => {
        const [table, map] = [new PairTable(), new Map<string, number>()];
        for (const [a, b] of pairs) {
          const key = `${a} ${b}`;
          if (!map.has(key)) map.set(key, map.size);
          expect(table.intern(a, b)).toBe(map.get(key));
        }
      }),
    );
    const table = new PairTable();
    for (let i = 0; i < 20_000; i++) expect(table.intern(i % 100, i)).toBe(i);
    for (let i = 0; i < 20_000; i++) expect(table.intern(i % 100, i)).toBe(i);
  });

  it("number texts as a map would, chosen ones too", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 300 }), (texts) => {
        const [table, map] = [new TextTable(), new Map<string, number>()];
        for (const text of [...texts, ...texts]) {
          if (!map.has(text)) map.set(text, map.size);
          expect(table.numberOf(text)).toBe(map.get(text));
          expect(table.at(map.get(text) as number)).toBe(text);
        }
      }),
    );
    const table = new TextTable();
    for (let i = 0; i < 30_000; i++) expect(table.numberOf(`pkg:npm/${"\u0000".repeat(i % 7)}${i}`)).toBe(i);
    for (let i = 0; i < 30_000; i++) expect(table.numberOf(`pkg:npm/${"\u0000".repeat(i % 7)}${i}`)).toBe(i);
  });

  it("remember numbers", () => {
    const map = new NumberMap();
    map.put(5000, 0);
    expect([map.get(5000), map.get(4999), map.get(1_000_000)]).toEqual([0, -1, -1]);
  });

  it("give facts the same number exactly where they are the same, with few values and with thousands", () => {
    const value = fc.oneof(fc.constantFrom(undefined, 0, 1, 2), fc.integer({ min: 0, max: 5000 }));
    const names = ["a", "b", "c", "d", "e"];
    // many values are seen first, so that numbers on both sides of a digit's limit occur
    const warm = Array.from({ length: 3000 }, (_, i) => Object.fromEntries(names.map((name) => [name, i])));
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 40 }),
        fc.boolean(),
        (rows, warmed) => {
          const reader = new NamespaceReader(names.map((key) => ({ key, column: new Column(`x.${key}`, undefined) })));
          if (warmed) for (const values of warm) reader.tupleOf(values);
          const numbers = new Map<number, string>();
          for (const row of rows) {
            const values = Object.fromEntries(names.map((name, i) => [name, row[i]]));
            const tuple = reader.tupleOf(values);
            expect(reader.tupleOf({ ...values })).toBe(tuple);
            const key = JSON.stringify(row.map((one) => one ?? null));
            expect(numbers.get(tuple) ?? key).toBe(key);
            numbers.set(tuple, key);
          }
          expect(numbers.size).toBe(new Set(rows.map((row) => JSON.stringify(row))).size);
        },
      ),
      { numRuns: 60 },
    );
  });
});
