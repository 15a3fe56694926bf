// What breaks around the office while people work: connections, a disk, a second server beside it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { checkpointFile, type Database, migrate, openDatabase, readCase, runCheckpoints, signingKey, verifyRecord } from "#store";
import { freshInMemory, onEachDatabase } from "#store/testing";
import { actor, casesOffice, useFields } from "../testing/cases-office.ts";
import { actOnCase, openCase } from "./actions.ts";

const none = { checkpoints: [], bad: [] };
const copyleft = { ...useFields, component: "pkg:npm/net@1.0.0", license: "GPL-3.0-only" };

async function opened(url: string): Promise<Database> {
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  await migrate(database);
  return database;
}

onEachDatabase(
  (databases) => {
    test("connections that break in the middle lose nothing that was acknowledged and leave nothing half", async () => {
      const url = (await databases.address()) ?? "";
      const [database, other] = [await opened(url), await opened(url)];
      const { office } = await casesOffice(database);
      const acknowledged: string[] = [];
      let over = false;
      const people = Array.from({ length: 4 }, async (_, n) => {
        for (let round = 0; !over; round++) {
          const fields = { ...copyleft, component: `pkg:npm/c${n}-${round}@1.0.0` };
          const answer = await openCase(office, actor("ts"), { kind: "use", fields, submit: true, key: `${n}-${round}` }).catch(
            () => undefined,
          );
          if (answer) acknowledged.push(answer.state.id);
          else await wait(20);
        }
      });
      for (let cut = 0; cut < 6; cut++) {
        const before = acknowledged.length;
        for (let tries = 0; acknowledged.length === before && tries < 200; tries++) await wait(25);
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
          .execute(other.sql)
          .catch(() => undefined);
      }
      over = true;
      await Promise.all(people);
      expect(acknowledged.length).toBeGreaterThan(0);
      for (const id of acknowledged) expect((await readCase(other.sql, id))?.state.phase).toBe("review");
      expect((await verifyRecord(other.sql, none)).flaws).toEqual([]);
    });

    test("two servers on one database give one outcome", async () => {
      const url = (await databases.address()) ?? "";
      const offices = [await casesOffice(await opened(url)), await casesOffice(await opened(url))] as const;
      const { state } = await openCase(offices[0].office, actor("ts"), { kind: "use", fields: copyleft, submit: true });
      const answers = await Promise.allSettled(
        Array.from({ length: 32 }, (_, n) =>
          actOnCase(offices[n % 2 === 0 ? 0 : 1].office, actor("dr", "reviewer"), state.id, {
            is: "decided",
            lane: "legal",
            vote: n % 3 === 0 ? "reject" : "approve",
            because: `client ${n}`,
            attested: ["terms-read"],
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect((await verifyRecord(offices[1].office.database.sql, none)).flaws).toEqual([]);
      // What one approved, the other knows at once.
      const again = await openCase(offices[1].office, actor("lb"), { kind: "use", fields: copyleft, submit: true });
      const kept = await readCase(offices[0].office.database.sql, state.id);
      expect(again.state.phase).toBe(kept?.state.phase === "approved" ? "approved" : "review");
    });
  },
  ["PostgreSQL"],
);

test("a full disk under the checkpoints is told each time and stops nobody", async () => {
  const home = mkdtempSync(join(tmpdir(), "allmend-full-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const database = await freshInMemory();
  onTestFinished(() => database.close());
  const { office } = await casesOffice(database);
  await openCase(office, actor("ts"), { kind: "use", fields: useFields, submit: true });
  const told: unknown[] = [];
  const running = runCheckpoints(database.sql, await signingKey(home), checkpointFile("/dev/full"), {
    seconds: 60,
    clock: () => new Date(),
    failed: (cause) => told.push(cause),
  });
  await running.stop();
  expect(told.map((cause) => (cause as NodeJS.ErrnoException).code)).toEqual(["ENOSPC", "ENOSPC"]);
  expect((await openCase(office, actor("ts"), { kind: "use", fields: useFields, submit: true })).state.phase).toBe("approved");
});
