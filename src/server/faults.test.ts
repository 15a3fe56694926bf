// What the server says when the database goes away, and that it goes on when it is back.
import pg from "pg";
import { expect, test } from "vitest";
import { addPerson, openDatabase, migrate } from "#store";
import { onEachDatabase } from "#store/testing";
import { createApp } from "./app.ts";
import { newLocalKey } from "./sign-in/local-key.ts";
import { testOffice } from "./testing/office.ts";
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
