// Components: found while typing, the most used first.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ResultComponent } from "#scan";
import type { Tables } from "../../database/tables.ts";
import { outcomeCode } from "../codes.ts";
import { storable } from "../rows.ts";
import { OPEN } from "./counting.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";
import { allOf, beginning, containing, equal, type Units, visible } from "./visible.ts";

export interface ComponentFilter {
  /** Part of the name. */
  readonly search?: string;
  /** Type of the purl. */
  readonly type?: string;
  /** Used in this product. */
  readonly product?: string;
  /** Purl without version. */
  readonly purl?: string;
  /** Only those of which something open says at least this. */
  readonly open?: "review" | "deny";
}

export interface ComponentItem {
  readonly id: number;
  readonly purl: string;
  readonly type: string;
  readonly name: string;
  readonly uses: number;
  readonly products: number;
  readonly versions: number;
}

type Row = ComponentItem & Readonly<Record<string, unknown>>;

export async function listComponents(db: Kysely<Tables>, filter: ComponentFilter, units: Units, page: Page): Promise<Paged<ComponentItem>> {
  const counts = countsFor(units);
  const keys = keysFor(filter, counts.uses);
  const rows = await sql<Row>`select c.id, c.purl, c.type, c.name, ${counts.all}, ${selectKeys(keys)} from components c ${counts.join}
    where ${allOf([...conditions(filter, units), sql`${counts.uses} > 0`, afterCursor(keys, page.after)])}
    order by ${orderBy(keys)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, keys, itemOf);
}

function itemOf({ id, purl, type, name, uses, products, versions }: ComponentItem): ComponentItem {
  return { id, purl, type, name, uses, products, versions };
}

interface Counts {
  readonly uses: RawBuilder<unknown>;
  readonly all: RawBuilder<unknown>;
  readonly join: RawBuilder<unknown>;
}

/** Of everything, or of the units that somebody sees: what others use must not even be counted. */
function countsFor(units: Units): Counts {
  if (units === "all")
    return {
      uses: sql`n.uses`,
      all: sql`coalesce(n.uses, 0) as uses, coalesce(n.products, 0) as products, coalesce(n.versions, 0) as versions`,
      join: sql`left join component_counts n on n.component = c.id`,
    };
  const join = sql`cross join lateral (select coalesce(sum(u.uses), 0)::integer as uses, coalesce(sum(u.products), 0)::integer as products
    from component_units u where u.component = c.id and (u.unit = '' or u.unit = any(${[...units]}::text[]))) n`;
  const versions = sql`(select count(distinct s.version)::integer from uses s join places l on l.id = s.place
    where s.component = c.id and s.gone_at is null and ${visible(sql`l.unit`, units)})`;
  return { uses: sql`n.uses`, all: sql`n.uses, n.products, ${versions} as versions`, join };
}

/** The name itself, names that begin so, names that hold it; in each the most used first. */
function keysFor({ search }: ComponentFilter, uses: RawBuilder<unknown>): Key[] {
  const used: Key[] = [
    { name: "uses", by: sql`(-${uses})`, type: "integer" },
    { name: "id", by: sql`c.id`, type: "integer" },
  ];
  if (search === undefined) return used;
  const near = sql`(case when c.search = ${storable(search.toLowerCase())} then 0 when c.search like ${beginning(search)} then 1 else 2 end)`;
  return [{ name: "near", by: near, type: "integer" }, ...used];
}

function conditions({ search, type, product, purl, open }: ComponentFilter, units: Units): (RawBuilder<unknown> | undefined)[] {
  return [
    equal("c.type", type),
    equal("c.purl", purl),
    search === undefined ? undefined : sql`c.search like ${search.length < 3 ? beginning(search) : containing(search)}`,
    product === undefined
      ? undefined
      : sql`exists (select 1 from uses x where x.component = c.id and x.gone_at is null and x.product = ${product})`,
    open === undefined
      ? undefined
      : sql`c.id in (select f.component from findings f where f.gone_at is null and (-f.outcome) <= ${-outcomeCode(open)}
          and ${OPEN} and ${equal("f.product", product) ?? sql`true`} and ${visible(sql`f.unit`, units)})`,
  ];
}

export interface VersionItem {
  readonly id: number;
  readonly purl: string;
  readonly version: string;
  readonly uses: number;
  /** What rules judge, who says so, what files declare, what texts hold. */
  readonly license?: string;
  readonly notion: string;
  readonly declared?: string;
  readonly detected?: string;
  readonly differs?: boolean;
  readonly firstSeen: Date;
  readonly document: ResultComponent;
}

export interface ComponentDetail extends ComponentItem {
  readonly allVersions: readonly VersionItem[];
}

/** Undefined where there is none, or none for these units. */
export async function componentById(db: Kysely<Tables>, id: number, units: Units): Promise<ComponentDetail | undefined> {
  const counts = countsFor(units);
  const found = await sql<ComponentItem>`select c.id, c.purl, c.type, c.name, ${counts.all}
    from components c ${counts.join} where c.id = ${id} and (${units === "all" ? sql`true` : sql`${counts.uses} > 0`})`.execute(db);
  const [component] = found.rows;
  if (!component) return undefined;
  const versions = await versionsOf(db, id, units);
  return {
    ...itemOf(component),
    allVersions: versions.map((row) => ({
      id: row.id,
      purl: row.purl,
      version: row.version,
      uses: row.uses,
      ...(row.license === null ? {} : { license: row.license }),
      notion: row.notion,
      ...(row.declared === null ? {} : { declared: row.declared }),
      ...(row.detected === null ? {} : { detected: row.detected }),
      ...(row.differs === null ? {} : { differs: row.differs }),
      firstSeen: row.first_seen,
      document: row.document,
    })),
  };
}

interface VersionRow {
  readonly id: number;
  readonly purl: string;
  readonly version: string;
  readonly uses: number;
  readonly license: string | null;
  readonly notion: string;
  readonly declared: string | null;
  readonly detected: string | null;
  readonly differs: boolean | null;
  readonly first_seen: Date;
  readonly document: ResultComponent;
}

/** Those in use where these units look first; others only for whoever sees everything. */
async function versionsOf(db: Kysely<Tables>, component: number, units: Units): Promise<readonly VersionRow[]> {
  const counted =
    units === "all"
      ? sql`coalesce((select m.uses from version_counts m where m.version = v.id), 0)`
      : sql`(select count(*)::integer from uses u join places p on p.id = u.place where u.version = v.id and u.gone_at is null
          and ${visible(sql`p.unit`, units)})`;
  const rows =
    await sql<VersionRow>`select * from (select v.id, v.purl, v.version, ${counted} as uses, v.license, v.notion, v.declared, v.detected,
      v.differs, v.first_seen, v.document from versions v where v.component = ${component}) n
    where ${units === "all" ? sql`true` : sql`n.uses > 0`} order by n.uses desc, n.id desc limit 500`.execute(db);
  return rows.rows;
}

/** Those of these package URLs (without version) that are in use; what nobody here uses is not among them. */
export async function componentsCalled(db: Kysely<Tables>, purls: readonly string[], units: Units): Promise<readonly ComponentItem[]> {
  const counts = countsFor(units);
  const found = await sql<ComponentItem>`select c.id, c.purl, c.type, c.name, ${counts.all}
    from components c ${counts.join} where c.purl = any(${[...purls]}::text[]) and ${counts.uses} > 0`.execute(db);
  return found.rows.map(itemOf);
}
