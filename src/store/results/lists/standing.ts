// What is open now, by product and outcome, and how much of it is older than given moments: what a figure of open findings is made from.
import { type Kysely, sql } from "kysely";
import type { Outcome } from "#program";
import type { Tables } from "../../database/tables.ts";
import { outcomeOf } from "../codes.ts";
import { OPEN } from "./counting.ts";

export interface StandingFindings {
  readonly product?: string;
  readonly outcome: Outcome;
  /** Without those that stand in a baseline. */
  readonly open: number;
  /** Those first seen at these moments or before, in the order in which they were asked for; with those of a baseline. */
  readonly older: readonly number[];
  /** Those that were there when this office judged for the first time: they may be older than it knows. */
  readonly fromTheFirst: number;
}

export interface Standing {
  readonly groups: readonly StandingFindings[];
  /** When this office judged for the first time; absent before. */
  readonly since?: Date;
}

type Row = Omit<StandingFindings, "product" | "outcome"> & { readonly product: string | null; readonly outcome: number };

export async function findingsStanding(db: Kysely<Tables>, moments: readonly Date[]): Promise<Standing> {
  const first = await sql<{ at: Date | null }>`select min(at) as at from judgements`.execute(db);
  const since = first.rows[0]?.at ?? undefined;
  if (since === undefined) return { groups: [] };
  const older = moments.map((moment) => sql`(count(*) filter (where f.first_seen <= ${moment}))::integer`);
  const { rows } = await sql<Row>`select f.product, f.outcome, (count(*) filter (where f.age is distinct from 'known'))::integer as open,
      ${older.length === 0 ? sql`'{}'::integer[]` : sql`array[${sql.join(older)}]`} as older, (count(*) filter (where f.first_seen <= ${since}))::integer as "fromTheFirst"
    from findings f where f.gone_at is null and ${OPEN} group by f.product, f.outcome`.execute(db);
  return {
    since,
    groups: rows.map(({ product, outcome, ...row }) => ({
      ...row,
      outcome: outcomeOf(outcome) as Outcome,
      ...(product === null ? {} : { product }),
    })),
  };
}
