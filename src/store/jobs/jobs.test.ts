import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "../database/open.ts";
import { onEachDatabase } from "../testing/databases.ts";
import { type Jobs, startJobs } from "./jobs.ts";

async function started(database: Database): Promise<Jobs> {
  const jobs = await startJobs(database, { names: ["greet", "other"], supervise: true, failed: () => undefined });
  onTestFinished(() => jobs.stop(1));
  return jobs;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1200) throw new Error("it did not come");
    await wait(50);
  }
}

onEachDatabase((databases) => {
  test("a job is there when its transaction is, and not when that is rolled back", async () => {
    const database = await databases.fresh();
    const jobs = await started(database);
    const done: string[] = [];
    await jobs.work<{ name: string }>("greet", async ({ data }) => done.push(data.name));
    const broken = database.sql.transaction().execute(async (tx) => {
      await jobs.send(tx, "greet", { name: "nobody" });
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    await database.sql.transaction().execute((tx) => jobs.send(tx, "greet", { name: "mia" }));
    await until(() => done.length > 0);
    expect(done).toEqual(["mia"]);
  });

  test("one that waits with a key is not added twice", async () => {
    const database = await databases.fresh();
    const jobs = await started(database);
    const send = (once: string | undefined) =>
      database.sql
        .transaction()
        .execute((tx) => jobs.send(tx, "greet", { name: "x" }, { at: new Date(Date.now() + 60_000), ...(once ? { once } : {}) }));
    expect(await send("key")).not.toBe("");
    expect(await send("key")).toBe("");
    expect(await send(undefined)).not.toBe("");
    expect(await send(undefined)).not.toBe("");
  });

  test("one that throws keeps nobody else from their turn", async () => {
    const database = await databases.fresh();
    const jobs = await started(database);
    const done: string[] = [];
    await jobs.work<{ name: string }>("greet", async ({ data }) => {
      if (data.name === "poison") throw new Error("poison");
      done.push(data.name);
    });
    for (const name of ["poison", "a", "b"]) await database.sql.transaction().execute((tx) => jobs.send(tx, "greet", { name }));
    await until(() => done.length === 2);
    expect(done).toEqual(["a", "b"]);
  });
});
