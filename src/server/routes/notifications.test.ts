import { beforeAll, describe, expect, test } from "vitest";
import { addPerson, type Database, markLeft } from "#store";
import { onEachDatabase } from "#store/testing";
import { someone, testOffice, type TestOffice } from "../testing/office.ts";
import { smallProgram } from "../testing/program.ts";

onEachDatabase((databases) => {
  let database: Database;
  let office: TestOffice;
  const ada = someone("ada", [{ role: "admin" }]);
  const bob = someone("bob", [{ role: "requester" }]);

  beforeAll(async () => {
    database = await databases.fresh();
    const program = smallProgram();
    const waiver = { rule: "no-network-copyleft", about: { product: "portal" }, because: "x", owner: "lea", expires: "2027-03-01" };
    const licenses = { ...program.program.licenses, waivers: [waiver] } as never;
    office = await testOffice({
      database,
      program: { ...program, program: { ...program.program, licenses } },
      clock: () => new Date("2026-11-30T12:00:00Z"),
      config: { url: new URL("https://ospo.example.org") },
    });
    for (const id of ["ada", "bob"]) await addPerson(database.sql, { id, name: id }, new Date());
    await database.sql
      .insertInto("role_grants")
      .values({
        person: "ada",
        role: "admin",
        lane: null,
        board: null,
        unit: null,
        source: "granted",
        given_by: "x",
        given_at: new Date(0),
        ends_at: null,
        ended_at: null,
        ended_by: null,
      })
      .execute();
  });

  test("wishes are kept for each person", async () => {
    expect(await office.ask("GET", "/api/me/notifications", { as: bob })).toMatchObject({ status: 200, body: { mail: "daily" } });
    expect((await office.ask("PUT", "/api/me/notifications", { as: bob, body: { mail: "weekly", language: "de" } })).status).toBe(204);
    expect((await office.ask("PUT", "/api/me/notifications", { as: bob, body: { mail: "hourly" } })).status).toBe(422);
    expect(await office.ask("GET", "/api/me/notifications", { as: bob })).toMatchObject({ body: { mail: "weekly", language: "de" } });
    expect(await office.ask("GET", "/api/me/notifications", { as: ada })).toMatchObject({ body: { mail: "daily" } });
  });

  describe("a calendar", () => {
    const made = async (as = ada) => new URL((await office.ask<{ url: string }>("POST", "/api/me/calendar", { as })).body.url).pathname;

    test("shows the dates of whoever made it, by its address alone, until there is a new one or they leave", async () => {
      const address = await made();
      const calendar = await office.ask<string>("GET", address);
      expect([calendar.status, calendar.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
      expect(calendar.body).toContain("DTSTART;VALUE=DATE:20270301");
      expect(calendar.body).toContain("no-network-copyleft");
      const newer = await made();
      expect((await office.ask("GET", address)).status).toBe(404);
      expect((await office.ask("GET", newer)).status).toBe(200);
      expect((await office.ask("DELETE", "/api/me/calendar", { as: ada })).status).toBe(204);
      expect((await office.ask("GET", newer)).status).toBe(404);
      const left = await made(bob);
      expect((await office.ask<string>("GET", left)).body).not.toContain("no-network-copyleft");
      await markLeft(database.sql, "bob", new Date());
      expect((await office.ask("GET", left)).status).toBe(404);
      expect((await office.ask("GET", "/api/calendar/x.ics")).status).toBe(422);
    });
  });

  test("webhooks go to public https addresses only, and show their secret once", async () => {
    const make = (url: string) =>
      office.ask<{ id: string; secret: string; code: string }>("POST", "/api/webhooks", { as: ada, body: { url, events: ["case."] } });
    for (const url of [
      "http://example.org/",
      "https://127.0.0.1/",
      "https://169.254.169.254/",
      "https://[::1]/",
      "https://u:p@example.org/",
    ])
      expect(await make(url), url).toMatchObject({ status: 422, body: { code: "address-not-allowed" } });
    const { status, body } = await make("https://hooks.example.org/allmend");
    expect(status).toBe(201);
    expect(JSON.stringify((await office.ask("GET", "/api/webhooks", { as: ada })).body)).not.toContain(body.secret);
    expect((await office.ask("DELETE", `/api/webhooks/${body.id}`, { as: ada })).status).toBe(204);
    expect((await office.ask("DELETE", `/api/webhooks/${body.id}`, { as: ada })).status).toBe(404);
    const lines = await database.sql
      .selectFrom("record_lines")
      .select("what")
      .where("what", "like", "webhook.%")
      .orderBy("sequence")
      .execute();
    expect(lines.map(({ what }) => what)).toEqual(["webhook.made", "webhook.ended"]);
  });
});
