// A dump into an empty database, all or nothing, and then on to the newest schema.
import { sql, type Transaction } from "kysely";
import { AllmendError } from "#kit";
import { z } from "zod";
import { migrate } from "../database/migrate.ts";
import type { Database } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";
import { DUMP, tablesInOrder } from "./dump.ts";

const head = z.object({
  schema: z.literal(DUMP),
  at: z.string(),
  migrations: z.array(z.string()).min(1),
  sequences: z.record(z.string(), z.number().int()),
});
const end = z.object({ end: z.literal(true), rows: z.int() });
const row = /^\{"t":("(?:[a-z_]{1,63})"),"r":(\{.*\})\}$/s;

const BATCH = 500;
const BATCH_BYTES = 4 * 1024 * 1024;

export interface Restored {
  readonly rows: number;
  /** When the dump was made. */
  readonly at: string;
}

/** Throws AllmendError `dump-unreadable` for what is no whole dump, `database-not-empty` where something would be overwritten. */
export async function restoreDatabase(database: Database, lines: AsyncIterable<string>): Promise<Restored> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const { migrations, sequences, at } = read(head, first.done ? "" : first.value, "its first line is none of a dump");
  await refuseUnlessEmpty(database);
  await migrate(database, { upTo: migrations.at(-1) ?? "" });
  const rows = await database.sql.transaction().execute(async (tx) => {
    const tables = await tablesInOrder(tx);
    // What migrations put there themselves comes from the dump as well.
    for (const table of [...tables].reverse()) await sql`delete from ${sql.table(table)}`.execute(tx);
    const count = await insertAll(tx, iterator, new Set(tables));
    for (const [name, last] of Object.entries(sequences)) await sql`select setval(${name}::regclass, ${last})`.execute(tx);
    return count;
  });
  await migrate(database);
  return { rows, at };
}

async function refuseUnlessEmpty(database: Database): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from information_schema.tables where table_schema = 'public' and table_name = 'migrations'`.execute(
    database.sql,
  );
  if (rows[0]?.count === 0) return;
  throw new AllmendError("database-not-empty", "conflict", "the database is not empty", { hint: "Restore into a new one." });
}

async function insertAll(tx: Transaction<Tables>, lines: AsyncIterator<string>, tables: ReadonlySet<string>): Promise<number> {
  const batch = { table: "", rows: [] as string[], bytes: 0 };
  const flush = async () => {
    if (batch.rows.length > 0) await insertRows(tx, batch.table, batch.rows);
    batch.rows = [];
    batch.bytes = 0;
  };
  for (let count = 0; ; count++) {
    const next = await lines.next();
    if (next.done) throw unreadable("its end is missing");
    const [, name, text] = row.exec(next.value) ?? [];
    if (name === undefined || text === undefined) {
      const { rows } = read(end, next.value, "a line is none of a dump");
      if (rows !== count) throw unreadable(`it says that it has ${rows} rows, and has ${count}`);
      await flush();
      return count;
    }
    const table = JSON.parse(name) as string;
    if (!tables.has(table)) throw unreadable(`its schema has no table ${table}`);
    if (table !== batch.table || batch.rows.length >= BATCH || batch.bytes > BATCH_BYTES) await flush();
    batch.table = table;
    batch.rows.push(text);
    batch.bytes += text.length;
  }
}

async function insertRows(tx: Transaction<Tables>, table: string, rows: readonly string[]): Promise<void> {
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(tx);
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  try {
    await sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(",")}]`}::jsonb)`.execute(tx);
  } catch (cause) {
    // A row that the schema does not take (class 22 and 23) is the dump's fault.
    if (/^2[23]/.test(String((cause as { code?: unknown }).code)))
      throw unreadable(`rows of ${table} do not fit: ${(cause as Error).message}`, cause);
    throw cause;
  }
}

function read<T extends z.ZodType>(schema: T, line: string, otherwise: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw unreadable(otherwise, cause);
  }
}

function unreadable(why: string, cause?: unknown): AllmendError {
  return new AllmendError("dump-unreadable", "input", `the dump cannot be read: ${why}`, {
    hint: "Nothing was restored. Make it again.",
    cause,
  });
}
