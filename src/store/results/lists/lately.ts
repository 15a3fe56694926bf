// Findings as a start page counts them: of one's teams, and since one last looked. By index; never all of them.
import { type Kysely, sql } from "kysely";
import type { Finding } from "#policy";
import type { Outcome } from "#program";
import type { Tables } from "../../database/tables.ts";
import { outcomeOf } from "../codes.ts";
import { GIVEN, OPEN } from "./counting.ts";
import { type Units, visible } from "./visible.ts";

const COUNTS = sql`f.gone_at is null and ${OPEN}`;

export interface OwnedFindings {
  readonly owner: string;
  readonly outcome: Outcome;
  readonly count: number;
}

/** Open findings that these teams or people answer for, or that were given to them; each half finds its rows by an index of its own. */
export async function findingsOwned(db: Kysely<Tables>, owners: readonly string[], units: Units): Promise<readonly OwnedFindings[]> {
  if (owners.length === 0) return [];
  const counts = sql`${COUNTS} and ${visible(sql`f.unit`, units)}`;
  const { rows } = await sql<{ owner: string; outcome: number; count: number }>`
    select owner, outcome, count(*)::integer as count from (
      select f.owner, f.outcome from ${GIVEN} where f.owner = any(${[...owners]}::text[]) and a.finding is null and ${counts}
      union all
      select a.owner, f.outcome from assignments a join findings f on f.id = a.finding where a.owner = any(${[...owners]}::text[]) and ${counts}
    ) n group by owner, outcome`.execute(db);
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
