// One dialect, two ways to it: PGlite in a folder of its own for one process, or a PostgreSQL that many servers and workers share.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect } from "kysely";
import { AllmendError } from "#kit";
import { lockFolder } from "./lock-folder.ts";
import type { Tables } from "./tables.ts";

export interface Database {
  readonly kind: "embedded" | "server";
  readonly sql: Kysely<Tables>;
  /** The embedded database itself, for what speaks to it beside Kysely (jobs); undefined for a server. */
  readonly embedded?: PGlite;
  /** Address of the server; undefined when embedded. */
  readonly url?: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `postgres://…`: a server. Without it, embedded in `folder`. */
  readonly url?: string;
  /** Folder of the embedded database, made if absent; `memory` keeps it in memory (tests). */
  readonly folder?: string;
  /** Connections to a server at most. Default 10. */
  readonly connections?: number;
}

/** Opens a database; does not migrate it. Throws AllmendError `database-in-use` when another process has the embedded one. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.url === undefined ? openEmbedded(options.folder ?? "memory") : openServer(options.url, options.connections ?? 10);
}

async function openEmbedded(folder: string): Promise<Database> {
  const [{ PGlite: Embedded }, { pg_trgm }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
  ]);
  const lock = folder === "memory" ? undefined : await lockFolder(folder);
  try {
    if (folder !== "memory") mkdirSync(folder, { recursive: true, mode: 0o700 });
    const embedded = await Embedded.create({
      ...(folder === "memory" ? {} : { dataDir: join(folder, "data") }),
      extensions: { pg_trgm },
    });
    return overEmbedded(embedded, () => lock?.release());
  } catch (cause) {
    await lock?.release();
    throw cause;
  }
}

/** `closed` is called once it is closed. */
export function overEmbedded(embedded: PGlite, closed: () => Promise<void> | undefined): Database {
  const sql = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: embedded }) });
  return {
    kind: "embedded",
    sql,
    embedded,
    async close() {
      await sql.destroy();
      if (!embedded.closed) await embedded.close();
      await closed();
    },
  };
}

async function openServer(url: string, connections: number): Promise<Database> {
  const { default: pg } = await import("pg");
  // Counts are below 2^53 here; as text they would surprise everyone who adds them up.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000, application_name: "allmend" });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on("error", () => undefined);
  // Nor must one that breaks between two queries of a transaction: the next query says so to whoever asks.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  const sql = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kind: "server", sql, url, close: () => sql.destroy() };
}

/** Whether the database answers. Throws AllmendError `database-gone` that says so for people. */
export async function ping(database: Database): Promise<void> {
  try {
    await database.sql.selectNoFrom((eb) => eb.lit(1).as("one")).execute();
  } catch (cause) {
    throw new AllmendError("database-gone", "upstream", "the database does not answer", {
      hint: database.kind === "server" ? "Check DATABASE_URL and that PostgreSQL runs." : "Look at the free space of ALLMEND_HOME.",
      cause,
    });
  }
}
