// People, roles and tokens as programs see them: over HTTP, known by what they send.
import { beforeAll, expect, test } from "vitest";
import { addPerson, type Database, readLines } from "#store";
import { onEachDatabase } from "#store/testing";
import { createApp } from "../app.ts";
import type { App } from "../deps.ts";
import { newLocalKey } from "../sign-in/local-key.ts";
import { testOffice } from "../testing/office.ts";
import { smallProgram } from "../testing/program.ts";

onEachDatabase((databases) => {
  let database: Database;
  let app: App;
  let now = new Date("2026-11-30T12:00:00Z");
  const key = newLocalKey();

  beforeAll(async () => {
    database = await databases.fresh();
    const program = smallProgram({ unitsApart: true });
    const registers = {
      owners: { schema: "allmend.register/1", owners: [{ component: "pkg:npm/left-pad", owner: "carl" }] },
      agreements: {
        schema: "allmend.register/1",
        agreements: {
          apache: {
            kind: "CCLA",
            direction: "outbound",
            counterparty: "Apache",
            signed: "2020-01-01",
            covers: { people: ["carl", "cora"], emails: ["Carl@example.org"] },
          },
          domain: {
            kind: "CCLA",
            direction: "outbound",
            counterparty: "Eclipse",
            signed: "2020-01-01",
            covers: { domains: ["example.org"], organizations: ["Muster"] },
          },
          own: { kind: "ICLA", direction: "inbound", counterparty: "Carl", signed: "2020-01-01", covers: { people: ["carl"] } },
        },
      },
    };
    const whole = { ...program, program: { ...program.program, registers: registers as never } };
    const { deps } = await testOffice({ database, program: whole, clock: () => now, routes: [] });
    app = await createApp(deps, { version: "0.0.0", localKey: key });
    for (const id of ["carl", "lea", "vera"]) await addPerson(database.sql, { id, name: id, email: `${id}@example.org` }, now);
  });

  const ask = async (method: "GET" | "POST" | "DELETE", url: string, bearer = key.secret, body?: object) => {
    const answer = await app.inject({ method, url, headers: { authorization: `Bearer ${bearer}` }, ...(body ? { payload: body } : {}) });
    return { status: answer.statusCode, body: answer.body === "" ? {} : (answer.json() as Record<string, unknown>) };
  };
  const office = (scopes: string[], more: object = {}) =>
    ask("POST", "/api/tokens", key.secret, { name: "ci", kind: "service", scopes, ...more });

  test("a token may what it was made for and nothing else, until it ends or is revoked", async () => {
    const made = await office(["people:read"], { days: 1 });
    const { secret, id } = made.body as { secret: string; id: string };
    expect((await ask("GET", "/api/people", secret)).status).toBe(200);
    expect((await ask("GET", "/api/me", secret)).body).toMatchObject({ kind: "token", permissions: ["people:read"] });
    expect((await ask("POST", "/api/people", secret, { id: "x", name: "x" })).status).toBe(403);
    expect((await ask("GET", "/api/tokens", secret)).status).toBe(403);
    expect((await ask("GET", "/api/me/sessions", secret)).status).toBe(403);
    expect(JSON.stringify((await ask("GET", "/api/tokens?of=all")).body)).not.toContain(secret);
    now = new Date(now.getTime() + 25 * 3_600_000);
    expect((await ask("GET", "/api/people", secret)).status).toBe(401);
    const again = (await office(["people:read"])).body as { secret: string; id: string };
    expect((await ask("DELETE", `/api/tokens/${again.id}`)).status).toBe(204);
    expect((await ask("GET", "/api/people", again.secret)).status).toBe(401);
    expect((await ask("DELETE", `/api/tokens/${id}`)).status).toBe(204);
  });

  test("no token is made for what only people do, nor for more than its maker has", async () => {
    for (const scope of ["cases:decide", "people:manage", "tokens:own", "admin"]) expect((await office([scope])).status, scope).toBe(422);
    expect((await ask("POST", "/api/tokens", key.secret, { name: "x", kind: "personal", scopes: ["cases:read"] })).status).toBe(422);
  });

  test("roles come from the documents, from administrators and from what everybody is, each with its source", async () => {
    const given = await ask("POST", "/api/people/lea/roles", key.secret, {
      role: "auditor",
      until: "2027-01-01T00:00:00Z",
      why: "the yearly audit",
    });
    expect(given).toMatchObject({ status: 201, body: { role: "auditor", source: "granted" } });
    const { roles } = (await ask("GET", "/api/people/lea")).body as { roles: object[] };
    expect(roles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: "auditor", source: "granted" }),
        expect.objectContaining({ role: "approver", board: "osrb", source: "program" }),
        expect.objectContaining({ role: "requester", source: "everybody" }),
      ]),
    );
    const lines = await readLines(database.sql, { subject: "person:lea", limit: 10 });
    expect(lines[0]).toMatchObject({ what: "role.given", private: { why: "the yearly audit" } });
  });

  test("addresses of people are for administrators and for themselves", async () => {
    const { secret } = (await office(["people:read"])).body as { secret: string };
    expect(JSON.stringify((await ask("GET", "/api/people", secret)).body)).not.toContain("@example.org");
    expect(JSON.stringify((await ask("GET", "/api/people")).body)).toContain("vera@example.org");
  });

  test("whoever leaves holds nothing any more, and what stands in documents becomes tasks", async () => {
    const covered = async (who: string, project = "https://gitbox.apache.org/apache/x") =>
      (await ask("GET", `/api/registers/agreements/coverage?about=${project}&${who}`)).body;
    expect(await covered("person=carl")).toMatchObject({ covered: true, agreement: "apache" });
    const byDomain = (who: string) => covered(who, "https://github.com/eclipse/x");
    expect(await byDomain("email=carl@example.org")).toMatchObject({ covered: true, agreement: "domain", by: "domain" });
    await ask("POST", "/api/people/vera/roles", key.secret, { role: "admin" });
    await ask("POST", "/api/people/carl/roles", key.secret, { role: "reviewer", lane: "legal" });
    const left = await ask("POST", "/api/people/carl/leave");
    expect(left).toMatchObject({ status: 200, body: { ended: { roles: 1, agreements: 1 } } });
    const texts = (left.body.tasks as { text: string }[]).map(({ text }) => text).join("\n");
    expect(texts).toContain("leads the team claims-team");
    expect(texts).toContain("pkg:npm/left-pad");
    expect(texts).toContain("covered by the agreement apache");
    const tasks = await database.sql.selectFrom("tasks").select(["for_person", "subject"]).execute();
    expect(tasks).toHaveLength(3);
    expect(tasks[0]).toEqual({ for_person: "vera", subject: "person:carl" });
    // Nobody has to end the coverage: the register says so from now on, and it was written down.
    expect(await covered("person=carl")).toEqual({ covered: false, because: "left" });
    expect(await covered("email=carl@example.org")).toEqual({ covered: false, because: "left" });
    // A domain or an organisation names nobody: it would cover them for ever.
    expect(await byDomain("email=Carl@Example.org")).toEqual({ covered: false, because: "left" });
    expect(await byDomain("person=carl&organization=Muster")).toEqual({ covered: false, because: "left" });
    expect(await byDomain("email=cora@example.org")).toMatchObject({ covered: true, by: "domain" });
    // What they signed for ours in their own name stays theirs.
    expect((await ask("GET", "/api/registers/agreements/coverage?about=x&direction=inbound&person=carl")).body).toMatchObject({
      covered: true,
    });
    expect(await covered("person=cora")).toMatchObject({ covered: true, by: "person" });
    const written = await readLines(database.sql, { subject: "register:agreements", limit: 10 });
    expect(written.map(({ what }) => what)).toEqual(["record.added"]);
    expect((await ask("POST", "/api/people/carl/roles", key.secret, { role: "viewer" })).body).toMatchObject({ code: "person-left" });
    expect((await ask("POST", "/api/people/carl/link", key.secret, {})).body).toMatchObject({ code: "person-left" });
    expect((await ask("POST", "/api/people/carl/leave")).status).toBe(409);
    expect(await ask("POST", "/api/people/carl/return")).toMatchObject({ status: 200, body: { state: "active" } });
    expect(await byDomain("email=carl@example.org")).toMatchObject({ covered: true, by: "domain" });
    const { roles } = (await ask("GET", "/api/people/carl")).body as { roles: { source: string }[] };
    expect(roles.filter(({ source }) => source === "granted")).toEqual([]);
  });
});
