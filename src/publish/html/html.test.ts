import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileSay, infect } from "../testing/hostile.ts";
import { largeResult } from "../testing/large.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { clientScript } from "./client/bundle.ts";
import { reportData } from "./data/data.ts";
import { html } from "./html.ts";

const TAGS =
  "html|head|meta|title|style|body|a|header|div|strong|bdi|nav|main|section|p|h1|h2|h3|span|ul|ol|li|b|br|details|summary|dl|dt|dd|code|pre|table|thead|tbody|tfoot|tr|th|td|svg|g|path|circle|rect|text|label|input|select|option|button|fieldset|legend|noscript|footer|template|script|!doctype html";
const ATTRIBUTES =
  "lang|charset|http-equiv|content|name|class|href|id|style|aria-label|aria-hidden|role|scope|tabindex|viewbox|width|height|fill|stroke|stroke-width|stroke-linejoin|d|cx|cy|r|x|y|rx|transform|type|value|checked|placeholder|autocomplete|spellcheck|data-filter|data-show|title|hidden|open|for";
const TAG = new RegExp(`^(?:/(?:${TAGS})|(?:${TAGS})(?: (?:${ATTRIBUTES})(?:="[^"<>]*")?)*/?)$`, "i");

/** Reads the report as a browser would, by a grammar so strict that nothing but our own marks fit; gives the text and the data. */
function expectOurs(report: string): { text: string; data: unknown } {
  const script = clientScript();
  expect(report.split(script)).toHaveLength(2);
  const [, json = ""] = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(report) ?? [];
  const rest = report
    .replace(`<script>${script}</script>`, () => "")
    .replace(`>${json}</script>`, () => "></script>")
    .replace(/<style>[^<]*<\/style>/, "");
  let text = "";
  for (const [index, piece] of rest.split("<").entries()) {
    if (index === 0) continue;
    const end = piece.indexOf(">");
    expect(piece.slice(0, end)).toMatch(TAG);
    text += piece.slice(end + 1);
  }
  expect(text).not.toContain(">");
  expect(text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toMatch(/&[a-z#]/i);
  // oxlint-disable-next-line no-control-regex -- that is what it is for
  expect(report).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/);
  expect(report).not.toMatch(/(?:src|href)="(?!#)/);
  return { text, data: JSON.parse(json) };
}

describe("the report", () => {
  for (const language of ["en", "de"] as const) {
    it(`reads like this in ${language}`, async () => {
      const report = html(sampleResult, language);
      expectOurs(report);
      const main = report.slice(report.indexOf("<main"), report.indexOf("</main>")).replaceAll("><", ">\n<");
      await expect(main).toMatchFileSnapshot(`fixtures/main.${language}.html`);
    });
  }

  it("loads nothing and runs its own script only", () => {
    const report = html(sampleResult, "en");
    const hash = createHash("sha256").update(clientScript()).digest("base64");
    expect(report).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(report).not.toMatch(/\son\w+=|@import|url\(|https?:\/\//);
  });

  it("says what there is where there is nothing", () => {
    const report = html(emptyResult, "en");
    expectOurs(report);
    expect(report).toContain("There was nothing to judge: no repository was found.");
    expect(report).not.toContain('id="findings-list"');
  });

  it("takes no markup from names", () => {
    fc.assert(
      fc.property(hostileSay, fc.constantFrom("en" as const, "de" as const), (say, language) => {
        expectOurs(html(infect(sampleResult, say), language));
      }),
      { numRuns: 100 },
    );
  });

  it("is not filled by names of ten thousand characters", () => {
    const report = html(
      infect(sampleResult, (before) => before + "x".repeat(10_000)),
      "en",
    );
    expectOurs(report);
    // What names add, whatever the report says besides.
    expect(report.length - html(sampleResult, "en").length).toBeLessThan(570_000);
  });

  it("holds a hundred thousand findings", () => {
    const report = html(largeResult(100_000), "en");
    expect(report.length).toBeLessThan(20_000_000);
    const { data } = expectOurs(report) as { data: { findings: unknown[]; components: unknown[] } };
    expect(data.findings).toHaveLength(100_000);
    expect(data.components).toHaveLength(100_000);
  });
});

describe("the report's data", () => {
  const data = reportData(sampleResult, "en");

  it("names what repeats by numbers that exist", () => {
    for (const [rule, manner, , subject, place, facts, unknown, license] of data.findings as readonly number[][]) {
      expect(data.rules[rule ?? -1]).toBeDefined();
      expect(data.manners[manner ?? -1]).toBeDefined();
      if (typeof subject === "number") expect(data.components[subject]).toBeDefined();
      for (const [table, number] of [
        [data.places, place],
        [data.factLists, facts],
        [data.unknowns, unknown],
        [data.licenses, license],
      ] as const)
        if (number !== -1) expect(table[number ?? -1]).toBeDefined();
    }
    for (const [, step] of data.uses.flat()) expect(step).toBeGreaterThanOrEqual(0);
  });

  it("writes purls by what they share, and finds the way back", () => {
    let before = "";
    const purls = data.components.map(([shared, rest]) => (before = before.slice(0, shared) + rest));
    expect(purls).toEqual(sampleResult.components.map((component) => component.purl));
  });

  it("says where a licence was concluded, by whom and why", () => {
    expect(data.licenses.flat()).toContain(
      "Concluded in licenses.yaml (legal, 2 September 2026): Commercial terms; the contract is with procurement.",
    );
    expect(data.licenses.flat()).toContain("There is a choice: licenses.yaml takes MIT.");
  });

  it("tells exceptions and the baseline", () => {
    const notes = data.findings.flatMap((row) => row.slice(9));
    expect(notes).toEqual(["boverdue, due 1 October 2026", "wUntil 31 March 2027, by web: The contract covers it."]);
  });
});
