// What time has to do with cases: which are due, what was already reminded of, which could not be handled.
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Ids of cases in which something is due, the longest waiting first. */
export async function casesDue(db: Kysely<Tables>, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("cases")
    .select("id")
    .where("next_due", "<=", now)
    .orderBy("next_due")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export interface Reminder {
  readonly what: string;
  readonly about: string;
  readonly due: string;
}

export async function remindersOf(db: Kysely<Tables>, id: string): Promise<Reminder[]> {
  const rows = await db.selectFrom("case_reminders").select(["what", "about", "due"]).where("case_id", "=", id).execute();
  return rows.map(({ what, about, due }) => ({ what, about, due: due.toISOString() }));
}

export async function keepReminders(tx: Transaction<Tables>, id: string, reminders: readonly Reminder[], now: Date): Promise<void> {
  if (reminders.length === 0) return;
  await tx
    .insertInto("case_reminders")
    .values(reminders.map(({ what, about, due }) => ({ case_id: id, what, about, due: new Date(due), done_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** When to look at it again; what went wrong before is forgotten. */
export async function lookAgain(tx: Transaction<Tables>, id: string, next: string | undefined): Promise<void> {
  await tx
    .updateTable("cases")
    .set({ next_due: next === undefined ? null : new Date(next), due_failures: 0, due_error: null })
    .where("id", "=", id)
    .execute();
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A case that cannot be handled waits, longer each time, and keeps no other from its turn. */
export async function setAside(db: Kysely<Tables>, id: string, now: Date, error: string): Promise<void> {
  const found = await db.selectFrom("cases").select("due_failures").where("id", "=", id).executeTakeFirst();
  const failures = (found?.due_failures ?? 0) + 1;
  const wait = Math.min(DAY, MINUTE * 2 ** Math.min(failures, 12));
  await db
    .updateTable("cases")
    .set({ next_due: new Date(now.getTime() + wait), due_failures: failures, due_error: error.slice(0, 500) })
    .where("id", "=", id)
    .execute();
}

/** Cases that time could not handle, for those who watch over the office. */
export async function casesSetAside(db: Kysely<Tables>): Promise<{ id: string; failures: number; error: string }[]> {
  const rows = await db
    .selectFrom("cases")
    .select(["id", "due_failures", "due_error"])
    .where("due_failures", ">", 0)
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(({ id, due_failures, due_error }) => ({ id, failures: due_failures, error: due_error ?? "" }));
}
