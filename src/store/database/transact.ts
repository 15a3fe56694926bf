// One transaction, tried again where two stood in each other's way and the database let one of them go.
import { setTimeout as wait } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { Database } from "./open.ts";
import type { Tables } from "./tables.ts";

const DEADLOCK = "40P01";
const SERIALIZATION = "40001";
const TRIES = 5;

/** Runs `work` in a transaction. It may run several times: what it does outside of the database it does after. */
export async function transact<T>(database: Database, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.sql.transaction().execute(work);
    } catch (cause) {
      if (attempt === TRIES || !isConflict(cause)) throw cause;
      await wait(Math.random() * 20 * attempt);
    }
  }
}

function isConflict(cause: unknown): boolean {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return code === DEADLOCK || code === SERIALIZATION;
}
