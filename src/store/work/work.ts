// Long work that people wait for: who asked for it, how far it is, what came of it. Kept in the database, so that any server can tell.
import type { Kysely, Selectable } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface Work {
  readonly id: string;
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly stage?: string;
  readonly done: number;
  readonly of: number;
  readonly by: string;
  readonly beganAt: Date;
  readonly changedAt: Date;
  readonly outcome?: object;
}

export async function beginWork(tx: Kysely<Tables>, { name, by, at }: { name: string; by: string; at: Date }): Promise<string> {
  const row = { name, by, state: "waiting" as const, done: 0, of: 0, began_at: at, changed_at: at };
  const { id } = await tx.insertInto("work").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

export interface Step {
  readonly stage: string;
  readonly done: number;
  readonly of: number;
}

export async function tellWork(db: Kysely<Tables>, id: string, step: Step, at: Date): Promise<void> {
  await db
    .updateTable("work")
    .set({ ...step, state: "running", changed_at: at })
    .where("id", "=", id)
    .execute();
}

export async function endWork(db: Kysely<Tables>, id: string, state: "done" | "failed", outcome: object, at: Date): Promise<void> {
  await db
    .updateTable("work")
    .set({ state, outcome: JSON.stringify(outcome), changed_at: at })
    .where("id", "=", id)
    .execute();
}

export async function workById(db: Kysely<Tables>, id: string): Promise<Work | undefined> {
  const row = await db.selectFrom("work").selectAll().where("id", "=", id).executeTakeFirst();
  return row && workOf(row);
}

/** The newest first. */
export async function listWork(db: Kysely<Tables>, limit: number): Promise<readonly Work[]> {
  return (await db.selectFrom("work").selectAll().orderBy("began_at", "desc").orderBy("id").limit(limit).execute()).map(workOf);
}

function workOf({ stage, outcome, began_at, changed_at, ...row }: Selectable<Tables["work"]>): Work {
  return {
    ...row,
    ...(stage === null ? {} : { stage }),
    ...(outcome === null ? {} : { outcome }),
    beganAt: began_at,
    changedAt: changed_at,
  };
}
