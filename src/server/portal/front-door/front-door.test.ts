// The front door over a result that was saved: answers, hits of each kind, and nothing of other units.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadProgram } from "#program";
import { sampleResult } from "#publish/testing";
import { saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { loadOptions } from "../../judging/load-options.ts";
import { someone, testOffice, type TestOffice } from "../../testing/office.ts";

const requester = someone("ts", [{ role: "requester" }]);
const platform = someone("pia", [{ role: "requester", unit: "platform" }], { unitsApart: true });
const home = mkdtempSync(join(tmpdir(), "allmend-front-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const [component, theirs] = sampleResult.components;
if (!component || !theirs) throw new Error("the sample has no components");
/** Both products use one of them; the other one the claims portal alone. */
const uses = ["claims-portal", "tariff-kit"].flatMap((product) =>
  sampleResult.uses.map((use) => ({ ...use, product, deliverable: product === "claims-portal" ? "web" : "library" })),
);
const result = {
  ...sampleResult,
  vulnerabilities: [],
  uses: uses.filter((use) => sampleResult.components[use.component] !== theirs || use.product === "claims-portal"),
};

interface Answered {
  answer?: { state: string; sentence: string; facts: string[]; because: { id: string }[]; purl: string; component?: number };
  hits: { kind: string; id: string; label: string; address: string }[];
  products: { id: string }[];
}

onEachDatabase((databases) => {
  let office: TestOffice;
  beforeAll(async () => {
    const database = await databases.fresh();
    const folder = join(import.meta.dirname, "..", "..", "..", "..", "examples", "allmend");
    const { program } = await loadProgram(folder, loadOptions());
    if (!program) throw new Error("the example has no program");
    office = await testOffice({
      database,
      home,
      program: { program, digest: program.digest },
      clock: () => new Date("2026-11-02T08:00:00Z"),
    });
    await saveResult(database.sql, { ...result, program }, { at: new Date("2026-11-01T08:00:00Z"), source: "upload", findings: true });
  });
  const ask = async (q: string, { as = requester, lang = "en", product = "" } = {}) => {
    const url = `/api/portal/questions?lang=${lang}&q=${encodeURIComponent(q)}${product === "" ? "" : `&product=${product}`}`;
    const { status, body } = await office.ask<Answered>("GET", url, { as });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  describe("may I use it", () => {
    test("a component that is used is answered in a sentence, with its licence and who has it", async () => {
      const { answer, hits } = await ask(`${component.name} ${component.version}`, { product: "claims-portal" });
      expect(answer?.sentence).toContain(`${component.name} ${component.version}: `);
      expect(answer?.sentence).toContain("in Claims portal");
      expect(answer?.purl).toBe(component.purl);
      expect(answer?.facts.join(" ")).toMatch(/Already in \w+ products?\./);
      expect(hits[0]).toMatchObject({ kind: "component", address: `/inventory/components/${answer?.component}` });
    });

    test("the same in German, asked in words", async () => {
      const { answer } = await ask(`Darf ich ${component.name} im Schadenportal verwenden?`, { lang: "de" });
      expect(answer?.sentence).toContain("Schadenportal");
      expect(answer?.facts.join(" ")).toMatch(/Schon in/);
    });

    test("one that nobody has seen is not known, and says which rule asks for somebody", async () => {
      const { answer } = await ask("pkg:npm/never-seen@1.0.0", { product: "claims-portal" });
      expect(["review", "unknown", "deny"]).toContain(answer?.state);
      expect(answer?.facts).toContain("Its licence is not known.");
      expect(answer?.facts).toContain("In no product yet.");
      expect(answer?.because.length).toBeGreaterThan(0);
    });

    test("what only another unit uses is as if nobody had seen it", async () => {
      const seen = await ask(theirs.purl, { as: requester });
      const unseen = await ask(theirs.purl, { as: platform });
      expect(seen.answer?.component).toBeDefined();
      expect(unseen.answer?.component).toBeUndefined();
      expect(unseen.answer?.facts).toContain("In no product yet.");
      expect(unseen.hits.filter(({ kind }) => kind === "component")).toEqual([]);
      expect(unseen.products.map(({ id }) => id)).not.toContain("claims-portal");
    });
  });

  describe("what else answers", () => {
    test.each([
      ["network copyleft", "rule", "no-network-copyleft"],
      ["tariff kit", "product", "tariff-kit"],
      ["compliance", "policy", "compliance"],
      ["apache-2.0", "license", "Apache-2.0"],
    ])("%s: a %s", async (q, kind, id) => {
      const { hits } = await ask(q);
      expect(hits.filter((hit) => hit.kind === kind).map((hit) => hit.id)).toContain(id);
    });

    test.each([
      "%",
      "_",
      "\\",
      "'; drop table components; --",
      "<script>alert(1)</script>",
      "‮gnp.exe",
      "a".repeat(500),
      "?",
      "@",
      "pkg:",
      "pkg:npm/",
    ])("%s does no harm", async (q) => {
      expect((await ask(q)).hits.length).toBeLessThan(60);
    });
  });
});
