// Databases from before anything was released: the first three migrations had less in them then, and nobody may be stopped by what came to them since.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrate } from "../database/migrate.ts";
import { listWebhooks } from "../notify/webhooks.ts";
import { onEachDatabase } from "../testing/databases.ts";
import { columnsDigest } from "../testing/dump.ts";

onEachDatabase((databases) => {
  test("one that lacks what came to its migrations later becomes one of today", async () => {
    const early = await databases.empty();
    await migrate(early, { upTo: "0003-results" });
    const lacking = "webhook_dead, webhooks, calendars, notice_wishes, generation, staged_outcomes, work";
    await sql.raw(`drop table ${lacking}`).execute(early.sql);
    await sql.raw("drop sequence staging_numbers").execute(early.sql);
    await sql.raw("alter table cases drop column request_key").execute(early.sql);
    await expect(listWebhooks(early.sql)).rejects.toThrow(/"webhooks" does not exist/);
    await migrate(early);
    expect(await listWebhooks(early.sql)).toEqual([]);
    expect(await columnsDigest(early.sql)).toBe(await columnsDigest((await databases.fresh()).sql));
    await early.close();
  });
});
