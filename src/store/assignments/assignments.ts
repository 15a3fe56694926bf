// Findings that somebody gave to somebody: kept by the finding's id, which lives through judgements and updates, so that it is there again afterwards.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { nextGeneration } from "../results/counts.ts";
import { type Units, visible } from "../results/lists/visible.ts";

export interface Assignment {
  /** Id of a person or of a team. */
  readonly owner: string;
  readonly note?: string;
  readonly by: string;
  readonly at: Date;
}

/** Takes the place of whatever was there for these findings. */
export async function assign(tx: Transaction<Tables>, findings: readonly string[], { owner, note, by, at }: Assignment): Promise<void> {
  if (findings.length === 0) return;
  const kept = { owner, note: note ?? null, by, at };
  await tx
    .insertInto("assignments")
    .values(findings.map((finding) => ({ finding, ...kept })))
    .onConflict((conflict) => conflict.column("finding").doUpdateSet(kept))
    .execute();
  await nextGeneration(tx);
}

/** Gives those that were assigned. */
export async function takeBack(tx: Transaction<Tables>, findings: readonly string[]): Promise<readonly string[]> {
  if (findings.length === 0) return [];
  const gone = await tx.deleteFrom("assignments").where("finding", "in", findings).returning("finding").execute();
  if (gone.length > 0) await nextGeneration(tx);
  return gone.map(({ finding }) => finding);
}

export async function assignmentOf(db: Kysely<Tables>, finding: string): Promise<Assignment | undefined> {
  const row = await db.selectFrom("assignments").selectAll().where("finding", "=", finding).executeTakeFirst();
  if (!row) return undefined;
  const { owner, note, by, at } = row;
  return { owner, ...(note === null ? {} : { note }), by, at };
}

/** Of these ids those that are findings, there for these units. */
export async function findingsThere(db: Kysely<Tables>, ids: readonly string[], units: Units): Promise<ReadonlySet<string>> {
  const found = await sql<{
    id: string;
  }>`select f.id from findings f where f.id = any(${[...ids]}::text[]) and ${visible(sql`f.unit`, units)}`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

/** How many findings that are still there somebody was given. */
export async function countAssigned(db: Kysely<Tables>, owner: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from assignments a
    join findings f on f.id = a.finding where a.owner = ${owner} and f.gone_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}
