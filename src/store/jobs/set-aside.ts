// Jobs that nobody could do: tried as often as their queue says, then set aside, so that they keep no other from its turn. Somebody has to look.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface SetAside {
  readonly id: string;
  /** Name of its queue. */
  readonly name: string;
  readonly tries: number;
  readonly because: string;
  readonly orderedAt: Date;
  readonly setAsideAt: Date;
}

const LONGEST = 1000;

/** The last one set aside first. */
export async function listSetAside(db: Kysely<Tables>, limit: number): Promise<readonly SetAside[]> {
  // Where no worker ever began there are no queues.
  const there = await sql<{ name: string | null }>`select to_regclass('jobs.job')::text as name`.execute(db);
  if (!there.rows[0]?.name) return [];
  const { rows } = await sql<SetAside>`select id, name, retry_count + 1 as tries, coalesce(output->>'message', '') as because,
      created_on as "orderedAt", coalesce(completed_on, created_on) as "setAsideAt"
    from jobs.job where state = 'failed' order by completed_on desc nulls last, id limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, because: row.because.slice(0, LONGEST) }));
}
