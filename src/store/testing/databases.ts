// The same test on both kinds of database: embedded, and a real PostgreSQL that npm brings, started once per test file.
import { afterAll, beforeAll, describe } from "vitest";
import { migrate } from "../database/migrate.ts";
import { type Database, openDatabase } from "../database/open.ts";
import { emptyInMemory, freshInMemory } from "./empty-embedded.ts";
import { type RunningPostgres, startPostgres } from "./postgres.ts";

export { emptyInMemory, freshInMemory, layEmptyDatabase } from "./empty-embedded.ts";
export { freePort } from "./free-port.ts";
export { type RunningPostgres, startPostgres } from "./postgres.ts";

export interface TestDatabase {
  /** An empty, migrated database of its own; closed at the end of the file. */
  fresh(): Promise<Database>;
  /** One that has not been migrated; closed at the end of the file. */
  empty(): Promise<Database>;
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
  const kept = (database: Database) => {
    open.push(database);
    return database;
  };
  return {
    fresh: async () => kept(await freshInMemory()),
    empty: async () => kept(await emptyInMemory()),
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
  const empty = async () => {
    const database = await openDatabase({ url: await address() });
    open.push(database);
    return database;
  };
  return {
    async fresh() {
      const database = await empty();
      await migrate(database);
      return database;
    },
    empty,
    address,
  };
}
