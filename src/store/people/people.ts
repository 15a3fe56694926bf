// People: made when they first sign in or are invited, ended when they leave, never removed: the record refers to them.
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** A connection or a transaction. */
export type Sql = Kysely<Tables>;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly state: "active" | "left";
  readonly createdAt: Date;
  readonly leftAt: Date | undefined;
  readonly seenAt: Date | undefined;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
}

/** Undefined where the id is taken. */
export async function addPerson(sql: Sql, { id, name, email }: NewPerson, at: Date): Promise<Person | undefined> {
  const row = await sql
    .insertInto("people")
    .values({ id, name, email: email ?? null, created_at: at, left_at: null, seen_at: null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && asPerson(row);
}

export async function findPerson(sql: Sql, id: string): Promise<Person | undefined> {
  const row = await sql.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asPerson(row);
}

/** Names by id; who is not known is not in it. */
export async function namesOf(sql: Sql, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await sql.selectFrom("people").select(["id", "name"]).where("id", "in", ids).execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Ids of those who left. */
export async function whoLeft(sql: Sql): Promise<string[]> {
  return (await sql.selectFrom("people").select("id").where("state", "=", "left").execute()).map(({ id }) => id);
}

/** Of these ids and addresses, in lower case, those of people who left. */
export async function leftAmong(sql: Sql, names: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(names.map((name) => name.toLowerCase()))];
  if (wanted.length === 0) return new Set();
  const rows = await sql
    .selectFrom("people")
    .select(({ fn }) => [fn<string>("lower", ["id"]).as("id"), fn<string | null>("lower", ["email"]).as("email")])
    .where("state", "=", "left")
    .where(({ or, eb, fn }) => or([eb(fn("lower", ["id"]), "in", wanted), eb(fn("lower", ["email"]), "in", wanted)]))
    .execute();
  const theirs = new Set(rows.flatMap(({ id, email }) => (email === null ? [id] : [id, email])));
  return new Set(wanted.filter((name) => theirs.has(name)));
}

export async function hasPeople(sql: Sql): Promise<boolean> {
  return (await sql.selectFrom("people").select("id").limit(1).executeTakeFirst()) !== undefined;
}

export interface PeoplePage {
  readonly search?: string | undefined;
  readonly state?: "active" | "left" | undefined;
  /** Id of the last of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listPeople(sql: Sql, { search, state, after, limit }: PeoplePage): Promise<Person[]> {
  const like = search === undefined ? undefined : `%${search.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await sql
    .selectFrom("people")
    .selectAll()
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "active"))
    .$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
    .$if(like !== undefined, (query) =>
      query.where((where) => where.or([where(where.fn("lower", ["name"]), "like", like), where("id", "like", like ?? "")])),
    )
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asPerson);
}

export async function rename(sql: Sql, id: string, change: { name?: string | undefined; email?: string | undefined }): Promise<void> {
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.email === undefined ? {} : { email: change.email }),
  };
  if (Object.keys(set).length > 0) await sql.updateTable("people").set(set).where("id", "=", id).execute();
}

/** The one whom a provider knows under this subject. */
export async function personOf(sql: Sql, issuer: string, subject: string): Promise<Person | undefined> {
  const row = await sql
    .selectFrom("identities")
    .innerJoin("people", "people.id", "identities.person")
    .selectAll("people")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row && asPerson(row);
}

export async function issuersOf(sql: Sql, person: string): Promise<string[]> {
  const rows = await sql.selectFrom("identities").select("issuer").where("person", "=", person).execute();
  return rows.map(({ issuer }) => issuer);
}

export async function linkIdentity(sql: Sql, identity: { issuer: string; subject: string; person: string }, at: Date): Promise<void> {
  await sql
    .insertInto("identities")
    .values({ ...identity, created_at: at })
    .execute();
}

export async function markLeft(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.updateTable("people").set({ state: "left", left_at: at }).where("id", "=", id).execute();
}

export async function markReturned(sql: Sql, id: string): Promise<void> {
  await sql.updateTable("people").set({ state: "active", left_at: null }).where("id", "=", id).execute();
}

function asPerson(row: {
  id: string;
  name: string;
  email: string | null;
  state: "active" | "left";
  created_at: Date;
  left_at: Date | null;
  seen_at: Date | null;
}): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email ?? undefined,
    state: row.state,
    createdAt: row.created_at,
    leftAt: row.left_at ?? undefined,
    seenAt: row.seen_at ?? undefined,
  };
}
