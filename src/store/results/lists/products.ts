// Products and repositories, with how they stand.
import { type Kysely, sql } from "kysely";
import type { LocalText, Product } from "#program";
import type { ResultRepository } from "#scan";
import type { Tables } from "../../database/tables.ts";
import { unzipped } from "../zipped.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";
import { allOf, containing, equal, type Units, visible } from "./visible.ts";

export interface ProductItem {
  readonly id: string;
  readonly name: LocalText;
  readonly unit?: string;
  readonly owner?: string;
  readonly criticality: string;
  readonly repositories: number;
  /** Open findings. */
  readonly findings: Readonly<Record<"warn" | "review" | "deny", number>>;
  readonly document: Omit<Product, "position">;
}

interface Row {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: string | null;
  readonly owner: string | null;
  readonly criticality: string;
  readonly document: Omit<Product, "position">;
  readonly repositories: number;
  readonly warn: number;
  readonly review: number;
  readonly deny: number;
}

/** All of them: an organisation has hundreds, not thousands. */
export async function listProducts(db: Kysely<Tables>, units: Units, id?: string): Promise<readonly ProductItem[]> {
  const rows = await sql<Row>`select p.id, p.name, p.unit, p.owner, p.criticality, p.document, coalesce(n.repositories, 0) as repositories,
      coalesce(f.warn, 0) as warn, coalesce(f.review, 0) as review, coalesce(f.deny, 0) as deny
    from products p
    left join (select x.product, count(distinct x.repository)::integer as repositories from places x join repositories r on r.id = x.repository
      and r.gone_at is null group by x.product) n on n.product = p.id
    left join (select product, count(*) filter (where outcome = 3)::integer as warn, count(*) filter (where outcome = 4)::integer as review,
      count(*) filter (where outcome = 5)::integer as deny from findings where gone_at is null and mode = 'enforce'
      and (waiver is null or waiver ->> 'expired' = 'true') group by product) f on f.product = p.id
    where p.gone_at is null and ${allOf([equal("p.id", id), visible(sql`p.unit`, units)])} order by p.id`.execute(db);
  return rows.rows.map(({ warn, review, deny, unit, owner, ...row }) => ({
    ...row,
    ...(unit === null ? {} : { unit }),
    ...(owner === null ? {} : { owner }),
    findings: { warn, review, deny },
  }));
}

export interface RepositoryItem {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly commit?: string;
  readonly origin?: string;
  readonly products: readonly string[];
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly goneAt?: Date;
}

const KEYS: readonly Key[] = [
  { name: "name", by: sql`r.name`, type: "text" },
  { name: "id", by: sql`r.id`, type: "integer" },
];

interface RepositoryRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly commit: string | null;
  readonly origin: string | null;
  readonly products: readonly string[];
  readonly first_seen: Date;
  readonly last_seen: Date;
  readonly gone_at: Date | null;
}

/** One of a unit, or of none. */
function seen(units: Units) {
  if (units === "all") return sql`true`;
  return sql`not exists (select 1 from unnest(r.products) as own (id) join products p on p.id = own.id
    where p.unit is not null and not p.unit = any(${[...units]}::text[]))`;
}

export async function listRepositories(
  db: Kysely<Tables>,
  filter: { readonly search?: string; readonly product?: string; readonly gone?: boolean; readonly unseenSince?: string },
  units: Units,
  page: Page,
): Promise<Paged<RepositoryItem>> {
  const { search, product, gone, unseenSince } = filter;
  const rows =
    await sql<RepositoryRow>`select r.id, r.name, r.kind, r.commit, r.origin, r.products, r.first_seen, r.last_seen, r.gone_at, ${selectKeys(KEYS)}
    from repositories r where ${allOf([
      gone === true ? undefined : sql`r.gone_at is null`,
      search === undefined ? undefined : sql`lower(r.name) like ${containing(search)}`,
      product === undefined ? undefined : sql`${product} = any(r.products)`,
      unseenSince === undefined ? undefined : sql`r.last_seen < ${unseenSince}::timestamptz`,
      seen(units),
      afterCursor(KEYS, page.after),
    ])} order by ${orderBy(KEYS)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, KEYS, (row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    ...(row.commit === null ? {} : { commit: row.commit }),
    ...(row.origin === null ? {} : { origin: row.origin }),
    products: row.products,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    ...(row.gone_at === null ? {} : { goneAt: row.gone_at }),
  }));
}

/** What the last run said of it. */
export async function repositoryById(db: Kysely<Tables>, id: number, units: Units): Promise<ResultRepository | undefined> {
  const found = await sql<{ document: Uint8Array }>`select r.document from repositories r where r.id = ${id} and ${seen(units)}`.execute(
    db,
  );
  return found.rows[0] && (unzipped(found.rows[0].document) as ResultRepository);
}
