// Tokens for programs. Shown once when made; kept are a digest and the beginning, by which their owner knows them.
import { digestOf, newSecret } from "./secrets.ts";
import type { Sql } from "./people.ts";

export interface NewToken {
  readonly name: string;
  /** `personal` dies with its person's leave; `service` belongs to the office. */
  readonly kind: "personal" | "service";
  /** Whose it is; of a service token, who answers for it, if anybody does. */
  readonly person: string | undefined;
  readonly scopes: readonly string[];
  /** Units that it is for; all where absent. */
  readonly units?: readonly string[] | undefined;
  readonly endsAt: Date;
}

export interface Token extends NewToken {
  readonly id: string;
  readonly prefix: string;
  readonly madeAt: Date;
  readonly usedAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

const PREFIX = "allmend_";
const SHOWN = PREFIX.length + 6;
const NOTED_EVERY = 60_000;

/** Gives the token and its secret, which is not kept. */
export async function makeToken(sql: Sql, token: NewToken, at: Date): Promise<{ readonly token: Token; readonly secret: string }> {
  const secret = `${PREFIX}${newSecret()}`;
  const row = await sql
    .insertInto("tokens")
    .values({
      hash: digestOf(secret),
      prefix: secret.slice(0, SHOWN),
      name: token.name,
      kind: token.kind,
      person: token.person ?? null,
      scopes: [...token.scopes],
      units: token.units ? [...token.units] : null,
      made_at: at,
      ends_at: token.endsAt,
      used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { token: asToken(row), secret };
}

/** The token of a secret, if it holds and its person has not left. */
export async function findToken(sql: Sql, secret: string, at: Date): Promise<Token | undefined> {
  if (!secret.startsWith(PREFIX)) return undefined;
  const row = await sql
    .selectFrom("tokens")
    .leftJoin("people", "people.id", "tokens.person")
    .selectAll("tokens")
    .where("hash", "=", digestOf(secret))
    .where("revoked_at", "is", null)
    .where("ends_at", ">", at)
    .where((where) => where.or([where("people.state", "=", "active"), where("kind", "=", "service")]))
    .executeTakeFirst();
  if (!row) return undefined;
  if (!row.used_at || at.getTime() - row.used_at.getTime() > NOTED_EVERY) {
    await sql.updateTable("tokens").set({ used_at: at }).where("id", "=", row.id).execute();
  }
  return asToken(row);
}

/** Of one person, or all. */
export async function listTokens(sql: Sql, person?: string): Promise<Token[]> {
  const rows = await sql
    .selectFrom("tokens")
    .selectAll()
    .$if(person !== undefined, (query) => query.where("person", "=", person ?? ""))
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(1000)
    .execute();
  return rows.map(asToken);
}

/** Undefined where there is none that holds. */
export async function revokeToken(sql: Sql, id: string, by: string, at: Date): Promise<Token | undefined> {
  const row = await sql
    .updateTable("tokens")
    .set({ revoked_at: at, revoked_by: by })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && asToken(row);
}

function asToken(row: {
  id: string;
  prefix: string;
  name: string;
  kind: "personal" | "service";
  person: string | null;
  scopes: string[];
  units: string[] | null;
  made_at: Date;
  ends_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}): Token {
  const { id, prefix, name, kind, scopes } = row;
  return {
    id,
    prefix,
    name,
    kind,
    person: row.person ?? undefined,
    scopes,
    units: row.units ?? undefined,
    madeAt: row.made_at,
    endsAt: row.ends_at,
    usedAt: row.used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
