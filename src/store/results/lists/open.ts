// How much is open, by rule: what pages about the office count with.
import { type Kysely, sql } from "kysely";
import type { Finding } from "#policy";
import type { Outcome } from "#program";
import type { Tables } from "../../database/tables.ts";
import { outcomeOf } from "../codes.ts";
import { type Units, visible } from "./visible.ts";

export interface OpenFindings extends Pick<Finding, "rule" | "area" | "because"> {
  readonly outcome: Outcome;
  readonly count: number;
}

/** Open findings of each rule, by outcome and why: enforced, and covered by no waiver. */
export async function openFindings(db: Kysely<Tables>, units: Units): Promise<readonly OpenFindings[]> {
  const rows = await sql<Omit<OpenFindings, "outcome"> & { readonly outcome: number }>`
    select f.rule, f.area, f.because, f.outcome, count(*)::integer as count from findings f
    where f.gone_at is null and f.mode = 'enforce' and (f.waiver is null or f.waiver ->> 'expired' = 'true') and ${visible(sql`f.unit`, units)}
    group by f.rule, f.area, f.because, f.outcome`.execute(db);
  return rows.rows.map((row) => ({ ...row, outcome: outcomeOf(row.outcome) as Outcome }));
}
