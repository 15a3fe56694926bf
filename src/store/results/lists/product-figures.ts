// What stands between a product and its release, in figures; and duties with the names of what asks for them.
import { type Kysely, sql } from "kysely";
import type { ResultObligation } from "#scan";
import type { Tables } from "../../database/tables.ts";
import { outcomeCode, outcomeOf, type StoredOutcome } from "../codes.ts";
import { OPEN } from "./counting.ts";
import { type Units, visible } from "./visible.ts";

export interface ProductFigures {
  readonly components: number;
  readonly uses: number;
  /** Versions that are delivered and of which nobody knows the licence, with some of them. */
  readonly unknownLicenses: number;
  readonly unknownNames: readonly string[];
}

export async function productFigures(db: Kysely<Tables>, product: string): Promise<ProductFigures> {
  const { rows } = await sql<ProductFigures>`select count(distinct u.component)::integer as components, count(*)::integer as uses,
      count(distinct u.version) filter (where v.license is null and u.scope <> 1)::integer as "unknownLicenses",
      coalesce((array_agg(distinct v.purl) filter (where v.license is null and u.scope <> 1))[1:8], '{}') as "unknownNames"
    from uses u join versions v on v.id = u.version where u.product = ${product} and u.gone_at is null`.execute(db);
  return rows[0] ?? { components: 0, uses: 0, unknownLicenses: 0, unknownNames: [] };
}

export interface OpenRule {
  readonly rule: string;
  readonly outcome: StoredOutcome;
  readonly because: string;
  readonly count: number;
  readonly examples: readonly { readonly id: string; readonly label: string; readonly component?: number }[];
}

/** What is open in a product, a line for each rule and answer: the worst first, releases left out (they look at what comes later). */
export async function openInProduct(db: Kysely<Tables>, product: string, units: Units): Promise<readonly OpenRule[]> {
  const rows = await sql<
    Omit<OpenRule, "outcome"> & { readonly outcome: number }
  >`select f.rule, f.outcome, f.because, count(*)::integer as count,
      to_jsonb((array_agg(jsonb_strip_nulls(jsonb_build_object('id', f.id, 'label', f.label, 'component', f.component)) order by f.search, f.id))[1:4]) as examples
    from findings f where f.product = ${product} and f.gone_at is null and f.kind <> 'release' and f.outcome >= ${outcomeCode("warn")}
      and ${OPEN} and ${visible(sql`f.unit`, units)}
    group by f.rule, f.outcome, f.because order by f.outcome desc, count desc, f.rule`.execute(db);
  return rows.rows.map(({ outcome, ...row }) => ({ ...row, outcome: outcomeOf(outcome) }));
}

export interface DutyCount {
  readonly product: string;
  readonly state: ResultObligation["state"];
  readonly count: number;
}

export async function dutyCounts(db: Kysely<Tables>, units: Units): Promise<readonly DutyCount[]> {
  const { rows } = await sql<DutyCount>`select o.product, o.state, count(*)::integer as count from obligations o
    where o.gone_at is null and ${visible(sql`o.unit`, units)} group by o.product, o.state order by o.product, o.state`.execute(db);
  return rows;
}

/** Versions by their numbers: what they are called, and of which component they are. */
export async function versionNames(
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { readonly component: number; readonly purl: string; readonly name: string; readonly version: string }>> {
  const { rows } = await sql<{ id: number; component: number; purl: string; name: string; version: string }>`
    select v.id, v.component, v.purl, c.name, v.version from versions v join components c on c.id = v.component
    where v.id = any(${[...ids]}::integer[])`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
