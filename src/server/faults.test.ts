// What the server says when the database goes away, that it goes on when it is back, and what becomes of a job that nobody can do.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { addPerson, openDatabase, migrate, startJobs } from "#store";
import { onEachDatabase, startPostgres } from "#store/testing";
import { createApp } from "./app.ts";
import { connectOffice } from "./client.ts";
import { createLog } from "./http/log.ts";
import { workOn } from "./jobs/index.ts";
import { newLocalKey } from "./sign-in/local-key.ts";
import { startServer } from "./start.ts";
import { someone, testOffice } from "./testing/office.ts";
import { smallProgram } from "./testing/program.ts";

onEachDatabase(
  (databases) => {
    test("connections that break are refused as 503 at most, nothing is half done, and the next requests work", async () => {
      const url = (await databases.address()) ?? "";
      const database = await openDatabase({ url });
      await migrate(database);
      const { deps } = await testOffice({ database, program: smallProgram(), routes: [] });
      const key = newLocalKey();
      const app = await createApp(deps, { version: "0.0.0", localKey: key });
      const headers = { authorization: `Bearer ${key.secret}` };
      await addPerson(database.sql, { id: "ada", name: "Ada" }, new Date());
      const other = new pg.Client({ connectionString: url });
      other.on("error", () => undefined);
      await other.connect();
      const statuses = new Set<number>();
      let added = 0;
      for (let round = 0; round < 15; round++) {
        const asked = Array.from({ length: 8 }, (_each, index) =>
          app.inject({ method: "POST", url: "/api/people", headers, payload: { id: `p${round}-${index}`, name: "x" } }),
        );
        await other.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        );
        for (const answer of await Promise.all(asked)) {
          statuses.add(answer.statusCode);
          if (answer.statusCode === 201) added++;
          else expect(answer.json()).toMatchObject({ status: 503, code: "database-gone" });
        }
      }
      expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
      expect((await app.inject({ url: "/api/health" })).json()).toMatchObject({ status: "ok" });
      // Who was told that somebody was added finds them, each with their line in the record.
      const people = await database.sql.selectFrom("people").select("id").where("id", "like", "p%").execute();
      const lines = await database.sql.selectFrom("record_lines").select("subject").where("what", "=", "person.added").execute();
      expect(people.length).toBeGreaterThanOrEqual(added);
      expect(lines.map(({ subject }) => subject).sort()).toEqual(people.map(({ id }) => `person:${id}`).sort());
      await other.end();
      await database.close();
    });
  },
  ["PostgreSQL"],
);

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    await wait(100);
  }
  throw new Error("it did not come");
}

test("a PostgreSQL that is stopped and started again: told while it is away, then everything goes on by itself, jobs too", async () => {
  const home = mkdtempSync(join(tmpdir(), "allmend-gone-"));
  const postgres = await startPostgres();
  onTestFinished(async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  });
  const location = join(home, "allmend");
  mkdirSync(location);
  const organization = "schema: allmend.organization/1\norganization: Example\n";
  writeFileSync(join(location, "organization.yaml"), organization);
  const office = {
    home,
    databaseUrl: await postgres.newDatabase(),
    packsFolder: join(import.meta.dirname, "..", "..", "packs"),
    program: { location, always: true },
    environment: {},
    version: "0.0.0",
    log: createLog({ to: { write: () => undefined } }),
  };
  const server = await startServer({ ...office, host: "127.0.0.1", port: 0, work: true });
  onTestFinished(() => server.stop());
  const client = await connectOffice(office);
  await client.ask("POST", "/api/people", { id: "ada", name: "Ada" });

  await postgres.halt();
  const sick = await fetch(`${server.address}/api/health`);
  expect([sick.status, await sick.json()]).toMatchObject([503, { status: "degraded", database: "gone" }]);
  await expect(client.ask("POST", "/api/people", { id: "bob", name: "Bob" })).rejects.toMatchObject({ code: "database-gone" });

  await postgres.again();
  await until(async () => ((await fetch(`${server.address}/api/health`)).ok ? true : undefined));
  await client.ask("POST", "/api/people", { id: "bob", name: "Bob" });
  expect(await client.ask("GET", "/api/people")).toMatchObject([{ id: "ada" }, { id: "bob" }]);
  await client.ask("POST", "/api/program", { files: { "organization.yaml": organization.replace("Example", "Sample") } });
  const [work] = await until(async () => {
    const found = await client.ask<{ state: string }[]>("GET", "/api/jobs");
    return found[0]?.state === "done" ? found : undefined;
  });
  expect(work).toMatchObject({ name: "judge", state: "done" });
  await client.close();
});

onEachDatabase((databases) => {
  test("a job that nobody can do is set aside after its tries, keeps no other from its turn, and is told", async () => {
    const database = await databases.fresh();
    const jobs = await startJobs(database, {
      names: ["poison", "cure"],
      supervise: true,
      failed: () => undefined,
      again: { times: 1, seconds: 0 },
    });
    onTestFinished(() => jobs.stop(1));
    const { deps, ask } = await testOffice({ database, program: smallProgram(), deps: { jobs } });
    let cured = 0;
    await workOn(deps, [
      { name: "poison", run: () => Promise.reject(new Error("no bill of materials that anybody could read")) },
      { name: "cure", run: async () => void cured++ },
    ]);
    await database.sql.transaction().execute(async (tx) => {
      await jobs.send(tx, "poison", {});
      await jobs.send(tx, "cure", {});
    });
    const admin = someone("ada", [{ role: "admin" }]);
    const told = await until(async () => {
      const { body } = await ask<{ name: string }[]>("GET", "/api/jobs", { as: admin });
      return body.find(({ name }) => name === "poison");
    });
    const outcome = { problem: "no bill of materials that anybody could read", tries: 2, setAside: true };
    expect(told).toMatchObject({ state: "failed", outcome });
    await until(async () => (cured === 1 ? true : undefined));
  });
});
