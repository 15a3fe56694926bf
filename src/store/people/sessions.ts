// Sessions: known by a secret in a cookie, kept by its digest. One ends when nobody uses it for a while, and at the latest after its lifetime.
import { digestOf, newSecret } from "./secrets.ts";
import type { Sql } from "./people.ts";

export interface SessionTimes {
  /** Milliseconds without use after which it ends. */
  readonly idle: number;
  /** Milliseconds after which it ends in any case. */
  readonly lifetime: number;
}

export interface NewSession {
  readonly person: string;
  readonly how: "provider" | "link";
  readonly issuer?: string | undefined;
  /** What it was begun with, for its owner to recognise. */
  readonly client: string;
}

export interface Session {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly how: "provider" | "link";
  readonly issuer: string | undefined;
  readonly client: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

/** Clocks of servers differ by so much. What is dated later was begun or used while a clock was wrong, and would hold for as long as that: it has ended. */
const CLOCKS_DIFFER = 5 * 60_000;

/** Use is noted at most once a minute: a write for every read would cost more than it tells. */
const NOTED_EVERY = 60_000;

/** Gives the secret, which is not kept. */
export async function beginSession(sql: Sql, { person, how, issuer, client }: NewSession, at: Date, times: SessionTimes): Promise<string> {
  const secret = newSecret();
  await sql.deleteFrom("sessions").where("ends_at", "<", at).execute();
  await sql
    .insertInto("sessions")
    .values({
      hash: digestOf(secret),
      person,
      how,
      issuer: issuer ?? null,
      client: client.slice(0, 200),
      began_at: at,
      seen_at: at,
      ends_at: new Date(at.getTime() + times.lifetime),
    })
    .execute();
  await sql.updateTable("people").set({ seen_at: at }).where("id", "=", person).execute();
  return secret;
}

/** The session of a secret, if it has not ended and its person has not left. */
export async function useSession(sql: Sql, secret: string, at: Date, { idle }: SessionTimes): Promise<Session | undefined> {
  const row = await read(sql).where("hash", "=", digestOf(secret)).where("people.state", "=", "active").executeTakeFirst();
  if (!row || isAhead(row, at) || row.ends_at <= at || row.seen_at.getTime() + idle <= at.getTime()) return undefined;
  if (at.getTime() - row.seen_at.getTime() > NOTED_EVERY) {
    await sql.updateTable("sessions").set({ seen_at: at }).where("id", "=", row.id).where("seen_at", "<", at).execute();
  }
  return asSession(row);
}

function isAhead({ seen_at }: { readonly seen_at: Date }, at: Date): boolean {
  return seen_at.getTime() > at.getTime() + CLOCKS_DIFFER;
}

export async function sessionsOf(sql: Sql, person: string, at: Date, { idle }: SessionTimes): Promise<Session[]> {
  const rows = await read(sql)
    .where("person", "=", person)
    .where("ends_at", ">", at)
    .where("sessions.seen_at", ">", new Date(at.getTime() - idle))
    .orderBy("began_at", "desc")
    .execute();
  return rows.map(asSession);
}

/** Ends one session of somebody; false where they have none of that id. */
export async function endSession(sql: Sql, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await sql.deleteFrom("sessions").where("person", "=", person).where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function endSessionsOf(sql: Sql, person: string): Promise<number> {
  const { numDeletedRows } = await sql.deleteFrom("sessions").where("person", "=", person).executeTakeFirst();
  return Number(numDeletedRows);
}

function read(sql: Sql) {
  return sql.selectFrom("sessions").innerJoin("people", "people.id", "sessions.person").selectAll("sessions").select("people.name as name");
}

function asSession(row: {
  id: string;
  person: string;
  name: string;
  how: "provider" | "link";
  issuer: string | null;
  client: string;
  began_at: Date;
  seen_at: Date;
  ends_at: Date;
}): Session {
  const { id, person, name, how, client } = row;
  return {
    id,
    person,
    name,
    how,
    client,
    issuer: row.issuer ?? undefined,
    beganAt: row.began_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  };
}
