import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrate } from "../database/migrate.ts";
import { type Database } from "../database/open.ts";
import { append } from "../record/append.ts";
import { appendStored } from "../records/records.ts";
import { verifyRecord } from "../record/verify.ts";
import { onEachDatabase } from "../testing/databases.ts";
import { addPerson, giveRole, makeToken, rolesOf } from "../people/index.ts";
import { dumpDatabase } from "./dump.ts";
import { restoreDatabase } from "./restore.ts";

const at = new Date("2026-11-30T12:00:00.123Z");

async function dumped(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await dumpDatabase(database, at, async (line) => void lines.push(line.trimEnd()));
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function fill({ sql: db }: Database): Promise<void> {
  await addPerson(db, { id: "ada", name: "Ädä \u2028 'quoted' \\ \"x\"", email: "ada@example.org" }, at);
  await giveRole(db, "ada", { role: "reviewer", lane: "legal" }, "zoe", at);
  await makeToken(db, { name: "ci", kind: "service", person: undefined, scopes: ["results:write", "a,b{}"], endsAt: at }, at);
  await db.transaction().execute(async (tx) => {
    for (let i = 0; i < 3; i++) await append(tx, { at: at.toISOString(), by: "ada", what: "test", subject: `test:${i}`, why: "because" });
    await appendStored(tx, [{ kind: "deployment", at: at.toISOString(), subject: "product:x", id: "1", data: { big: 9007199254740991 } }], {
      at: at.toISOString(),
      by: "ada",
    });
  });
}

onEachDatabase((databases) => {
  test("what was dumped and restored is the same, and goes on where it was", async () => {
    const database = await databases.fresh();
    await fill(database);
    const lines = await dumped(database);
    const other = await databases.empty();
    const { rows } = await restoreDatabase(other, each(lines));
    expect(rows).toBe(lines.length - 2);
    expect(await dumped(other)).toEqual(lines);
    expect((await verifyRecord(other.sql, { checkpoints: [], bad: [] })).flaws).toEqual([]);
    expect(await rolesOf(other.sql, "ada", at)).toMatchObject([{ role: "reviewer", lane: "legal" }]);
    // Numbers go on after the last one.
    await fill2(other);
    expect((await verifyRecord(other.sql, { checkpoints: [], bad: [] })).flaws).toEqual([]);
    expect(await migrate(other)).toEqual([]);
    await other.close();
  });

  test("half a dump, a changed one and one into a database with something in it restore nothing", async () => {
    const database = await databases.fresh();
    await fill(database);
    const lines = await dumped(database);
    const other = await databases.empty();
    await expect(restoreDatabase(other, each(["{}"]))).rejects.toMatchObject({ code: "dump-unreadable" });
    await expect(restoreDatabase(database, each(lines))).rejects.toMatchObject({ code: "database-not-empty" });
    for (const broken of [
      lines.slice(0, -1),
      [...lines.slice(0, 3), ...lines.slice(4)],
      [...lines.slice(0, 2), '{"t":"pg_authid","r":{}}', ...lines.slice(2)],
    ]) {
      const target = await databases.empty();
      await expect(restoreDatabase(target, each(broken))).rejects.toMatchObject({ code: "dump-unreadable" });
      expect(await target.sql.selectFrom("people").select("id").execute()).toEqual([]);
      await target.close();
    }
    await other.close();
  });
});

async function fill2({ sql: db }: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await appendStored(tx, [{ kind: "incident", at: at.toISOString(), subject: "product:x", id: "2" }], {
      at: at.toISOString(),
      by: "ada",
    });
  });
  await sql`select nextval('case_numbers')`.execute(db);
}
