// What a database holds, as JSON by table: kept as fixtures, one of each schema that was released, so that upgrades are tested against them.
import { type Kysely, sql } from "kysely";
import { sha256 } from "#kit";
import type { Tables } from "../database/tables.ts";

export interface Dump {
  /** The last migration that its schema knows. */
  readonly schema: string;
  /** Of all columns: a migration that was changed after its release shows here. */
  readonly columns: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** What is made anew, or kept by others. */
const LEFT_OUT = new Set(["migrations", "staged_uses", "staged_findings", "staged_outcomes"]);

export async function dump(db: Kysely<Tables>): Promise<Dump> {
  const { id } = await db.selectFrom("migrations").select("id").orderBy("id", "desc").limit(1).executeTakeFirstOrThrow();
  const tables: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
  for (const name of await tableNames(db)) tables[name] = await rowsOf(db, name);
  return { schema: id, columns: await columnsDigest(db), tables };
}

/** Into a database whose schema is the dump's. */
export async function load(db: Kysely<Tables>, { tables }: Dump): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Rows come in any order, and what watches over them has watched before.
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const [name, rows] of Object.entries(tables)) {
      const table = sql.table(name);
      await sql`delete from ${table}`.execute(tx);
      if (rows.length > 0)
        await sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}::json)`.execute(tx);
    }
  });
}

export async function columnsDigest(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ text: string }>`select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as text
    from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'`.execute(db);
  return sha256(
    rows
      .map(({ text }) => text)
      .sort()
      .join("\n"),
  );
}

async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  return rows
    .map(({ name }) => name)
    .filter((name) => !LEFT_OUT.has(name))
    .sort();
}

async function rowsOf(db: Kysely<Tables>, name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<{ rows: readonly Readonly<Record<string, unknown>>[] | null }>`select json_agg(t order by t::text) as rows
    from ${sql.table(name)} t`.execute(db);
  return rows[0]?.rows ?? [];
}
