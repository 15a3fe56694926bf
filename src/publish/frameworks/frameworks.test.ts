import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "#look";
import { type Framework, type RecordEntry, shippedFrameworks } from "#program";
import type { ScanResult } from "#scan";
import { asHtml } from "../artefacts/to-html.ts";
import { infect } from "../testing/hostile.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { answerFrameworks } from "./answers.ts";
import { conformanceDocument } from "./conformance.ts";

let shipped: readonly Framework[];

beforeAll(async () => {
  shipped = await shippedFrameworks(join(import.meta.dirname, "..", "..", "..", "packs"));
});

function attested(id: string, data: Record<string, unknown> = { value: true }, at = "2026-11-01"): RecordEntry {
  return { kind: "attestation", id, at, by: "mk", data, position: { file: "records/attestations.jsonl", line: 1, column: 1 } };
}

function withRecords(...records: readonly RecordEntry[]): ScanResult {
  return { ...emptyResult, now: "2026-11-23T00:00:00Z", program: { ...emptyResult.program, records } };
}

function itemsOf(framework: string, result: ScanResult) {
  const found = answerFrameworks(shipped, result).find((one) => one.framework.id === framework);
  return new Map(found?.items.map(({ item, state }) => [item.id, state]));
}

describe("frameworks that come with Allmend", () => {
  it("ask as many things as their originals, of topics that exist", () => {
    const counts = Object.fromEntries(shipped.map(({ id, items }) => [id, items.length]));
    expect(counts).toMatchObject({ "iso-5230": 25, "iso-18974": 25, ggi: 25, todo: 16, finos: 72 });
    const topics = new Set(shipped.flatMap((one) => one.topics.map(({ id }) => id)));
    const named = new Set(shipped.flatMap(({ items }) => items.flatMap((item) => item.topics)));
    expect([...named].filter((topic) => !topics.has(topic))).toEqual([]);
    expect([...topics].filter((topic) => !named.has(topic))).toEqual([]);
  });

  it("say everything in both languages", () => {
    const texts = shipped.flatMap(({ title, source, topics, groups, items }) => [
      title,
      ...items.flatMap(({ group }) => (group === undefined ? [] : (groups?.find(({ id }) => id === group)?.name ?? {}))),
      source ?? {},
      ...topics.map(({ ask }) => ask),
      ...items.map(({ text }) => text),
    ]);
    for (const text of texts) for (const language of languages) expect(text[language], JSON.stringify(text)).toMatch(/\S/);
  });
});

describe("an answer", () => {
  it("counts in every framework that asks", () => {
    const open = withRecords();
    const said = withRecords(attested("competencies"), attested("funded"));
    for (const [framework, item] of [
      ["iso-5230", "3.1.2.2"],
      ["iso-18974", "4.1.2.2"],
      ["iso-5230", "3.2.2.2"],
    ] as const) {
      expect(itemsOf(framework, open).get(item)).toBe("open");
      expect(itemsOf(framework, said).get(item)).toBe("met");
    }
    expect(itemsOf("ggi", said).get("A-42")).toBe("partly");
  });

  it("is the last one, holds to its last day, and may be no", () => {
    const state = (...records: readonly RecordEntry[]) => itemsOf("iso-5230", withRecords(...records)).get("3.1.2.2");
    expect(state(attested("competencies", { value: true, until: "2026-11-23" }))).toBe("met");
    expect(state(attested("competencies", { value: true, until: "2026-11-22" }))).toBe("open");
    expect(state(attested("competencies"), attested("competencies", { value: false }, "2026-11-02"))).toBe("open");
    expect(state(attested("competencies", { value: true }, "2027-01-01"))).toBe("open");
  });

  it("comes from the run where nobody spoke", () => {
    const owned = { ...sampleResult.program.organization, teams: [{ id: "legal", lead: "ab", members: [], deputies: [] }] };
    const result = { ...sampleResult, program: { ...sampleResult.program, organization: owned } };
    expect(itemsOf("iso-5230", result).get("3.2.2.3")).toBe("met");
    expect(itemsOf("iso-5230", sampleResult).get("3.3.2.1")).toBe("open");
  });

  it("affirms a standard for eighteen months, and no other", () => {
    const affirmation = (at: string) =>
      answerFrameworks(shipped, withRecords(attested("iso-5230", { value: true }, at))).find((one) => one.framework.id === "iso-5230");
    expect(affirmation("2026-05-23")?.affirmation).toMatchObject({ holds: true, until: "2027-11-23", daysLeft: 365 });
    expect(affirmation("2025-05-22")?.affirmation).toMatchObject({ holds: false });
    const ran = itemsOf("iso-5230", withRecords(attested("iso-5230", { value: true }, "2025-05-22")));
    expect([ran.get("3.6.1.1"), ran.get("3.6.2.1")]).toEqual(["met", "open"]);
    expect(itemsOf("iso-18974", withRecords(attested("iso-5230"))).get("4.4.1.1")).toBe("open");
  });
});

describe("the report on conformance", () => {
  it("comes out of nothing and of hostile names", () => {
    for (const result of [emptyResult, infect(sampleResult, (text) => `${text}<img src=x>`)])
      for (const language of languages) {
        const text = [...asHtml(conformanceDocument({ result, language, frameworks: shipped }))].join("");
        expect(text).not.toMatch(/<img|undefined/);
        expect(text.match(/3\.6\.2\.1/g)).toHaveLength(1);
      }
  });

  it("names what helps most first, and one framework alone where one is meant", () => {
    const document = conformanceDocument({ result: withRecords(), language: "en", frameworks: shipped, framework: "ggi" });
    const blocks = [...document.blocks];
    expect(blocks.filter(({ is }) => is === "heading")).toHaveLength(3);
    expect((document.json() as { frameworks: { id: string }[] }).frameworks.map(({ id }) => id)).toEqual(["ggi"]);
  });
});
