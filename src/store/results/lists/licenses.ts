// Licences as they are used, and where what is declared, what texts hold and what was concluded differ.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";
import { allOf, equal, type Units, versionUsed, visible } from "./visible.ts";

export interface LicenseItem {
  /** Absent: nobody knows. */
  readonly license?: string;
  readonly versions: number;
  readonly uses: number;
}

export async function listLicenses(db: Kysely<Tables>, units: Units, product?: string): Promise<readonly LicenseItem[]> {
  const counted =
    product === undefined && units === "all"
      ? sql`select v.license, count(*)::integer as versions, sum(n.uses)::integer as uses
          from versions v join version_counts n on n.version = v.id group by v.license`
      : sql`select v.license, count(distinct v.id)::integer as versions, count(*)::integer as uses from uses u join versions v on v.id = u.version
          join places p on p.id = u.place where u.gone_at is null and ${allOf([
            equal("u.product", product),
            visible(sql`p.unit`, units),
          ])} group by v.license`;
  const rows = await sql<{ license: string | null; versions: number; uses: number }>`select * from (${counted}) n
    order by versions desc, license nulls last`.execute(db);
  return rows.rows.map(({ license, ...row }) => ({ ...row, ...(license === null ? {} : { license }) }));
}

export interface LicenseFilter {
  /** `none`: of which nobody knows the licence. */
  readonly license?: string;
  readonly notion?: string;
  /** Only those whose texts say something else than what is declared. */
  readonly differs?: boolean;
}

export interface LicensedVersion {
  readonly id: number;
  readonly component: number;
  readonly purl: string;
  readonly license?: string;
  readonly notion: string;
  readonly declared?: string;
  readonly detected?: string;
  readonly differs?: boolean;
}

const KEYS: readonly Key[] = [{ name: "id", by: sql`v.id`, type: "integer" }];

interface Row {
  readonly id: number;
  readonly component: number;
  readonly purl: string;
  readonly license: string | null;
  readonly notion: string;
  readonly declared: string | null;
  readonly detected: string | null;
  readonly differs: boolean | null;
}

export async function listLicensed(db: Kysely<Tables>, filter: LicenseFilter, units: Units, page: Page): Promise<Paged<LicensedVersion>> {
  const rows =
    await sql<Row>`select v.id, v.component, v.purl, v.license, v.notion, v.declared, v.detected, v.differs, ${selectKeys(KEYS)} from versions v
    where ${allOf([
      filter.license === "none" ? sql`v.license is null` : equal("v.license", filter.license),
      equal("v.notion", filter.notion),
      filter.differs === undefined ? undefined : filter.differs ? sql`v.differs` : sql`v.differs = false`,
      versionUsed(sql`v.id`, units),
      afterCursor(KEYS, page.after),
    ])} order by ${orderBy(KEYS)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, KEYS, ({ id, component, purl, notion, license, declared, detected, differs }) => ({
    id,
    component,
    purl,
    notion,
    ...(license === null ? {} : { license }),
    ...(declared === null ? {} : { declared }),
    ...(detected === null ? {} : { detected }),
    ...(differs === null ? {} : { differs }),
  }));
}
