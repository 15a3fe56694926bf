// How requests flow through the office lately: how many were decided, how long that took, and how many did not hold; and which of a kind still wait.
import { type Kysely, sql } from "kysely";
import type { KeptCases } from "#scan";
import type { Tables } from "../database/tables.ts";

export interface CaseFlow {
  readonly opened: number;
  readonly decided: number;
  /** Middle of the hours from opening to decision; absent where nothing was decided. */
  readonly medianHours?: number;
  /** Decisions that another has taken the place of. */
  readonly overturned: number;
  /** Not decided, and past their service level. */
  readonly overdue: number;
}

export async function caseFlow(db: Kysely<Tables>, since: Date, now: Date): Promise<CaseFlow> {
  const [decided, opened, overdue] = await Promise.all([
    sql<{ decided: number; hours: number | null; overturned: number }>`
      select count(*)::integer as decided, count(*) filter (where phase = 'superseded')::integer as overturned,
        percentile_cont(0.5) within group (order by extract(epoch from decided_at - opened_at) / 3600)::float8 as hours
      from cases where decided_at > ${since}`.execute(db),
    sql<{ count: number }>`select count(*)::integer as count from cases where opened_at > ${since} and changed_at > ${since}`.execute(db),
    sql<{ count: number }>`select count(*)::integer as count from cases where due_at < ${now} and decided_at is null`.execute(db),
  ]);
  const found = decided.rows[0];
  return {
    opened: opened.rows[0]?.count ?? 0,
    decided: found?.decided ?? 0,
    overturned: found?.overturned ?? 0,
    overdue: overdue.rows[0]?.count ?? 0,
    ...(found?.hours === null || found?.hours === undefined ? {} : { medianHours: found.hours }),
  };
}

/** Cases of these kinds that nobody has decided, and the kinds of which there is one at all. */
export async function casesOfKinds(db: Kysely<Tables>, kinds: readonly string[]): Promise<KeptCases> {
  const [known, open] = await Promise.all([
    db.selectFrom("cases").select("kind").distinct().where("kind", "in", kinds).where("phase", "<>", "draft").execute(),
    db
      .selectFrom("cases")
      .select("state")
      .where("kind", "in", kinds)
      .where("phase", "<>", "draft")
      .where("decided_at", "is", null)
      .orderBy("id")
      .execute(),
  ]);
  return { kinds: known.map(({ kind }) => kind), open: open.map(({ state }) => state) };
}
