// Webhooks: who is told, where in the record they stand, what they never took.
import { newSecret } from "../people/secrets.ts";
import type { Sql } from "../people/people.ts";

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** Beginnings of what happened: `case.`, `role.given`. */
  readonly events: readonly string[];
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Number of the last line of the record that it took. */
  readonly position: number;
  readonly attempts: number;
  readonly error: string | undefined;
  readonly dead: number;
}

/** From now on: what was before is not told. */
export async function makeWebhook(sql: Sql, given: { url: string; events: readonly string[]; by: string }, at: Date): Promise<Webhook> {
  const { sequence } = await sql.selectFrom("record_head").select("sequence").executeTakeFirstOrThrow();
  const { id } = await sql
    .insertInto("webhooks")
    .values({
      url: given.url,
      secret: newSecret(),
      events: [...given.events],
      made_by: given.by,
      made_at: at,
      position: sequence,
      next_attempt: at,
      error: null,
      ended_at: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const made = (await listWebhooks(sql)).find((each) => each.id === id);
  if (!made) throw new Error("a webhook was not made");
  return made;
}

export async function listWebhooks(sql: Sql): Promise<Webhook[]> {
  const rows = await sql
    .selectFrom("webhooks")
    .selectAll("webhooks")
    .select((eb) =>
      eb.selectFrom("webhook_dead").whereRef("webhook", "=", "webhooks.id").select(eb.fn.countAll<number>().as("count")).as("dead"),
    )
    .where("ended_at", "is", null)
    .orderBy("made_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    secret: row.secret,
    events: row.events,
    madeBy: row.made_by,
    madeAt: row.made_at,
    position: Number(row.position),
    attempts: row.attempts,
    error: row.error ?? undefined,
    dead: Number(row.dead ?? 0),
  }));
}

export async function endWebhook(sql: Sql, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable("webhooks")
    .set({ ended_at: at })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** No try is put off for longer. */
const LONGEST = 24 * 3_600_000;

/** Takes one that is due for a while, so that no other worker tells it the same. */
export async function takeWebhook(sql: Sql, now: Date, lease: number): Promise<Webhook | undefined> {
  const taken = await sql
    .updateTable("webhooks")
    .set({ next_attempt: new Date(now.getTime() + lease) })
    .where("id", "=", (eb) =>
      eb
        .selectFrom("webhooks")
        .select("id")
        .where("ended_at", "is", null)
        // Later than any try of ours: put off by a clock that went ahead.
        .where((where) => where.or([where("next_attempt", "<=", now), where("next_attempt", ">", new Date(now.getTime() + LONGEST))]))
        .where("position", "<", eb.selectFrom("record_head").select("sequence"))
        .orderBy("next_attempt")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning("id")
    .executeTakeFirst();
  return taken && (await listWebhooks(sql)).find(({ id }) => id === taken.id);
}

/** It took everything up to a line; `next`: when it is looked at again. */
export async function webhookTook(sql: Sql, id: string, position: number, next: Date): Promise<void> {
  await sql.updateTable("webhooks").set({ position, attempts: 0, error: null, next_attempt: next }).where("id", "=", id).execute();
}

export async function webhookFailed(sql: Sql, id: string, error: string, next: Date): Promise<void> {
  await sql
    .updateTable("webhooks")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), error: error.slice(0, 500), next_attempt: next }))
    .where("id", "=", id)
    .execute();
}

/** A line that it never took is set aside, and the next ones get their turn. */
export async function webhookGaveUp(sql: Sql, id: string, sequence: number, error: string, at: Date): Promise<void> {
  await sql
    .insertInto("webhook_dead")
    .values({ webhook: id, sequence, error: error.slice(0, 500), at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await webhookTook(sql, id, sequence, at);
}
