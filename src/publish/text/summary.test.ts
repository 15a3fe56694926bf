import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileSay, hostileText, infect } from "../testing/hostile.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { columns, WIDTH, wrap } from "./layout.ts";
import { textSummary } from "./summary.ts";

// oxlint-disable-next-line no-control-regex -- what a terminal would obey must not come through
const COMMANDS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

function expectReadable(text: string): void {
  expect(text).not.toMatch(COMMANDS);
  for (const line of text.split("\n")) expect(columns(line), line).toBeLessThanOrEqual(WIDTH);
}

describe("the summary for a terminal", () => {
  for (const language of ["en", "de"] as const) {
    it(`reads like this in ${language}`, async () => {
      const text = textSummary(sampleResult, language);
      expectReadable(text);
      await expect(text).toMatchFileSnapshot(`fixtures/summary.${language}.txt`);
    });

    it(`says that there was nothing to judge in ${language}`, async () => {
      const text = textSummary(emptyResult, language);
      expectReadable(text);
      await expect(text).toMatchFileSnapshot(`fixtures/empty.${language}.txt`);
    });
  }

  it("keeps its width and its lines whatever names hold", () => {
    fc.assert(
      fc.property(hostileSay, fc.constantFrom("en" as const, "de" as const), (say, language) => {
        expectReadable(textSummary(infect(sampleResult, say), language));
      }),
      { numRuns: 100 },
    );
  });

  it("is not filled by a licence of ten thousand characters", () => {
    const text = textSummary(
      infect(sampleResult, (before) => before + "x".repeat(10_000)),
      "en",
    );
    expectReadable(text);
    expect(text.length).toBeLessThan(20_000);
  });
});

describe("wrap", () => {
  it("breaks between words, and words that are too long", () => {
    expect(wrap("one two three", "- ", "  ", 9)).toEqual(["- one two", "  three"]);
    expect(wrap("abcdefghij", "", "", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrap("", "- ", "  ")).toEqual([]);
    expect(wrap("漢字漢字", "", "", 4)).toEqual(["漢字", "漢字"]);
  });

  it("loses nothing and stays in its width", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 6, max: 40 }), (text, width) => {
        const lines = wrap(text, "> ", "  ", width);
        expect(
          lines
            .map((line) => line.slice(2))
            .join("")
            .replaceAll(" ", ""),
        ).toBe(text.replaceAll(/[ \t\r\n]/g, ""));
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
