// From any earlier schema to this one, in order, once, however many servers begin at the same time.
import { type Generated, sql, type Transaction } from "kysely";
import { AllmendError } from "#kit";
import { type Migration, migrations } from "../migrations/index.ts";
import type { Database } from "./open.ts";
import type { Tables } from "./tables.ts";

export interface MigrationTables {
  migrations: { id: string; done_at: Generated<Date> };
}

/** Any number, known to nothing else: who holds it migrates. */
const MIGRATION_LOCK = 0x616c6d64;

export interface MigrateOptions {
  /** Last migration to run, for tests of upgrades. */
  readonly upTo?: string;
}

/**
 * Runs what has not run yet, all in one transaction, and gives the ids. Throws AllmendError `database-newer` when the database knows
 * migrations that this program does not.
 */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<string[]> {
  return database.sql.transaction().execute(async (tx) => {
    if (database.kind === "server") await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    await sql`create table if not exists migrations (id text primary key, done_at timestamptz not null default now())`.execute(tx);
    const done = new Set((await tx.selectFrom("migrations").select("id").execute()).map(({ id }) => id));
    refuseNewer(done);
    return runAll(
      tx,
      wanted(options.upTo).filter(({ id }) => !done.has(id)),
    );
  });
}

function wanted(upTo: string | undefined): readonly Migration[] {
  if (upTo === undefined) return migrations;
  return migrations.slice(0, migrations.findIndex(({ id }) => id === upTo) + 1);
}

async function runAll(tx: Transaction<Tables>, toDo: readonly Migration[]): Promise<string[]> {
  for (const { id, up } of toDo) {
    await up(tx);
    await tx.insertInto("migrations").values({ id }).execute();
  }
  return toDo.map(({ id }) => id);
}

function refuseNewer(done: ReadonlySet<string>): void {
  const known = new Set(migrations.map(({ id }) => id));
  const unknown = [...done].filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw new AllmendError("database-newer", "input", `the database was made by a newer Allmend (${unknown.join(", ")})`, {
    hint: "Run that version, or restore the dump from before its upgrade.",
  });
}
