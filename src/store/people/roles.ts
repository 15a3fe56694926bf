// Roles that were given to people, by somebody or by the identity provider. What the organisation's document says comes on top, elsewhere.
import type { Sql } from "./people.ts";

export interface Grant {
  readonly role: string;
  readonly lane?: string | undefined;
  readonly board?: string | undefined;
  readonly unit?: string | undefined;
}

export interface KeptGrant extends Grant {
  readonly id: string;
  readonly person: string;
  readonly source: "granted" | "provider";
  readonly by: string;
  readonly at: Date;
  readonly until: Date | undefined;
}

export async function giveRole(sql: Sql, person: string, grant: Grant, by: string, at: Date, until?: Date): Promise<KeptGrant> {
  const row = await sql
    .insertInto("role_grants")
    .values({
      ...rowOf(grant),
      person,
      source: "granted",
      given_by: by,
      given_at: at,
      ends_at: until ?? null,
      ended_at: null,
      ended_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return asGrant(row);
}

/** Undefined where there is no such grant in force. */
export async function endRole(sql: Sql, id: string, by: string, at: Date): Promise<KeptGrant | undefined> {
  const row = await sql
    .updateTable("role_grants")
    .set({ ended_at: at, ended_by: by })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && asGrant(row);
}

/** Roles of somebody at a moment. */
export async function rolesOf(sql: Sql, person: string, at: Date): Promise<KeptGrant[]> {
  const rows = await inForce(sql, at).where("role_grants.person", "=", person).orderBy("given_at").orderBy("role_grants.id").execute();
  return rows.map(asGrant);
}

/** Roles of everybody at a moment. */
export async function grantsInForce(sql: Sql, at: Date): Promise<KeptGrant[]> {
  const rows = await inForce(sql, at).orderBy("given_at").orderBy("role_grants.id").execute();
  return rows.map(asGrant);
}

/** People who hold a role, and have not left. */
export async function holdersOf(sql: Sql, role: string, at: Date): Promise<string[]> {
  const rows = await inForce(sql, at)
    .innerJoin("people", "people.id", "role_grants.person")
    .where("people.state", "=", "active")
    .where("role", "=", role)
    .execute();
  return [...new Set(rows.map(({ person }) => person))].sort();
}

/** What the provider says now takes the place of what it said before. Gives what changed. */
export async function setProviderRoles(
  sql: Sql,
  person: string,
  wanted: readonly Grant[],
  issuer: string,
  at: Date,
): Promise<{ readonly given: readonly Grant[]; readonly ended: readonly Grant[] }> {
  const had = (await rolesOf(sql, person, at)).filter(({ source }) => source === "provider");
  const given = wanted.filter((grant) => !had.some((other) => same(grant, other)));
  const ended = had.filter((grant) => !wanted.some((other) => same(grant, other)));
  for (const { id } of ended) await endRole(sql, id, issuer, at);
  for (const grant of given) {
    await sql
      .insertInto("role_grants")
      .values({
        ...rowOf(grant),
        person,
        source: "provider",
        given_by: issuer,
        given_at: at,
        ends_at: null,
        ended_at: null,
        ended_by: null,
      })
      .execute();
  }
  return { given, ended };
}

function inForce(sql: Sql, at: Date) {
  return sql
    .selectFrom("role_grants")
    .selectAll("role_grants")
    .where("ended_at", "is", null)
    .where((where) => where.or([where("ends_at", "is", null), where("ends_at", ">", at)]));
}

export function same(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.lane === b.lane && a.board === b.board && a.unit === b.unit;
}

function rowOf({ role, lane, board, unit }: Grant) {
  return { role, lane: lane ?? null, board: board ?? null, unit: unit ?? null };
}

function asGrant(row: {
  id: string;
  person: string;
  role: string;
  lane: string | null;
  board: string | null;
  unit: string | null;
  source: "granted" | "provider";
  given_by: string;
  given_at: Date;
  ends_at: Date | null;
}): KeptGrant {
  return {
    id: row.id,
    person: row.person,
    role: row.role,
    lane: row.lane ?? undefined,
    board: row.board ?? undefined,
    unit: row.unit ?? undefined,
    source: row.source,
    by: row.given_by,
    at: row.given_at,
    until: row.ends_at ?? undefined,
  };
}
