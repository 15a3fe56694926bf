// Reports by e-mail, every month or quarter: made, listed, ended; and which are due.
import type { Kysely, Selectable, Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface NewSchedule {
  readonly person: string;
  readonly team?: string | undefined;
  readonly report: string;
  readonly product?: string | undefined;
  readonly language: "en" | "de";
  readonly every: "month" | "quarter";
}

export interface Schedule extends NewSchedule {
  readonly id: string;
  readonly next: Date;
  readonly last?: Date;
}

/** At six in the morning (UTC) of the first day of the next month or quarter. */
export function nextOf(every: NewSchedule["every"], after: Date): Date {
  const month = every === "month" ? after.getUTCMonth() + 1 : (Math.floor(after.getUTCMonth() / 3) + 1) * 3;
  return new Date(Date.UTC(after.getUTCFullYear(), month, 1, 6));
}

export async function makeSchedule(tx: Kysely<Tables>, schedule: NewSchedule, at: Date): Promise<string> {
  const { person, team, report, product, language, every } = schedule;
  const { id } = await tx
    .insertInto("report_schedules")
    .values({
      person,
      team: team ?? null,
      report,
      product: product ?? null,
      language,
      every,
      next_at: nextOf(every, at),
      last_at: null,
      made_at: at,
      ended_at: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Those of one person, and those for teams: the newest first. */
export async function listSchedules(db: Kysely<Tables>, person: string, teams: readonly string[]): Promise<Schedule[]> {
  const rows = await db
    .selectFrom("report_schedules")
    .selectAll()
    .where("ended_at", "is", null)
    .where((where) => where.or([where("person", "=", person), ...(teams.length === 0 ? [] : [where("team", "in", teams)])]))
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(scheduleOf);
}

/** Whether there was one of theirs to end. */
export async function endSchedule(tx: Kysely<Tables>, id: string, person: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("report_schedules")
    .set({ ended_at: at })
    .where("id", "=", id)
    .where("person", "=", person)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes those that are due and sets when they come again: a server that was away sends once, not once for each time missed. */
export async function takeDueSchedules(tx: Transaction<Tables>, now: Date, limit: number): Promise<Schedule[]> {
  await bringBack(tx, now);
  const rows = await tx
    .selectFrom("report_schedules")
    .selectAll()
    .where("ended_at", "is", null)
    .where("next_at", "<=", now)
    .orderBy("next_at")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, every } of rows)
    await tx
      .updateTable("report_schedules")
      .set({ next_at: nextOf(every, now), last_at: now })
      .where("id", "=", id)
      .execute();
  return rows.map(scheduleOf);
}

/** What a clock that went ahead sent or made before its time comes again as it would have. */
async function bringBack(tx: Transaction<Tables>, now: Date): Promise<void> {
  for (const every of ["month", "quarter"] as const) {
    const next = nextOf(every, now);
    await tx.updateTable("report_schedules").set({ next_at: next }).where("every", "=", every).where("next_at", ">", next).execute();
  }
}

function scheduleOf(row: Selectable<Tables["report_schedules"]>): Schedule {
  const { id, person, team, report, product, language, every, next_at, last_at } = row;
  return {
    id,
    person,
    report,
    language,
    every,
    next: next_at,
    ...(team === null ? {} : { team }),
    ...(product === null ? {} : { product }),
    ...(last_at === null ? {} : { last: last_at }),
  };
}
