import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../../test/cpu-time.ts";
import { textDifferences } from "./difference.ts";

const known = "Permission is granted to use, copy and sell the Software.\nIt comes without warranty of any kind whatsoever.";

describe("differences between two texts", () => {
  it("shows what was changed, added and left out, with its line", () => {
    const own = "Permission is granted to use, copy and sell the Software,\nbut not in space.\nIt comes with no warranty of any kind.";
    expect(textDifferences(own, known, 10)).toEqual({
      shown: [
        { line: 11, text: "but not in space. It comes with no", instead: "It comes without" },
        { line: 12, text: "", instead: "whatsoever" },
      ],
      more: 0,
    });
  });

  it("does not show names, years and numbers of a list", () => {
    const template = `Copyright (c) <year> <copyright holders>\n1. ${known}`;
    expect(textDifferences(`Copyright (c) 2020 Ada Lovelace\na) ${known}`, template)).toEqual({ shown: [], more: 0 });
    expect(textDifferences(`Copyright 2020 Ada Lovelace and others. ${known}`, known)?.shown).toEqual([]);
    expect(textDifferences(`Competitors of the copyright holder must not use it. ${known}`, known)?.shown).toHaveLength(1);
    expect(textDifferences(known.replace("is granted", "is not granted"), known)?.shown).toEqual([{ line: 1, text: "not", instead: "" }]);
  });

  it("counts what it does not show", () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${at % 7} other${at}`);
    const found = textDifferences(words.map((pair, at) => (at % 5 === 0 ? `${pair} new` : pair)).join(" "), words.join(" "));
    expect(found?.shown).toHaveLength(12);
    expect(found?.more).toBe(28);
  });

  it("finds nothing in equal texts, and shows only words of the two", () => {
    const text = fc
      .array(fc.constantFrom("may", "not", "copy", "sell", "use", "every", "work", "freely"), { maxLength: 60 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(textDifferences(a, a)).toEqual({ shown: [], more: 0 });
        const found = textDifferences(a, b);
        for (const { text: here, instead } of found?.shown ?? []) {
          expect(a).toContain(here);
          expect(b).toContain(instead);
        }
        if (a !== b) expect((found?.shown.length ?? 0) + (found?.more ?? 0)).toBeGreaterThan(0);
      }),
    );
  });

  it("takes bounded time for texts that have nothing in common", () => {
    const start = cpuTime();
    const words = (prefix: string): string => Array.from({ length: 11_000 }, (_, at) => `${prefix}${at}`).join(" ");
    expect(textDifferences(words("a"), words("b"))).toBeUndefined();
    expect(cpuTime() - start).toBeLessThan(3000);
  });
});
