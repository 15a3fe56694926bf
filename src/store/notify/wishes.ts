// How somebody wants to be told, and where the calendar of their dates is.
import type { Sql } from "../people/people.ts";
import { digestOf, newSecret } from "../people/secrets.ts";

export interface NoticeWish {
  readonly mail: "at-once" | "daily" | "weekly" | "never";
  readonly language: "en" | "de" | undefined;
}

export async function wishOf(sql: Sql, person: string): Promise<NoticeWish> {
  const row = await sql.selectFrom("notice_wishes").select(["mail", "language"]).where("person", "=", person).executeTakeFirst();
  return { mail: row?.mail ?? "daily", language: row?.language ?? undefined };
}

export async function setWish(sql: Sql, person: string, { mail, language }: NoticeWish): Promise<void> {
  const values = { mail, language: language ?? null };
  await sql
    .insertInto("notice_wishes")
    .values({ person, ...values })
    .onConflict((conflict) => conflict.column("person").doUpdateSet(values))
    .execute();
}

/** Gives the secret of a new address; the one before ends. */
export async function makeCalendar(sql: Sql, person: string, at: Date): Promise<string> {
  const secret = newSecret();
  const values = { hash: digestOf(secret), made_at: at };
  await sql
    .insertInto("calendars")
    .values({ person, ...values })
    .onConflict((conflict) => conflict.column("person").doUpdateSet(values))
    .execute();
  return secret;
}

export async function dropCalendar(sql: Sql, person: string): Promise<boolean> {
  const { numDeletedRows } = await sql.deleteFrom("calendars").where("person", "=", person).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose calendar it is, while they are here. */
export async function calendarOwner(sql: Sql, secret: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return sql
    .selectFrom("calendars")
    .innerJoin("people", "people.id", "calendars.person")
    .select(["people.id", "people.name"])
    .where("hash", "=", digestOf(secret))
    .where("state", "=", "active")
    .executeTakeFirst();
}
