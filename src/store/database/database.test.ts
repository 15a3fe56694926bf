import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { onEachDatabase } from "../testing/databases.ts";
import { migrate } from "./migrate.ts";
import { openDatabase, ping } from "./open.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "allmend-store-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

onEachDatabase((databases) => {
  test("a migrated database answers, and has nothing left to migrate", async () => {
    const database = await databases.fresh();
    await ping(database);
    expect(await migrate(database)).toEqual([]);
  });

  test("a database that a newer program made is refused, and left as it is", async () => {
    const database = await databases.fresh();
    await database.sql.insertInto("migrations").values({ id: "9999-from-the-future" }).execute();
    await expect(migrate(database)).rejects.toMatchObject({ code: "database-newer" });
  });

  test("two that migrate at once both end well", async () => {
    const url = await databases.address();
    if (url === undefined) return;
    const [one, two] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
    const done = await Promise.all([migrate(one), migrate(two)]);
    expect(done.filter((ids) => ids.length > 0).length).toBeLessThanOrEqual(1);
    await Promise.all([one.close(), two.close()]);
  });
});

test("one embedded folder belongs to one process, until that is closed", async () => {
  const path = folder();
  const first = await openDatabase({ folder: path });
  await expect(openDatabase({ folder: path })).rejects.toMatchObject({ code: "database-in-use" });
  await first.close();
  await (await openDatabase({ folder: path })).close();
});

test("the lock of a process that died does not keep anyone out", async () => {
  const path = folder();
  writeFileSync(join(path, "lock.json"), JSON.stringify({ pid: 2 ** 22 + 1, host: (await import("node:os")).hostname(), began: "1" }));
  await (await openDatabase({ folder: path })).close();
});
