// What licences ask, a line for each licence: what it asks for, of how many products, and how many of its duties stand how.
import { type Kysely, sql } from "kysely";
import type { ResultObligation } from "#scan";
import type { Tables } from "../../database/tables.ts";
import type { ObligationFilter } from "./duties.ts";
import { allOf, equal, type Units, visible } from "./visible.ts";

export interface DutyLicense {
  readonly license: string;
  readonly kinds: readonly ResultObligation["kind"][];
  readonly products: readonly string[];
  /** How many of those that are asked for. */
  readonly duties: number;
  readonly open: number;
  readonly unknown: number;
}

/** Those with most that is open first. */
export async function dutyLicenses(
  db: Kysely<Tables>,
  filter: Pick<ObligationFilter, "product" | "state">,
  units: Units,
  limit: number,
): Promise<readonly DutyLicense[]> {
  const { rows } = await sql<DutyLicense>`select o.license, array_agg(distinct o.kind order by o.kind) as kinds,
      array_agg(distinct o.product order by o.product) as products, count(*)::integer as duties,
      count(*) filter (where o.state = 'open')::integer as open, count(*) filter (where o.state = 'unknown')::integer as unknown
    from obligations o where o.gone_at is null
      and ${allOf([equal("o.product", filter.product), equal("o.state", filter.state), visible(sql`o.unit`, units)])}
    group by o.license order by open desc, duties desc, o.license limit ${limit}`.execute(db);
  return rows;
}
