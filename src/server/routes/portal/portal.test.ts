// The pages about the office over a result that was saved: what they say, and whose things they show.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadProgram } from "#program";
import { sampleResult } from "#publish/testing";
import { type Database, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { loadOptions } from "../../judging/load-options.ts";
import { someone, testOffice, type TestOffice } from "../../testing/office.ts";

const viewer = someone("vera", [{ role: "viewer" }]);
const claims = someone("clara", [{ role: "viewer", unit: "claims" }], { unitsApart: true });
const home = mkdtempSync(join(tmpdir(), "allmend-portal-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function officeOn(database: Database): Promise<TestOffice> {
  const folder = join(import.meta.dirname, "..", "..", "..", "..", "examples", "allmend");
  const { program } = await loadProgram(folder, loadOptions());
  if (!program) throw new Error("the example has no program");
  return testOffice({ database, home, program: { program, digest: program.digest }, clock: () => new Date("2026-11-02T08:00:00Z") });
}

const [delivery] = sampleResult.deliveries;
if (!delivery) throw new Error("the sample delivers nothing");
const [ours, theirs] = ["product:claims-portal", "product:tariff-kit"].map((subject) => ({ ...delivery, subject }));
const result = { ...sampleResult, vulnerabilities: [], deliveries: [ours, theirs].filter((entry) => entry !== undefined) };

onEachDatabase((databases) => {
  describe("before the first result", () => {
    let office: TestOffice;
    beforeAll(async () => {
      office = await officeOn(await databases.fresh());
    });

    test("the program is there, and what nobody measured is unknown", async () => {
      const { status, body } = await office.ask<{ asOf?: string; strategy: { objectives: { state: string }[] } }>(
        "GET",
        "/api/portal/strategy",
        {
          as: viewer,
        },
      );
      expect(status).toBe(200);
      expect(body.asOf).toBeUndefined();
      expect(body.strategy.objectives.map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown"]);
    });

    test("a report says that there is no result and what to do", async () => {
      const { status, body } = await office.ask("GET", "/api/reports/executive", { as: viewer });
      expect(status).toBe(409);
      expect(JSON.stringify(body)).toContain("allmend scan --upload");
    });
  });

  describe("after a result", () => {
    let office: TestOffice;
    beforeAll(async () => {
      const database = await databases.fresh();
      office = await officeOn(database);
      await saveResult(database.sql, result, { at: new Date("2026-11-01T08:00:00Z"), source: "upload", findings: true });
    });

    const get = <Body = Record<string, never>>(url: string, as = viewer) => office.ask<Body>("GET", url, { as });

    test("every page answers", async () => {
      for (const page of ["strategy", "policies", "policies/compliance", "office", "delivery", "projects", "upstreams", "registers"])
        expect((await get(`/api/portal/${page}`)).status, page).toBe(200);
    });

    test("each sentence of a policy has its rule behind it, in the reader's language", async () => {
      const { body } = await get<{ policy: { parts: { is: string; rule?: { id: string; examples: unknown[] } }[] } }>(
        "/api/portal/policies/compliance?lang=de",
      );
      const at = body.policy.parts.findIndex(({ rule }) => rule?.id === "permissive-is-fine");
      expect(body.policy.parts[at - 1]).toMatchObject({ is: "prose", markdown: expect.stringContaining("Freizügige Lizenzen") });
      expect(body.policy.parts[at]?.rule?.examples.length).toBeGreaterThan(0);
    });

    test("open findings are counted where they stand", async () => {
      const { body } = await get<{ policies: { standing: { state: string }[] }[] }>("/api/portal/policies");
      const states = body.policies.flatMap(({ standing }) => standing.map(({ state }) => state));
      expect(states).toContain("deny");
    });

    test("a finding leads to its rule and above, and a rule to its findings", async () => {
      const [finding] = result.findings.filter(({ outcome }) => outcome === "deny");
      if (!finding) throw new Error("the sample denies nothing");
      const { body } = await get<{ node: { id: string }; above: { id: string }[]; below: { id: string }[] }>(
        `/api/portal/why?id=${encodeURIComponent(finding.id)}`,
      );
      expect(body.node.id).toBe(finding.id);
      expect(body.above.length).toBe(1);
      expect(body.below.map(({ id }) => id)).toContain(finding.subject.id);
    });

    test("a policy is acknowledged once by each person, and others see only how many", async () => {
      const send = (who = viewer) => office.ask("POST", "/api/portal/policies/compliance/acknowledgement", { as: who });
      expect((await send()).status).toBe(204);
      expect((await send()).status).toBe(204);
      const seen = async (who = viewer) =>
        (await get<{ policy: { acknowledged: number; acknowledgedByMe: boolean } }>("/api/portal/policies/compliance", who)).body.policy;
      expect(await seen()).toMatchObject({ acknowledged: 1, acknowledgedByMe: true });
      expect(await seen(claims)).toMatchObject({ acknowledged: 1, acknowledgedByMe: false });
    });

    test("what is not there is not there", async () => {
      expect((await get("/api/portal/why?id=rule:no-such-rule")).status).toBe(404);
      expect((await get("/api/portal/project?id=no-such-project")).status).toBe(404);
      expect((await get("/api/reports/no-such-report")).status).toBe(404);
      expect((await get("/api/reports/executive?format=docx")).status).toBe(422);
      expect((await get("/api/reports/compliance?product=no-such-product")).status).toBe(404);
    });

    test("a report is a page that may do nothing here; a whole one is for those who see all units", async () => {
      const page = await get<string>("/api/reports/strategy?lang=de");
      expect(page.status).toBe(200);
      expect(page.body).toContain("<!doctype html>");
      expect(String(page.headers["content-security-policy"])).toContain("sandbox allow-scripts");
      expect(page.headers["x-frame-options"]).toBe("SAMEORIGIN");
      const file = await get<string>("/api/reports/strategy?format=markdown&download=true");
      expect(file.headers["content-disposition"]).toBe('attachment; filename="strategy.md"');
      expect((await get("/api/reports/strategy", claims)).status).toBe(404);
    });

    test("delivery of another unit is not there", async () => {
      const subjects = async (as = viewer) =>
        (await get<{ profiles: { subject: string }[] }>("/api/portal/delivery", as)).body.profiles.map(({ subject }) => subject);
      expect(await subjects()).toEqual(["product:claims-portal", "product:tariff-kit"]);
      expect(await subjects(claims)).toEqual(["product:claims-portal"]);
    });

    test("a key says where it stands, what it rests on and what the next level takes", async () => {
      const { body } = await get<{ profiles: { keys: { segments: unknown[]; sample: string; next?: string; trend: unknown[] }[] }[] }>(
        "/api/portal/delivery",
      );
      const keys = body.profiles[0]?.keys ?? [];
      expect(keys.length).toBe(4);
      for (const key of keys) expect([key.sample, key.trend.length]).toEqual([expect.stringMatching(/./), 1]);
      expect(keys.some(({ next }) => next !== undefined)).toBe(true);
    });
  });
});
