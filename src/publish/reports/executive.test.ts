import { describe, expect, it } from "vitest";
import { fill, languages } from "#look";
import { asMarkdown } from "../artefacts/to-markdown.ts";
import { asHtml } from "../artefacts/to-html.ts";
import { infect } from "../testing/hostile.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { askRules } from "./asks/index.ts";
import { executiveDocument } from "./executive.ts";
import { messageRules } from "./messages/index.ts";
import { asSlides } from "./slides/to-slides.ts";
import type { ScanResult } from "#scan";
import { speak } from "./statement.ts";
import { viewOf } from "./view.ts";

const bare: ScanResult = { ...emptyResult, program: { ...emptyResult.program, policies: [] } };
const { strategy: _gone, ...without } = bare.program;
const nothing: ScanResult = { ...bare, program: without };

const rules = [...messageRules, ...askRules];

describe("what may be said", () => {
  it("has a name, a condition and words in every language that take the same values", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    for (const { id, condition, words } of rules) {
      expect(condition, id).toMatch(/Weight \d/);
      expect(places(`${words.de.title} ${words.de.text}`), id).toEqual(places(`${words.en.title} ${words.en.text}`));
      expect(`${words.de.title}${words.de.text}`, id).not.toMatch(/ß|„|“/);
    }
  });

  it.each(languages)("leaves no place open (%s)", (language) => {
    for (const result of [sampleResult, emptyResult, nothing])
      for (const { title, text } of speak(rules, viewOf({ result, language }))) expect(`${title} ${text}`).not.toMatch(/[{}]|undefined/);
    expect(fill("{a}", {}, language)).toBe("{a}");
  });

  it("comes from the data: what is denied, what is better or worse than before", () => {
    const said = (result: ScanResult, against?: ScanResult) =>
      speak(messageRules, viewOf({ result, language: "en", ...(against ? { against } : {}) })).map(({ rule }) => rule);
    expect(said(sampleResult)[0]).toBe("denied");
    expect(said(sampleResult)).not.toContain("all-clear");
    expect(said({ ...sampleResult, findings: [] })).toContain("all-clear");
    expect(said(sampleResult, { ...sampleResult, findings: [] })).toContain("more-denied");
    expect(said({ ...sampleResult, findings: [] }, sampleResult)).toContain("fewer-denied");
    expect(said(emptyResult)[0]).toBe("nothing-read");
    expect(said(emptyResult)).not.toContain("all-clear");
    expect(said(nothing)).toContain("no-strategy");
  });
});

describe("the page for executives", () => {
  it.each(languages)("reads like this (%s)", async (language) => {
    const text = [
      ...asMarkdown(
        executiveDocument({ result: sampleResult, language, against: { ...sampleResult, now: "2026-08-23T00:00:00Z", findings: [] } }),
      ),
    ].join("");
    await expect(text).toMatchFileSnapshot(`fixtures/executive.${language}.md`);
  });

  it("says three things and asks one, in every form, even of nothing", () => {
    for (const result of [sampleResult, emptyResult, nothing]) {
      const document = executiveDocument({ result, language: "de" });
      const json = document.json() as { messages: unknown[] };
      expect(json.messages.length).toBeLessThanOrEqual(3);
      for (const draw of [asHtml, asSlides, asMarkdown])
        expect([...draw(executiveDocument({ result, language: "de" }))].join("").length).toBeGreaterThan(300);
    }
  });

  it("lets no name become markup", () => {
    const evil = infect(sampleResult, (text) => `${text}<img src=x onerror=alert(1)>`);
    for (const draw of [asHtml, asSlides])
      expect([...draw(executiveDocument({ result: evil, language: "en" }))].join("")).not.toContain("<img");
  });
});
