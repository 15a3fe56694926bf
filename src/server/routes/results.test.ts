// From what CI sends to what people see: program, result, bill of materials, judgement, plan, lists.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rejudge, type ScanResult } from "#scan";
import { sampleResult } from "#publish/testing";
import { type Database, type Jobs } from "#store";
import { onEachDatabase } from "#store/testing";
import { JUDGE, judge, type JudgeOrder } from "../judging/judge-job.ts";
import { loadOptions } from "../judging/load-options.ts";
import { programInForce } from "../program.ts";
import { someone, testOffice, type TestOffice } from "../testing/office.ts";

const ci = {
  ...someone("token:ci", [{ role: "owner" }]),
  permissions: new Set(["results:write", "results:read", "program:write", "program:read", "jobs:read"] as const),
};
const viewer = someone("vera", [{ role: "viewer" }]);
const shopOnly = someone("olga", [{ role: "owner", unit: "retail" }], { unitsApart: true });

const organization = `schema: allmend.organization/1
organization: Muster
id: muster
extends: [starter@1]
units:
  - { id: retail, name: Retail }
  - { id: stores, name: Stores }
teams:
  web: { lead: none, members: [] }
products:
  - id: shop
    name: Shop
    unit: retail
    owner: web
    deliverables:
      - { id: web, distribution: browser, repositories: [shop-web] }
  - id: till
    name: Till
    unit: stores
    owner: web
    deliverables:
      - { id: device, distribution: embedded, repositories: [till] }
`;
const files = { "organization.yaml": organization };
const facts: ScanResult = { ...sampleResult, vulnerabilities: [] };

const home = mkdtempSync(join(tmpdir(), "allmend-results-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Office extends TestOffice {
  /** Does what was ordered. */
  work(): Promise<void>;
  send(url: string, body: string | Buffer, as?: typeof ci): Promise<{ statusCode: number; body: string; json(): unknown }>;
}

async function officeOn(database: Database): Promise<Office> {
  const ordered: JudgeOrder[] = [];
  const jobs: Jobs = {
    send: async (_tx, name, data) => (name === JUDGE ? String(ordered.push(data as JudgeOrder)) : ""),
    work: async () => undefined,
    repeat: async () => undefined,
    stop: async () => undefined,
  };
  const program = programInForce({ database, home, packsFolder: loadOptions().packsFolder });
  const clock = () => new Date("2026-11-02T08:00:00Z");
  const office = await testOffice({ database, home, clock, deps: { jobs, program } });
  return {
    ...office,
    async work() {
      for (const data of ordered.splice(0)) await judge(office.deps, { data });
    },
    async send(url, body, as = ci) {
      // The caller is known by having asked before.
      await office.ask("GET", "/api/jobs", { as });
      return office.app.inject({
        method: "POST",
        url,
        headers: { "x-test-caller": as.id, "content-type": "application/json" },
        payload: body,
      });
    },
  };
}

onEachDatabase((databases) => {
  let office: Office;
  beforeAll(async () => {
    office = await officeOn(await databases.fresh());
  });

  describe("in the order in which an office begins", () => {
    test("a program with errors is refused with file and line, and nothing is in force", async () => {
      const broken = { ...files, "policies/compliance.md": "---\nschema: allmend.policy/1\npolicy: complianze\n---\n" };
      const refused = await office.ask("POST", "/api/program", { as: ci, body: { files: broken } });
      expect(refused).toMatchObject({ status: 422, body: { code: "program-invalid" } });
      expect(JSON.stringify(refused.body)).toContain('"file":"policies/compliance.md","line":');
      expect(JSON.stringify(refused.body)).not.toContain(home);
      for (const path of ["../x.yaml", "/etc/x", ".git/config", "a/../../b"])
        expect((await office.ask("POST", "/api/program", { as: ci, body: { files: { ...files, [path]: "x" } } })).status).toBe(422);
      expect((await office.ask("GET", "/api/program", { as: viewer })).status).toBe(404);
      expect((await office.ask("POST", "/api/program", { as: viewer, body: { files } })).status).toBe(403);
    });

    test("a program is put in force once, and is read back", async () => {
      const put = await office.ask("POST", "/api/program", { as: ci, body: { files, origin: "commit 1", why: "the first" } });
      expect(put).toMatchObject({ status: 200, body: { changed: true, by: "token:ci" } });
      expect(await office.ask("POST", "/api/program", { as: ci, body: { files } })).toMatchObject({
        status: 200,
        body: { changed: false },
      });
      expect(await office.ask("GET", "/api/program", { as: viewer })).toMatchObject({ status: 200, body: { files, origin: "commit 1" } });
      expect(await office.ask("GET", "/api/program/versions", { as: viewer })).toMatchObject({ body: [{ why: "the first" }] });
      await office.work();
    });

    test("what is no result is refused, and says where", async () => {
      const refused = async (body: string) => (await office.send("/api/results", body)).json() as { code: string; detail?: string };
      expect(await refused("not json")).toMatchObject({ code: "result-unreadable" });
      expect(await refused("{}")).toMatchObject({ code: "result-unreadable" });
      const wrong = { ...facts, uses: [{ ...facts.uses[0], component: 99 }] };
      expect(await refused(JSON.stringify(wrong))).toMatchObject({
        code: "input-invalid",
        detail: expect.stringContaining("uses[0].component") as string,
      });
      expect(await office.send("/api/results", JSON.stringify(facts), viewer as typeof ci)).toMatchObject({ statusCode: 403 });
    });

    test("a result is kept, judged by the program in force, and seen", async () => {
      const sent = await office.send("/api/results", JSON.stringify(facts));
      expect(sent.statusCode, sent.body).toBe(201);
      const { judgement } = sent.json() as { judgement: string };
      expect(await office.ask("GET", `/api/jobs/${judgement}`, { as: viewer })).toMatchObject({ body: { state: "waiting" } });
      await office.work();
      const done = await office.ask("GET", `/api/jobs/${judgement}`, { as: viewer });
      expect(done.body).toMatchObject({ state: "done", outcome: { uses: 5 } });
      const events = await office.ask<string>("GET", `/api/jobs/${judgement}/events`, { as: viewer });
      expect(events.body).toMatch(/^event: progress\ndata: \{.*"state":"done"/);
      const findings = await office.ask<{ items: { rule: string; owner: string }[] }>("GET", "/api/findings?product=shop&kind=usage", {
        as: viewer,
      });
      expect(findings.body.items.map(({ rule }) => rule)).toContain("no-network-copyleft");
      expect(findings.body.items[0]?.owner).toBe("web");
    });

    test("lists answer, page by page, and say when nothing changed", async () => {
      for (const url of [
        "/api/components?search=pag",
        "/api/uses?purl=pkg:npm/paged@%3C2",
        "/api/findings",
        "/api/findings/facets?product=shop",
        "/api/findings/matrix",
        "/api/products",
        "/api/products/shop",
        "/api/repositories",
        "/api/licenses",
        "/api/licenses/versions?license=none",
        "/api/obligations",
        "/api/vulnerabilities",
        "/api/results",
        "/api/results/1",
        "/api/judgements",
      ]) {
        const answer = await office.ask("GET", url, { as: viewer });
        expect(answer.status, `${url} ${JSON.stringify(answer.body)}`).toBe(200);
        const again = await office.app.inject({ url, headers: { "x-test-caller": "vera", "if-none-match": String(answer.headers.etag) } });
        expect([url, again.statusCode]).toEqual([url, 304]);
      }
      const [component] = (await office.ask<{ items: { id: number }[] }>("GET", "/api/components?search=paged", { as: viewer })).body.items;
      expect(await office.ask("GET", `/api/components/${component?.id}`, { as: viewer })).toMatchObject({
        body: { name: "paged", allVersions: [{ license: "AGPL-3.0-or-later" }] },
      });
      const [finding] = (await office.ask<{ items: { id: string }[] }>("GET", "/api/findings", { as: viewer })).body.items;
      expect((await office.ask("GET", `/api/findings/${finding?.id}`, { as: viewer })).body).toHaveProperty("facts");
      for (const url of ["/api/components?after=x", "/api/components?search=%00", "/api/uses?purl=nothing", "/api/findings?area=none"])
        expect([url, (await office.ask("GET", url, { as: viewer })).status]).toEqual([url, 422]);
    });

    test("whoever sees one unit sees nothing of the others, and sends nothing for them", async () => {
      for (const url of [
        "/api/components",
        "/api/uses",
        "/api/findings",
        "/api/findings/matrix",
        "/api/products",
        "/api/repositories",
        "/api/licenses/versions",
      ])
        expect(JSON.stringify((await office.ask("GET", url, { as: shopOnly })).body), url).not.toMatch(/till|serde/);
      expect((await office.ask("GET", "/api/results/1", { as: shopOnly })).status).toBe(404);
      const till = {
        ...facts,
        repositories: facts.repositories.filter(({ id }) => id === "till").map((each) => ({ ...each, products: ["shop"] })),
        uses: [],
      };
      const sent = await office.send("/api/results", JSON.stringify(till), shopOnly as typeof ci);
      expect([sent.statusCode, sent.json()]).toMatchObject([404, { code: "not-there" }]);
      const bill = await office.send("/api/sboms?product=till", "{}", shopOnly as typeof ci);
      expect(bill.statusCode).toBe(404);
    });

    test("a plan says what a program would change, and changes nothing", async () => {
      const before = (await office.ask("GET", "/api/findings", { as: viewer })).body;
      const licenses = "schema: allmend.licenses/1\ncategories:\n  MIT: { strength: network, because: a trial }\n";
      const plan = await office.ask("POST", "/api/program/plan", { as: viewer, body: { files: { ...files, "licenses.yaml": licenses } } });
      expect(plan.status, JSON.stringify(plan.body)).toBe(200);
      expect(plan.body).toMatchObject({
        uses: { judged: 5 },
        findings: {
          added: {
            examples: expect.arrayContaining([expect.objectContaining({ label: "@scope/app-tools 3.0.0", outcome: "deny" })]) as unknown,
          },
        },
      });
      expect((await office.ask("GET", "/api/findings", { as: viewer })).body).toEqual(before);
      const same = await office.ask<{ uses: { changed: number }; findings: object }>("POST", "/api/program/plan", {
        as: viewer,
        body: { files },
      });
      expect(same.body).toMatchObject({
        uses: { changed: 0 },
        findings: { added: { count: 0 }, removed: { count: 0 }, changed: { count: 0 } },
      });
    });

    test("findings of a scan hold as they are only while the server has no records that it did not know", async () => {
      const { digest } = (await office.ask<{ digest: string }>("GET", "/api/program", { as: viewer })).body;
      const same = JSON.stringify({ ...facts, inputs: { ...facts.inputs, program: { ...facts.inputs.program, digest } } });
      expect((await office.send("/api/results", same)).json()).not.toHaveProperty("judgement");
      const entry = { component: "pkg:npm/paged", state: "avoid" };
      const admin = someone("ada", [{ role: "admin" }]);
      expect((await office.ask("POST", "/api/registers/catalogue", { as: admin, body: { entry } })).status).toBe(201);
      await office.work();
      expect((await office.send("/api/results", same)).json()).toHaveProperty("judgement");
      await office.work();
    });

    test("a bill of materials counts among the uses of its product, also after the next scan", async () => {
      const bill = {
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        components: [
          {
            type: "library",
            name: "from-bill",
            version: "1.0.0",
            purl: "pkg:npm/from-bill@1.0.0",
            licenses: [{ license: { id: "AGPL-3.0-only" } }],
          },
        ],
      };
      const sent = await office.send("/api/sboms?product=shop&name=app.json", JSON.stringify(bill));
      expect(sent.statusCode, sent.body).toBe(201);
      await office.work();
      const denied = async () =>
        (await office.ask<{ items: { label: string }[] }>("GET", "/api/findings?product=shop&outcome=deny", { as: viewer })).body.items.map(
          ({ label }) => label,
        );
      expect(await denied()).toContain("from-bill 1.0.0");
      await office.send("/api/results", JSON.stringify(facts));
      await office.work();
      expect(await denied()).toContain("from-bill 1.0.0");
      // The next bill of that name takes its place.
      await office.send("/api/sboms?product=shop&name=app.json", JSON.stringify({ ...bill, components: [] }));
      await office.work();
      expect(await denied()).not.toContain("from-bill 1.0.0");
      // A bill is no repository of which a README is asked.
      expect(JSON.stringify((await office.ask("GET", "/api/findings", { as: viewer })).body)).not.toContain("repository:sbom");
    });

    test("what is no bill is refused with its line", async () => {
      const refused = await office.send("/api/sboms?product=shop", '{"bomFormat": "CycloneDX",\n"components": [\n{"name": "x"},\n{"nam');
      expect(refused.json()).toMatchObject({
        status: 422,
        code: "sbom-unreadable",
        line: 4,
        detail: expect.stringContaining("sbom.json:4") as string,
      });
      expect((await office.send("/api/sboms?product=shop", readFileSync(process.execPath).subarray(0, 5000))).json()).toMatchObject({
        code: "sbom-unreadable",
      });
      expect((await office.send("/api/sboms?product=nothing", "{}")).statusCode).toBe(404);
      expect((await office.send("/api/sboms?product=shop&deliverable=wep", "{}")).json()).toMatchObject({ status: 422 });
      expect((await office.send("/api/sboms?product=shop&name=../x", "{}")).statusCode).toBe(422);
    });
  });
});

test("the rules of the sample's facts give findings at all", async () => {
  const { findings } = await rejudge(facts, { program: sampleResult.program });
  expect(findings.length).toBeGreaterThan(0);
});
