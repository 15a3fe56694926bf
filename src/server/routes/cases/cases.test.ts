import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { addPerson, beginSession, type Database, linkIdentity, makeToken, useSession } from "#store";
import { onEachDatabase } from "#store/testing";
import { exampleProgram, useFields } from "../../testing/cases-office.ts";
import { someone, testOffice } from "../../testing/office.ts";

const ts = someone("ts", [{ role: "requester" }]);
const dr = someone("dr", [{ role: "reviewer", lane: "legal" }]);
const viewer = someone("vi", [{ role: "viewer" }]);
const admin = someone("ad", [{ role: "admin" }]);
const auditor = someone("au", [{ role: "auditor" }]);
const copyleft = { ...useFields, component: "pkg:npm/net@1.0.0", license: "GPL-3.0-only" };

async function office(database: Database) {
  const program = await exampleProgram();
  const home = mkdtempSync(join(tmpdir(), "allmend-cases-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return testOffice({ database, home, program: { program, digest: program.digest }, clock: () => new Date("2026-12-01T09:00:00.000Z") });
}

type Acted = { case: { id: string; phase: string; outcome?: { by: string[] } }; version: number };

onEachDatabase((databases) => {
  test("a request decided by rules is answered in the answer, and once however often it is sent", async () => {
    const { app, ask } = await office(await databases.fresh());
    const body = { kind: "use", fields: useFields };
    const first = await ask<Acted>("POST", "/api/cases", { as: ts, body });
    expect([first.status, first.body.case.phase, first.body.case.outcome?.by]).toEqual([201, "approved", ["rules"]]);
    expect((await ask("POST", "/api/cases", { body })).status).toBe(401);
    expect((await ask("POST", "/api/cases", { as: viewer, body })).status).toBe(403);
    const again = () =>
      app.inject({ method: "POST", url: "/api/cases", headers: { "x-test-caller": "ts", "idempotency-key": "k1" }, payload: body });
    const [one, two] = [await again(), await again()];
    expect([one.statusCode, two.statusCode, two.json().case.id]).toEqual([201, 200, one.json().case.id]);
  });

  test("from a draft to a decision, each refused with its reason", async () => {
    const { ask } = await office(await databases.fresh());
    const { purpose: _purpose, ...incomplete } = copyleft;
    const draft = await ask<Acted>("POST", "/api/cases", { as: ts, body: { kind: "use", fields: incomplete, submit: false } });
    const at = `/api/cases/${draft.body.case.id}`;
    const missing = await ask("POST", `${at}/submission`, { as: ts, body: {} });
    expect([missing.status, missing.body["code"], missing.body["detail"]]).toEqual([422, "case-refused", "not answered: purpose"]);
    await ask("POST", `${at}/changes`, { as: ts, body: { fields: { purpose: "networking" } } });
    const sent = await ask<Acted>("POST", `${at}/submission`, { as: ts, body: {} });
    expect(sent.body.case.phase).toBe("review");

    const view = await ask<{
      seats: unknown;
      rules: { area: string; sentence: { en: string } }[];
      component: { component: { license: string } };
    }>("GET", at, { as: dr });
    expect(view.body.seats).toEqual([{ lane: "legal" }]);
    const spoke = view.body.rules.find(({ area }) => area === "compliance");
    expect(spoke).toMatchObject({ rule: "strong-copyleft-leaving-the-house", area: "compliance" });
    expect(spoke?.sentence.en).not.toBe("");
    expect(view.body.component.component.license).toBe("GPL-3.0-only");

    const vote = { lane: "legal", vote: "reject" };
    expect((await ask("POST", `${at}/decisions`, { as: ts, body: vote })).status).toBe(403);
    expect((await ask("POST", `${at}/decisions`, { as: dr, body: vote })).body).toMatchObject({
      code: "case-refused",
      reason: "no-reason",
    });
    const stale = await ask("POST", `${at}/decisions?seen=1`, { as: dr, body: { ...vote, because: "no" } });
    expect([stale.status, stale.body["code"]]).toEqual([409, "case-conflict"]);
    const decided = await ask<Acted>("POST", `${at}/decisions`, { as: dr, body: { ...vote, because: "It would bind our code." } });
    expect(decided.body.case.phase).toBe("rejected");
    const late = await ask("POST", `${at}/decisions`, { as: dr, body: { ...vote, because: "again" } });
    expect([late.status, late.body["first"]]).toEqual([
      409,
      { by: "dr", at: "2026-12-01T09:00:00.000Z", what: "decided", vote: "reject", lane: "legal" },
    ]);
    expect((await ask("GET", "/api/cases/use-999", { as: ts })).status).toBe(404);
  });

  test("lists find by words, count, and go on where a page ended", async () => {
    const { ask } = await office(await databases.fresh());
    for (const [n, name] of ["left", "left-pad", "right"].entries())
      await ask("POST", "/api/cases", {
        as: ts,
        body: { kind: "use", fields: { ...(n === 2 ? copyleft : useFields), component: `pkg:npm/${name}@1.0.${n}` } },
      });
    const list = async (query: string, as = viewer) =>
      (await ask<{ cases: { title: string }[]; next?: string; facets?: unknown }>("GET", `/api/cases?${query}`, { as })).body;
    expect((await list("q=LEF+npm")).cases.map(({ title }) => title)).toEqual(["pkg:npm/left-pad@1.0.1", "pkg:npm/left@1.0.0"]);
    expect((await list("facets=true&limit=1")).facets).toEqual({
      phase: { approved: 2, review: 1 },
      kind: { use: 3 },
      product: { "claims-portal": 3 },
      outcome: { approved: 2 },
    });
    expect((await list("waitsFor=me", dr)).cases.map(({ title }) => title)).toEqual(["pkg:npm/right@1.0.2"]);
    const first = await list("limit=2");
    const second = await list(`limit=2&after=${first.next ?? ""}`);
    expect([first.cases.length, second.cases.length, second.next]).toEqual([2, 1, undefined]);
    expect((await ask("GET", "/api/cases?after=nonsense", { as: viewer })).status).toBe(422);
    expect((await list("q=%27%3A%26%21+%5C&limit=1")).cases).toHaveLength(1);
  });

  test("where units are apart, a case of another unit is not there", async () => {
    const { ask } = await office(await databases.fresh());
    const inPlatform = someone("pl", [{ role: "requester", unit: "platform" }], { unitsApart: true });
    const opened = await ask<Acted>("POST", "/api/cases", { as: ts, body: { kind: "use", fields: copyleft } });
    const { id } = opened.body.case;
    expect((await ask("GET", `/api/cases/${id}`, { as: inPlatform })).status).toBe(404);
    expect((await ask("POST", `/api/cases/${id}/withdrawal`, { as: inPlatform, body: { because: "x" } })).status).toBe(404);
    expect((await ask<{ cases: unknown[] }>("GET", "/api/cases", { as: inPlatform })).body.cases).toEqual([]);
    expect((await ask<{ cases: unknown[] }>("GET", "/api/cases", { as: ts })).body.cases).toHaveLength(1);
  });

  test("auditors read, verify and take the record along; who is forgotten is nowhere in it", async () => {
    const { ask } = await office(await databases.fresh());
    await ask("POST", "/api/cases", { as: ts, body: { kind: "use", fields: copyleft } });
    const lines = await ask<{ what: string; private: Record<string, string> }[]>("GET", "/api/record?what=case.", { as: auditor });
    expect(lines.body.map(({ what }) => what)).toEqual(["case.triaged", "case.judged", "case.submitted", "case.opened"]);
    expect((await ask("GET", "/api/record", { as: dr })).status).toBe(403);
    const redacted = await ask("POST", "/api/record/redactions", { as: admin, body: { person: "ts", why: "Article 17" } });
    expect(redacted.status).toBe(200);
    expect((await ask("GET", "/api/record/verification", { as: auditor })).body["flaws"]).toEqual([]);
    const exported = await ask<string>("GET", "/api/record/export", { as: auditor });
    expect(String(exported.body)).not.toContain('"ts"');
    expect(JSON.stringify((await ask("GET", "/api/cases?requester=ts", { as: auditor })).body)).toBe('{"cases":[]}');
  });

  test("who is forgotten is no person here any more, and keeps neither account, session nor token", async () => {
    const database = await databases.fresh();
    const { ask } = await office(database);
    const at = new Date();
    const toni = { id: "ts", name: "Toni Secret", email: "Toni.Secret@example.org" };
    // Over HTTP: who invited whom is a line of the record, with name and address.
    expect((await ask("POST", "/api/people", { as: admin, body: toni })).status).toBe(201);
    await addPerson(database.sql, { id: "bo", name: "Bo" }, at);
    const contact = { about: "license", subject: "May we?", question: "May we?", contact: "toni.secret@example.org" };
    expect((await ask("POST", "/api/cases", { as: ts, body: { kind: "ask", fields: contact } })).status).toBe(201);
    await linkIdentity(database.sql, { issuer: "https://id.example.org", subject: "toni-secret", person: "ts" }, at);
    const year = { idle: 3_600_000, lifetime: 3_600_000 };
    const session = await beginSession(database.sql, { person: "ts", how: "link", client: "x" }, at, year);
    const token = {
      name: "toni secret's laptop",
      kind: "personal",
      person: "ts",
      scopes: ["cases:read"],
      endsAt: new Date(+at + 9e6),
    } as const;
    await makeToken(database.sql, token, at);
    const redacted = await ask<{ pseudonym: string }>("POST", "/api/record/redactions", {
      as: admin,
      body: { person: "ts", why: "Article 17" },
    });
    expect([redacted.status, redacted.body.pseudonym]).toEqual([200, expect.stringMatching(/^redacted-\d+$/)]);
    const people = (await ask<{ id: string; name: string }[]>("GET", "/api/people", { as: admin })).body;
    expect(people.map(({ id, name }) => [id, name])).toEqual([
      ["bo", "Bo"],
      [redacted.body.pseudonym, redacted.body.pseudonym],
    ]);
    expect(await useSession(database.sql, session, at, year)).toBeUndefined();
    for (const table of [
      "people",
      "identities",
      "sessions",
      "tokens",
      "role_grants",
      "links",
      "stored_records",
      "cases",
      "case_events",
      "outbox",
      "record_private",
    ]) {
      const { rows } = await sql<{
        all: string | null;
      }>`select string_agg(to_jsonb(t)::text, '') as all from ${sql.table(table)} t`.execute(database.sql);
      expect([table, rows[0]?.all ?? ""]).not.toEqual([table, expect.stringMatching(/toni|"ts"/i)]);
    }
    expect((await ask("GET", "/api/record/verification", { as: auditor })).body["flaws"]).toEqual([]);
  });

  test("pipelines report deployments and incidents, twice without harm", async () => {
    const { ask } = await office(await databases.fresh());
    const ci = someone("ci", [{ role: "owner" }]);
    const body = { id: "run-1", about: "product:claims-portal", at: "2026-11-30T10:00:00Z", commit: "abc", result: "success" };
    expect((await ask("POST", "/api/deployments", { as: ci, body })).body).toEqual({ number: 1, again: false });
    expect(await ask("POST", "/api/deployments", { as: ci, body })).toMatchObject({ status: 200, body: { number: 1, again: true } });
    expect((await ask("POST", "/api/deployments", { as: ci, body: { ...body, about: "product:none" } })).status).toBe(422);
    const incident = { id: "I-1", about: "product:claims-portal", at: "2026-11-30T11:00:00Z", title: "down" };
    await ask("POST", "/api/incidents", { as: ci, body: incident });
    await ask("POST", "/api/incidents", { as: ci, body: { ...incident, resolved: "2026-11-30T12:00:00Z" } });
    const kept = await ask<{ kind: string; by: string }[]>("GET", "/api/records", { as: viewer });
    expect(kept.body.map(({ kind, by }) => [kind, by])).toEqual([
      ["deployment", "ci"],
      ["incident", "ci"],
      ["incident", "ci"],
    ]);
    expect((await ask("POST", "/api/deployments", { as: viewer, body })).status).toBe(403);
  });
});
