// Where units are kept apart, nothing of one is told to who belongs to another: every route that reads is asked, and its answer searched.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleResult } from "#publish/testing";
import type { Jobs } from "#store";
import { onEachDatabase } from "#store/testing";
import { routeDeps } from "../http/openapi-document.ts";
import { JUDGE, judge, type JudgeOrder } from "../judging/judge-job.ts";
import { loadOptions } from "../judging/load-options.ts";
import { programInForce } from "../program.ts";
import { someone, testOffice, type TestOffice } from "../testing/office.ts";
import type { Caller } from "./caller.ts";
import { accessMatrix } from "./matrix.ts";
import { listRoutes } from "./route-list.ts";

const organization = `schema: allmend.organization/1
organization: Muster
id: muster
extends: [starter@1]
units-apart: true
units:
  - { id: retail, name: Retail }
  - { id: stores, name: Stores }
  - { id: empty, name: Empty }
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

const apart = { unitsApart: true };
const auditor = someone("udo", [{ role: "auditor" }], apart);
const of = (unit: string) => someone(`of-${unit}`, [{ role: "owner", unit }], apart);
const ci: Caller = { ...someone("ci", [{ role: "admin" }]), kind: "token" };

const home = mkdtempSync(join(tmpdir(), "allmend-units-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const reading = (await listRoutes(routeDeps())).filter(
  ({ method, url }) => method === "GET" && accessMatrix[`GET ${url}`]?.units === "apart",
);
const lists = reading.filter(({ url }) => !url.includes(":")).map(({ url }) => url);

interface Item {
  readonly id?: string;
}

onEachDatabase((databases) => {
  let office: TestOffice;
  beforeAll(async () => {
    const database = await databases.fresh();
    const ordered: JudgeOrder[] = [];
    const jobs: Jobs = {
      // Cases hear of new facts as well; they are not what is looked at here.
      send: async (_tx, name, data) => (name === JUDGE ? String(ordered.push(data as JudgeOrder)) : ""),
      work: async () => undefined,
      repeat: async () => undefined,
      stop: async () => undefined,
    };
    const program = programInForce({ database, home, packsFolder: loadOptions().packsFolder });
    office = await testOffice({ database, home, clock: () => new Date("2026-11-02T08:00:00Z"), deps: { jobs, program } });
    await office.ask("POST", "/api/program", { as: ci, body: { files: { "organization.yaml": organization } } });
    await office.ask("POST", "/api/results", { as: ci, body: { ...sampleResult, vulnerabilities: [] } });
    for (const data of ordered.splice(0)) await judge(office.deps, { data });
  });

  const itemsOf = async (url: string, as: Caller): Promise<readonly Item[]> => {
    const { status, body } = await office.ask<{ items?: Item[] } | Item[]>("GET", url, { as });
    expect(status, url).toBeLessThan(500);
    return Array.isArray(body) ? body : (body.items ?? []);
  };

  test("an auditor sees things of both units", async () => {
    const products = JSON.stringify(await itemsOf("/api/products", auditor));
    expect(products).toContain("shop");
    expect(products).toContain("till");
  });

  test.each(lists)("%s tells somebody of one unit nothing of the other", async (url) => {
    const [all, ofStores, ofRetail, ofNone] = await Promise.all(
      [auditor, of("stores"), of("retail"), of("empty")].map(async (as) => (await office.ask("GET", url, { as })).body),
    );
    for (const [body, others] of [
      [ofStores, ["shop", "shop-web", "Shop"]],
      [ofRetail, ["till", "Till"]],
      [ofNone, ["shop", "shop-web", "Shop", "till", "Till"]],
    ] as const) {
      // Words of ours, such as the names of rules, hold none of these; only data can.
      for (const name of others)
        expect(JSON.stringify(body), `${url}: ${name}`).not.toMatch(new RegExp(`"(?:product:|repository:)?${name}"`));
    }
    expect(JSON.stringify(all).length).toBeGreaterThanOrEqual(JSON.stringify(ofNone).length);
  });

  test("records about a product are told and made within its unit only", async () => {
    const about = { id: "run-1", about: "product:shop" };
    expect((await office.ask("POST", "/api/deployments", { as: of("stores"), body: about })).status).toBe(404);
    expect((await office.ask("POST", "/api/incidents", { as: of("stores"), body: { id: "1", about: "repository:shop-web" } })).status).toBe(
      404,
    );
    expect((await office.ask("POST", "/api/deployments", { as: of("retail"), body: about })).status).toBe(201);
    const seen = async (as: Caller) => JSON.stringify((await office.ask("GET", "/api/records", { as })).body).includes("product:shop");
    expect([await seen(of("retail")), await seen(of("stores")), await seen(auditor)]).toEqual([true, false, true]);
  });

  test("what is in the list of an auditor and not in one's own is not there when asked for by its id", async () => {
    let tried = 0;
    for (const { url } of reading.filter((route) => /^\/api\/\w+\/:id$/.test(route.url))) {
      const list = url.replace("/:id", "");
      const idsFor = async (as: Caller) =>
        new Set((await itemsOf(`${list}?limit=100`, as)).flatMap(({ id }) => (id === undefined ? [] : [id])));
      const own = await idsFor(of("stores"));
      for (const id of await idsFor(auditor)) {
        const asked = `${list}/${encodeURIComponent(id)}`;
        expect((await office.ask("GET", asked, { as: auditor })).status, asked).toBe(200);
        // A result as a whole holds both units, and is for nobody who sees one of them alone.
        const whole = list === "/api/results";
        expect((await office.ask("GET", asked, { as: of("stores") })).status, asked).toBe(own.has(id) && !whole ? 200 : 404);
        if (!own.has(id)) tried++;
      }
    }
    expect(tried).toBeGreaterThan(3);
  });
});
