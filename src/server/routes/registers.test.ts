// Registers over HTTP: what files say, what the office writes, who is covered and why.
import { beforeAll, expect, test } from "vitest";
import { type Program, withRecords } from "#program";
import { readRecords } from "#store";
import { onEachDatabase } from "#store/testing";
import { someone, testOffice, type TestOffice } from "../testing/office.ts";
import { smallProgram } from "../testing/program.ts";

const admin = someone("ada", [{ role: "admin" }]);
const viewer = someone("vera", [{ role: "viewer" }]);

onEachDatabase((databases) => {
  let office: TestOffice;
  beforeAll(async () => {
    const database = await databases.fresh();
    const loaded = smallProgram();
    const program = {
      ...loaded.program,
      policies: [{ area: "compliance", prose: { en: "What we keep to." }, rules: [] } as unknown as Program["policies"][number]],
      registers: {
        owners: { schema: "allmend.register/1" as const, owners: [{ component: "pkg:npm/left", owner: "gone-person" }] },
        memberships: {
          schema: "allmend.register/1" as const,
          memberships: { eclipse: { organization: "Eclipse", renewal: "2027-01-31" } },
        },
      },
    };
    office = await testOffice({ database, program: { program, digest: program.digest } });
  });

  test("are listed with what is due, and with what nobody answers for", async () => {
    const all = await office.ask<{ list: string; entries: number; orphans: number; nextDue?: string }[]>("GET", "/api/registers", {
      as: viewer,
    });
    expect(all.body).toContainEqual({ list: "owners", entries: 1, orphans: 1 });
    expect(all.body).toContainEqual({ list: "memberships", entries: 1, orphans: 0, nextDue: "2027-01-31" });
    expect((await office.ask("GET", "/api/registers/owners", { as: viewer })).body).toEqual([
      { id: "pkg:npm/left", entry: { component: "pkg:npm/left", owner: "gone-person" }, orphan: true },
    ]);
  });

  test("are written with a line in the record, changed and ended; what is no entry is refused with its place", async () => {
    const write = (list: string, body: object, as = admin) => office.ask("POST", `/api/registers/${list}`, { as, body });
    expect((await write("catalogue", { entry: { component: "pkg:npm/x", state: "approved" } }, viewer)).status).toBe(403);
    const wrong = await write("catalogue", { entry: { component: "pkg:npm/x", state: "aproved" } });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining("entry.state")]);
    expect((await write("memberships", { entry: { organization: "OpenSSF" } })).status).toBe(422);
    expect((await write("catalogue", { entry: { component: "pkg:npm/x", state: "approved" } })).status).toBe(201);
    expect((await write("catalogue", { entry: { component: "pkg:npm/x", state: "avoid", because: "dead" } })).status).toBe(201);
    expect((await office.ask("GET", "/api/registers/catalogue", { as: viewer })).body).toEqual([
      { id: "pkg:npm/x", entry: { component: "pkg:npm/x", state: "avoid", because: "dead" } },
    ]);
    expect(
      (await write("archives", { entry: { component: "pkg:npm/x@1.0.0", location: "s3://archive/x", until: "2036-01-01" } })).status,
    ).toBe(201);
    expect((await write("memberships", { id: "eclipse", ended: true, because: "left" })).status).toBe(201);
    expect((await office.ask("GET", "/api/registers/memberships", { as: viewer })).body).toEqual([]);
    expect((await write("memberships", { id: "nothing", ended: true })).status).toBe(404);
    const lines = await office.deps.database.sql.selectFrom("record_lines").select("subject").where("what", "=", "record.added").execute();
    expect(lines.map(({ subject }) => subject)).toEqual([
      "register:catalogue",
      "register:catalogue",
      "register:archives",
      "register:memberships",
    ]);
    // Rules read the same registers.
    const { program } = await office.deps.program();
    const now = withRecords(program, await readRecords(office.deps.database.sql));
    expect(now.registers?.catalogue?.components).toEqual([{ component: "pkg:npm/x", state: "avoid", because: "dead" }]);
  });

  test("say who is covered by an agreement and by which criterion; names are for those who keep them", async () => {
    const entry = {
      kind: "CCLA",
      direction: "outbound",
      counterparty: "apache",
      signed: "2026-01-20",
      covers: { domains: ["example.org"], emails: ["x@home.example"], people: ["lb"] },
    };
    expect((await office.ask("POST", "/api/registers/agreements", { as: admin, body: { id: "apache-ccla", entry } })).status).toBe(201);
    const covered = (query: string) =>
      office.ask("GET", `/api/registers/agreements/coverage?about=github.com/apache/arrow&${query}`, { as: viewer });
    expect((await covered("email=a@dev.example.org")).body).toEqual({
      covered: true,
      agreement: "apache-ccla",
      by: "domain",
      matched: "example.org",
    });
    expect((await covered("person=lb")).body).toMatchObject({ by: "person" });
    expect((await covered("email=a@elsewhere.example")).body).toEqual({ covered: false });
    expect((await covered("person=lb&on=2025-01-01")).body).toEqual({ covered: false });
    const seen = JSON.stringify((await office.ask("GET", "/api/registers/agreements", { as: viewer })).body);
    expect(seen).toContain("example.org");
    expect(seen).not.toMatch(/home\.example|"lb"/);
    expect(JSON.stringify((await office.ask("GET", "/api/registers/agreements", { as: admin })).body)).toContain("x@home.example");
  });

  test("count who acknowledged what", async () => {
    const say = (version: string) =>
      office.ask("POST", "/api/records", { as: admin, body: { kind: "acknowledgement", subject: "policy:compliance", data: { version } } });
    await say("1");
    await say("1");
    await say("2");
    const { body } = await office.ask<{ version: string; people: number; by?: string[] }[]>("GET", "/api/registers/acknowledgements", {
      as: viewer,
    });
    expect(body.map(({ version, people, by }) => [version, people, by])).toEqual([
      ["1", 1, undefined],
      ["2", 1, undefined],
    ]);
    expect((await office.ask("GET", "/api/registers/approvals", { as: viewer })).body).toEqual([]);
  });
});
