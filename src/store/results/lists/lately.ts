// Findings as a start page counts them: of one's teams, and since one last looked. By index; never all of them.
import { type Kysely, sql } from "kysely";
import type { Finding } from "#policy";
import type { Outcome } from "#program";
import type { Tables } from "../../database/tables.ts";
import { outcomeOf } from "../codes.ts";
import { type Units, visible } from "./visible.ts";

const COUNTS = sql`f.gone_at is null and f.mode = 'enforce' and (f.waiver is null or f.waiver ->> 'expired' = 'true')`;

export interface OwnedFindings {
  readonly owner: string;
  readonly outcome: Outcome;
  readonly count: number;
}

/** Open findings that these teams or people answer for. */
export async function findingsOwned(db: Kysely<Tables>, owners: readonly string[], units: Units): Promise<readonly OwnedFindings[]> {
  if (owners.length === 0) return [];
  const { rows } = await sql<{ owner: string; outcome: number; count: number }>`
    select f.owner, f.outcome, count(*)::integer as count from findings f
    where f.owner = any(${[...owners]}::text[]) and ${COUNTS} and ${visible(sql`f.unit`, units)} group by f.owner, f.outcome`.execute(db);
  return rows.map((row) => ({ ...row, outcome: outcomeOf(row.outcome) as Outcome }));
}

/** How many were seen for the first time after a moment and are open, by outcome. */
export async function findingsSince(
  db: Kysely<Tables>,
  since: Date,
  units: Units,
): Promise<readonly { readonly outcome: Outcome; readonly count: number }[]> {
  const { rows } = await sql<{ outcome: number; count: number }>`
    select f.outcome, count(*)::integer as count from findings f where f.first_seen > ${since} and ${COUNTS} and ${visible(sql`f.unit`, units)}
    group by f.outcome`.execute(db);
  return rows.map((row) => ({ ...row, outcome: outcomeOf(row.outcome) as Outcome }));
}

export interface FindingGroup extends Pick<Finding, "rule" | "area" | "because" | "age"> {
  readonly outcome: Outcome;
  readonly product?: string;
  /** What one of them is about. */
  readonly label: string;
  readonly count: number;
}

/** All that is open, counted by rule, product and how old it is: what sentences about the whole are made from. */
export async function findingGroups(db: Kysely<Tables>, units: Units): Promise<readonly FindingGroup[]> {
  const { rows } = await sql<
    Omit<FindingGroup, "outcome" | "product" | "age"> & { outcome: number; product: string | null; age: Finding["age"] | null }
  >`select f.rule, f.area, f.because, f.age, f.outcome, f.product, min(f.label) as label, count(*)::integer as count from findings f
    where ${COUNTS} and ${visible(sql`f.unit`, units)} group by f.rule, f.area, f.because, f.age, f.outcome, f.product`.execute(db);
  return rows.map(({ product, age, outcome, ...row }) => ({
    ...row,
    outcome: outcomeOf(outcome) as Outcome,
    ...(product === null ? {} : { product }),
    ...(age === null ? {} : { age }),
  }));
}
