import { describe, expect, it } from "vitest";
import { languages } from "#look";
import type { ScanResult } from "#scan";
import { asHtml } from "../artefacts/to-html.ts";
import { asMarkdown } from "../artefacts/to-markdown.ts";
import { infect } from "../testing/hostile.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { analysisDocument } from "./analysis.ts";
import { openSourceDocument } from "./open-source.ts";
import { policiesDocument } from "./policies.ts";
import { policyCoverage } from "./policy-coverage.ts";
import { asSlides } from "./slides/to-slides.ts";
import { strategyDocument } from "./strategy.ts";

const documents = { strategy: strategyDocument, policies: policiesDocument, "open-source": openSourceDocument, analysis: analysisDocument };
const { strategy, ...without } = emptyResult.program;
const nothing: ScanResult = { ...emptyResult, program: { ...without, policies: [] } };

function many(count: number): ScanResult {
  if (!strategy) return sampleResult;
  const objectives = Array.from({ length: count }, (_, at) => ({ ...strategy.objectives[0], id: `o${at}` })) as typeof strategy.objectives;
  return { ...sampleResult, program: { ...sampleResult.program, strategy: { ...strategy, objectives } } };
}

describe.each(Object.entries(documents))("the report on %s", (name, make) => {
  it.each(languages)("reads like this (%s)", async (language) => {
    await expect([...asMarkdown(make({ result: sampleResult, language }))].join("")).toMatchFileSnapshot(`fixtures/${name}.${language}.md`);
  });

  it("comes out of nothing, of five hundred objectives, and of hostile names", () => {
    for (const result of [emptyResult, nothing, many(500), infect(sampleResult, (text) => `${text}<img src=x>`)])
      for (const draw of [asHtml, asSlides, asMarkdown]) {
        const text = [...draw(make({ result, language: "de" }))].join("");
        expect(text.length).toBeGreaterThan(100);
        if (draw !== asMarkdown) expect(text).not.toContain("<img");
        expect(text).not.toMatch(/undefined/);
      }
  });
});

it("tells the public no name of a product and no finding", () => {
  const text = [...asMarkdown(openSourceDocument({ result: sampleResult, language: "en" }))].join("");
  for (const inside of ["Shop", "Till", "AGPL", "charts"]) expect(text).not.toContain(inside);
});

describe("how much of a policy is checked", () => {
  it("counts sentences with a rule, and those that bind without one", () => {
    const prose =
      "# Title\n\nCode without a licence is not used.\n\n```yaml rule\nid: a\n# you must not count me\n```\n\nEverybody must know this. It is nice. People should ask.\n";
    expect(policyCoverage(prose)).toEqual({ covered: 1, all: 3 });
    expect(policyCoverage("Man darf das nicht tun. Alle müssen fragen. Schön.")).toEqual({ covered: 0, all: 2 });
    expect(policyCoverage("")).toEqual({ covered: 0, all: 0 });
  });
});
