// The whole database as lines of JSON, the same from an embedded one and from a server, so that one becomes the other. Rows are written as PostgreSQL
// writes them and never pass through numbers of JavaScript.
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";

export const DUMP = "allmend.dump/1";
const BATCH = 500;

/** Writes one state of the database, line by line. Jobs that wait are not part of it. */
export async function dumpDatabase(
  database: Database,
  now: Date,
  write: (line: string) => Promise<void>,
): Promise<{ readonly rows: number }> {
  return database.sql
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const migrations = await tx.selectFrom("migrations").select("id").orderBy("id").execute();
      const head = { schema: DUMP, at: now.toISOString(), migrations: migrations.map(({ id }) => id), sequences: await sequencesOf(tx) };
      await write(`${JSON.stringify(head)}\n`);
      let rows = 0;
      for (const table of await tablesInOrder(tx)) rows += await dumpTable(tx, table, write);
      await write(`${JSON.stringify({ end: true, rows })}\n`);
      return { rows };
    });
}

async function dumpTable(tx: Transaction<Tables>, table: string, write: (line: string) => Promise<void>): Promise<number> {
  await sql`declare dumped no scroll cursor for select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(tx);
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(BATCH)} from dumped`.execute(tx);
    for (const { row } of rows) await write(`{"t":${JSON.stringify(table)},"r":${row}}\n`);
    count += rows.length;
    if (rows.length < BATCH) break;
  }
  await sql`close dumped`.execute(tx);
  return count;
}

async function sequencesOf(tx: Transaction<Tables>): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; last: number | null }>`
    select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`.execute(tx);
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, Number(last)] as const])));
}

/** Tables of ours, each after those that it refers to. */
export async function tablesInOrder(tx: Transaction<Tables>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations' order by 1`.execute(tx);
  const { rows: references } = await sql<{ from: string; to: string }>`
    select f.relname as from, t.relname as to from pg_constraint c
    join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`.execute(tx);
  const ordered: string[] = [];
  const visit = (name: string, above: ReadonlySet<string>) => {
    if (ordered.includes(name) || above.has(name)) return;
    for (const { from, to } of references) if (from === name) visit(to, new Set([...above, name]));
    ordered.push(name);
  };
  for (const { name } of tables) visit(name, new Set());
  return ordered;
}
