import { expect, test } from "vitest";
import { sampleResult } from "#publish/testing";
import { addPerson, findingsOwned, readLines, redactPerson, saveResult, transact } from "#store";
import { onEachDatabase } from "#store/testing";
import { someone, testOffice } from "../testing/office.ts";

const owner = someone("olga", [{ role: "owner" }]);
const at = new Date("2026-11-30T10:00:00.000Z");

onEachDatabase((databases) => {
  async function officeWith() {
    const database = await databases.fresh();
    const result = sampleResult;
    await saveResult(database.sql, result, { at, by: "ci", source: "upload", findings: true });
    await transact(database, async (tx) => {
      await addPerson(tx, { id: "ada", name: "Ada" }, at);
      await addPerson(tx, { id: "bea", name: "Bea" }, at);
    });
    const program = { program: result.program, digest: result.program.digest };
    const office = await testOffice({ database, program: program as never, clock: () => at });
    const list = await office.ask<{ items: { id: string; owner?: string; assigned: boolean }[] }>("GET", "/api/findings", { as: owner });
    return { database, office, result, items: list.body.items };
  }

  test("findings stay given through the next judgement, and are counted with whom they were given to", async () => {
    const { database, office, result, items } = await officeWith();
    const [first, second] = items;
    expect(first?.assigned).toBe(false);
    const put = await office.ask("PUT", `/api/findings/${first?.id}/assignment`, { as: owner, body: { owner: "ada", note: "by Friday" } });
    expect(put.status).toBe(204);
    await saveResult(database.sql, result, { at: new Date("2026-12-01T10:00:00.000Z"), by: "ci", source: "upload", findings: true });
    const mine = await office.ask<{ items: { id: string }[] }>("GET", "/api/findings?owner=ada", { as: owner });
    expect(mine.body.items).toMatchObject([{ id: first?.id, owner: "ada", assigned: true }]);
    const facets = await office.ask<{ owner: { value: string | null; count: number }[] }>("GET", "/api/findings/facets", { as: owner });
    expect(facets.body.owner).toContainEqual({ value: "ada", count: 1 });
    // Start pages count them likewise: with whom they were given to, and no longer with whom they were.
    const counted = await findingsOwned(database.sql, ["ada", first?.owner ?? ""], "all");
    const open = await office.ask<typeof facets.body>("GET", "/api/findings/facets?state=open", { as: owner });
    const listed = open.body.owner.find(({ value }) => value === first?.owner);
    const sumOf = (who: string) => counted.filter((each) => each.owner === who).reduce((sum, { count }) => sum + count, 0);
    expect(sumOf("ada")).toBe(1);
    expect(sumOf(first?.owner ?? "")).toBe(listed?.count);
    const page = await office.ask("GET", `/api/portal/findings/${first?.id}?lang=de`, { as: owner });
    expect(page.body).toMatchObject({ finding: { owner: "ada" }, assignment: { owner: "ada", note: "by Friday", by: "olga" } });
    expect(second?.id).not.toBe(first?.id);
    const [line] = await readLines(database.sql, { what: "finding.assigned", limit: 1 });
    expect(line).toMatchObject({ subject: first?.id, private: { by: "olga", owner: "ada", why: "by Friday" } });
  });

  test("findings are given several at once, all or none, and taken back", async () => {
    const { office, items } = await officeWith();
    const ids = items.slice(0, 3).map(({ id }) => id);
    const give = (findings: readonly string[], to: string | null) =>
      office.ask("POST", "/api/findings/assignments", { as: owner, body: { findings, owner: to } });
    expect((await give([...ids, "finding:none"], "ada")).status).toBe(404);
    expect((await office.ask<{ items: unknown[] }>("GET", "/api/findings?owner=ada", { as: owner })).body.items).toEqual([]);
    expect(await give(ids, "ada")).toMatchObject({ status: 200, body: { changed: 3 } });
    expect(await give(ids.slice(0, 2), null)).toMatchObject({ status: 200, body: { changed: 2 } });
    const left = await office.ask<{ items: { id: string }[] }>("GET", "/api/findings?owner=ada", { as: owner });
    expect(left.body.items.map(({ id }) => id)).toEqual(ids.slice(2));
  });

  test("findings are not given to nobody, nor by those who may not", async () => {
    const { office, items } = await officeWith();
    const url = `/api/findings/${items[0]?.id}/assignment`;
    expect(await office.ask("PUT", url, { as: owner, body: { owner: "zoe" } })).toMatchObject({
      status: 422,
      body: { fields: [{ path: "owner" }] },
    });
    const reader = someone("vi", [{ role: "viewer" }]);
    expect((await office.ask("PUT", url, { as: reader, body: { owner: "ada" } })).status).toBe(403);
  });

  test("findings become a task when the person leaves, and nobody's when the person is forgotten", async () => {
    const { database, office, items } = await officeWith();
    const admin = someone("mk", [{ role: "admin" }]);
    const given = { owner: "ada" };
    await office.ask("PUT", `/api/findings/${items[0]?.id}/assignment`, { as: owner, body: given });
    const left = await office.ask<{ tasks: { text: string }[] }>("POST", "/api/people/ada/leave", { as: admin });
    expect(left.body.tasks.map(({ text }) => text).join()).toContain("/findings?owner=ada");
    await transact(database, (tx) => redactPerson(tx, { person: "ada", by: "mk", why: "asked for it", at: at.toISOString() }));
    expect((await office.ask<{ items: unknown[] }>("GET", "/api/findings?owner=ada", { as: owner })).body.items).toEqual([]);
  });
});
