import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { sha256 } from "#kit";
import type { Database } from "../database/open.ts";
import { freshInMemory, onEachDatabase } from "../testing/databases.ts";
import { append } from "./append.ts";
import { checkpointFile, readCheckpoints, runCheckpoints, takeCheckpoint } from "./checkpoints.ts";
import { exportRecord } from "./export.ts";
import { signingKey } from "./keys.ts";
import { type NewLine, saltedDigest } from "./line.ts";
import { readLines } from "./read.ts";
import { redactValues, valuesNaming } from "./redact.ts";
import { verifyRecord } from "./verify.ts";

const line = (number: number, more: Partial<NewLine> = {}): NewLine => ({
  at: `2026-11-30T10:00:${String(number % 60).padStart(2, "0")}.000Z`,
  by: "mia",
  what: "role.granted",
  subject: `person:p${number}`,
  why: `reason ${number}`,
  data: { number },
  ...more,
});

async function fill(database: Database, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await database.sql.transaction().execute((tx) => append(tx, line(number)));
  }
}

function home(): string {
  const path = mkdtempSync(join(tmpdir(), "allmend-record-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What somebody does who has all rights in the database. */
async function tamper(database: Database, ...statements: string[]): Promise<void> {
  await database.sql.transaction().execute(async (tx) => {
    await sql.raw("alter table record_lines disable trigger user").execute(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
    await sql.raw("alter table record_lines enable trigger user").execute(tx);
  });
}

const none = { checkpoints: [], bad: [] };

onEachDatabase((databases) => {
  test("many who append at once make one chain without a gap", async () => {
    const database = await databases.fresh();
    await Promise.all(Array.from({ length: 40 }, (_, n) => database.sql.transaction().execute((tx) => append(tx, line(n)))));
    expect(await verifyRecord(database.sql, none)).toEqual({ lines: 40, checkpoints: 0, flaws: [] });
    const lines = await readLines(database.sql, { after: 0, limit: 100 });
    expect(lines.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  });

  test("a clock that went back is told, and is no flaw: order and checkpoints hold", async () => {
    const database = await databases.fresh();
    const folder = home();
    const key = await signingKey(folder);
    const file = join(folder, "checkpoints.jsonl");
    const times = ["2026-11-30T10:00:00.000Z", "2027-11-30T10:00:00.000Z", "2026-11-30T10:00:30.000Z", "2026-11-30T10:00:10.000Z"];
    let last: number | undefined;
    for (const [number, at] of times.entries()) {
      await database.sql.transaction().execute((tx) => append(tx, line(number, { at })));
      last = await takeCheckpoint(database.sql, key, checkpointFile(file), new Date(at), last);
    }
    // The last one is dated a little before: clocks differ by so much.
    expect(await verifyRecord(database.sql, await readCheckpoints(file, [key.open]))).toEqual({
      lines: 4,
      checkpoints: 4,
      sure: { sequence: 4, at: times[3] },
      flaws: [],
      clockBack: { lines: 1, first: 3, from: times[1], to: times[2] },
    });
  });

  test("what is rolled back leaves no line and no gap", async () => {
    const database = await databases.fresh();
    await fill(database, 2);
    const broken = database.sql.transaction().execute(async (tx) => {
      await append(tx, line(3));
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    await fill(database, 1);
    expect((await verifyRecord(database.sql, none)).flaws).toEqual([]);
  });

  test("what is no text is refused before it is hashed, and what only looks like it is kept", async () => {
    const database = await databases.fresh();
    const one = (more: Partial<NewLine>) => database.sql.transaction().execute((tx) => append(tx, line(1, more)));
    for (const hostile of ["\ud800", "a\u0000b"]) {
      for (const more of [{ subject: `person:${hostile}` }, { why: hostile }, { personal: { record: { id: [hostile] } } }])
        await expect(one(more), JSON.stringify(more)).rejects.toMatchObject({ code: "input-invalid" });
    }
    await one({ why: "\\ud800 \\u0000 🦄", personal: { record: { id: "\\ud800 \\u0000 🦄" } } });
    expect(await verifyRecord(database.sql, none)).toMatchObject({ lines: 1, flaws: [] });
  });

  test("lines cannot be changed by a slip", async () => {
    const database = await databases.fresh();
    await fill(database, 1);
    await expect(database.sql.updateTable("record_lines").set({ what: "nothing" }).execute()).rejects.toThrow("never changed");
    await expect(database.sql.deleteFrom("record_lines").execute()).rejects.toThrow("never changed");
  });

  test.each([
    ["a changed line", "update record_lines set what = 'role.taken' where sequence = 3", "changed"],
    ["a changed moment", "update record_lines set at = '2026-11-30T10:00:09.000Z' where sequence = 3", "changed"],
    ["data slipped in", `update record_lines set data = '{"number":99}' where sequence = 3`, "changed"],
    ["a line gone", "delete from record_private where sequence = 3; delete from record_lines where sequence = 3", "gap"],
    [
      "two that changed places",
      "delete from record_private; update record_lines set sequence = 99 where sequence = 3; update record_lines set sequence = 3 where sequence = 4; update record_lines set sequence = 4 where sequence = 99",
      "broken-link",
    ],
    ["another person", "update record_private set value = 'eva' where sequence = 3 and key = 'by'", "value-changed"],
    ["another reason", "update record_private set value = 'none' where sequence = 3 and key = 'why'", "value-changed"],
    ["a name taken out", "delete from record_private where sequence = 3 and key = 'by'", "value-missing"],
    ["the end cut off", "delete from record_private where sequence > 4; delete from record_lines where sequence > 4", "head"],
  ])("%s is found", async (_, statement, is) => {
    const database = await databases.fresh();
    await fill(database, 6);
    await tamper(database, ...statement.split("; "));
    expect((await verifyRecord(database.sql, none)).flaws.map((flaw) => flaw.is)).toContain(is);
  });

  test("whoever rewrites all of it, hashes and head too, does not get past the checkpoints outside", async () => {
    const database = await databases.fresh();
    const folder = home();
    const key = await signingKey(folder);
    const file = join(folder, "checkpoints.jsonl");
    await fill(database, 5);
    await takeCheckpoint(database.sql, key, checkpointFile(file), new Date("2026-11-30T11:00:00Z"));
    expect(await verifyRecord(database.sql, await readCheckpoints(file, [key.open]))).toEqual({
      lines: 5,
      checkpoints: 1,
      sure: { sequence: 5, at: "2026-11-30T11:00:00.000Z" },
      flaws: [],
    });

    // The whole chain anew, without line 2, by the same program.
    await tamper(database, "delete from record_private", "delete from record_lines", "update record_head set sequence = 0, hash = ''");
    for (const number of [1, 3, 4, 5, 6]) await database.sql.transaction().execute((tx) => append(tx, line(number)));
    expect((await verifyRecord(database.sql, none)).flaws).toEqual([]);
    const rewritten = await verifyRecord(database.sql, await readCheckpoints(file, [key.open]));
    expect(rewritten.flaws.map(({ is }) => is)).toEqual(["rewritten"]);
    expect(rewritten.sure).toBeUndefined();

    await tamper(database, "delete from record_private where sequence > 2", "delete from record_lines where sequence > 2");
    await tamper(database, "update record_head set sequence = 2, hash = (select hash from record_lines where sequence = 2)");
    expect((await verifyRecord(database.sql, await readCheckpoints(file, [key.open]))).flaws.map(({ is }) => is)).toEqual(["truncated"]);
  });

  test("what was redacted is gone, and the chain still verifies", async () => {
    const database = await databases.fresh();
    await fill(database, 3);
    await database.sql.transaction().execute((tx) => append(tx, line(4, { by: "eva", personal: { event: { person: "mia", text: "…" } } })));
    await database.sql.transaction().execute(async (tx) => {
      const lines = await valuesNaming(tx, "mia");
      expect(lines.map(({ sequence, key }) => `${sequence}:${key}`)).toEqual(["1:by", "2:by", "3:by", "4:event"]);
      await redactValues(tx, { at: "2026-11-30T12:00:00.000Z", by: "admin", why: "GDPR Article 17", lines });
    });
    expect((await verifyRecord(database.sql, none)).flaws).toEqual([]);
    const [first] = await readLines(database.sql, { after: 0, limit: 1 });
    expect(first?.private).toEqual({ by: null, why: "reason 1" });
    let text = "";
    for await (const exported of exportRecord(database.sql)) text += exported;
    expect(text).not.toContain('"mia"');
  });

  test("an auditor computes every hash from the export alone", async () => {
    const database = await databases.fresh();
    await fill(database, 3);
    let previous = "";
    for await (const text of exportRecord(database.sql)) {
      const it = JSON.parse(text);
      const covered = [it.sequence, it.at, it.what, it.subject, it.policy, it.inputs, it.data, it.private, previous];
      expect(sha256(JSON.stringify(covered))).toBe(it.hash);
      for (const [key, { salt, value }] of Object.entries<{ salt: string; value: string }>(it.values))
        expect(JSON.parse(it.private)[key]).toBe(saltedDigest(salt, value));
      previous = it.hash;
    }
    expect(previous).not.toBe("");
  });

  test("lines are found by what, whom and whose", async () => {
    const database = await databases.fresh();
    await fill(database, 4);
    await database.sql.transaction().execute((tx) => append(tx, line(5, { by: "eva", what: "case.opened", subject: "case:use-1" })));
    const found = async (wanted: object) => (await readLines(database.sql, { limit: 10, ...wanted })).map(({ sequence }) => sequence);
    expect(await found({})).toEqual([5, 4, 3, 2, 1]);
    expect(await found({ what: "case." })).toEqual([5]);
    expect(await found({ by: "eva" })).toEqual([5]);
    expect(await found({ subject: "person:p2" })).toEqual([2]);
    expect(await found({ before: 3, limit: 1 })).toEqual([2]);
  });
});

test("checkpoints that are forged, torn or of an unknown key are told", async () => {
  const folder = home();
  const key = await signingKey(folder);
  expect(statSync(join(folder, "keys", "record.ed25519.pem")).mode & 0o777).toBe(0o600);
  expect((await signingKey(folder)).id).toBe(key.id);
  const file = join(folder, "checkpoints.jsonl");
  const database = await freshInMemory();
  onTestFinished(() => database.close());
  await fill(database, 1);
  const failed: unknown[] = [];
  const running = runCheckpoints(database.sql, key, checkpointFile(file), {
    seconds: 60,
    clock: () => new Date("2026-11-30T11:00:00Z"),
    failed: (cause) => failed.push(cause),
  });
  await fill(database, 1);
  await running.stop();
  expect(failed).toEqual([]);
  expect((await readCheckpoints(file, [key.open])).checkpoints.at(-1)?.sequence).toBe(2);
  const stranger = await signingKey(home());
  expect((await readCheckpoints(file, [stranger.open])).bad[0]?.because).toContain("is not known");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll('"sequence":2', '"sequence":1'));
  expect((await readCheckpoints(file, [key.open])).bad.at(-1)?.because).toBe("its signature does not hold");
  appendFileSync(file, 'nonsense\n{"schema":"allm');
  expect((await readCheckpoints(file, [key.open])).bad.at(-1)?.because).toBe("it is no checkpoint");
});
