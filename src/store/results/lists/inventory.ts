// What the inventory comes to in a few figures, and what matters of single components: counted in the database, never a million rows in memory.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { outcomeCode, outcomeOf, type StoredOutcome } from "../codes.ts";
import { OPEN } from "./counting.ts";
import { type Units, versionUsed, visible } from "./visible.ts";

export interface InventoryFigures {
  readonly components: number;
  readonly versions: number;
  readonly uses: number;
  readonly repositories: number;
  readonly products: number;
  /** Components of which a use is denied, or has to be reviewed. */
  readonly denied: number;
  readonly review: number;
  /** Versions of which nobody knows the licence, and those whose texts say something else than what is declared. */
  readonly unknownLicense: number;
  readonly differs: number;
  readonly vulnerabilities: { readonly open: number; readonly exploited: number };
  /** Components by type of their purl, the most first. */
  readonly ecosystems: readonly { readonly type: string; readonly components: number }[];
}

export async function inventoryFigures(db: Kysely<Tables>, units: Units): Promise<InventoryFigures> {
  const [sums, kept, open, vulnerabilities, ecosystems] = await Promise.all([
    first(db, units === "all" ? sumsOfAll() : sumsOfUnits(units)),
    first(db, keptBy(units)),
    first(db, openFor(units)),
    first(db, vulnerabilitiesFor(units)),
    sql<{ type: string; components: number }>`select c.type, count(*)::integer as components from components c
      where ${inUse(units)} group by c.type order by components desc, c.type`.execute(db),
  ]);
  return {
    components: ecosystems.rows.reduce((sum, { components }) => sum + components, 0),
    versions: sums["versions"] ?? 0,
    uses: sums["uses"] ?? 0,
    unknownLicense: sums["unknown"] ?? 0,
    differs: sums["differs"] ?? 0,
    repositories: kept["repositories"] ?? 0,
    products: kept["products"] ?? 0,
    denied: open["denied"] ?? 0,
    review: open["review"] ?? 0,
    vulnerabilities: { open: vulnerabilities["open"] ?? 0, exploited: vulnerabilities["exploited"] ?? 0 },
    ecosystems: ecosystems.rows,
  };
}

type Counts = Readonly<Record<string, number>>;

async function first(db: Kysely<Tables>, query: RawBuilder<unknown>): Promise<Counts> {
  const { rows } = await sql<Counts>`${query}`.execute(db);
  return rows[0] ?? {};
}

function inUse(units: Units): RawBuilder<unknown> {
  return units === "all"
    ? sql`exists (select 1 from component_counts n where n.component = c.id)`
    : sql`exists (select 1 from component_units n where n.component = c.id and n.uses > 0 and (n.unit = '' or n.unit = any(${[...units]}::text[])))`;
}

function sumsOfAll(): RawBuilder<unknown> {
  return sql`select coalesce(sum(n.uses), 0)::integer as uses, count(*)::integer as versions,
    count(*) filter (where v.license is null)::integer as unknown, count(*) filter (where v.differs)::integer as differs
    from versions v join version_counts n on n.version = v.id`;
}

function sumsOfUnits(units: readonly string[]): RawBuilder<unknown> {
  return sql`select coalesce(sum(n.uses), 0)::integer as uses, count(*)::integer as versions,
    count(*) filter (where v.license is null)::integer as unknown, count(*) filter (where v.differs)::integer as differs
    from (select u.version, count(*) as uses from uses u join places p on p.id = u.place where u.gone_at is null
      and ${visible(sql`p.unit`, units)} group by u.version) n join versions v on v.id = n.version`;
}

function keptBy(units: Units): RawBuilder<unknown> {
  return sql`select (select count(*)::integer from products p where p.gone_at is null and ${visible(sql`p.unit`, units)}) as products,
    (select count(*)::integer from repositories r where r.gone_at is null and ${repositorySeen(sql`r`, units)}) as repositories`;
}

/** A repository of their products, or of none. */
function repositorySeen(repository: RawBuilder<unknown>, units: Units): RawBuilder<unknown> {
  if (units === "all") return sql`true`;
  return sql`not exists (select 1 from unnest(${repository}.products) as own (id) join products x on x.id = own.id
    where x.unit is not null and not x.unit = any(${[...units]}::text[]))`;
}

function openFor(units: Units): RawBuilder<unknown> {
  return sql`select count(*) filter (where n.worst = ${outcomeCode("deny")})::integer as denied,
      count(*) filter (where n.worst = ${outcomeCode("review")})::integer as review
    from (select f.component, max(f.outcome) as worst from findings f
      where f.gone_at is null and (-f.outcome) <= ${-outcomeCode("review")} and f.component is not null and ${OPEN} and ${visible(sql`f.unit`, units)}
      group by f.component) n`;
}

function vulnerabilitiesFor(units: Units): RawBuilder<unknown> {
  const used = units === "all" ? sql`true` : versionUsed(sql`x.version`, units);
  return sql`select count(*)::integer as open, count(*) filter (where v.exploited)::integer as exploited from vulnerabilities v
    where v.gone_at is null and exists (select 1 from vulnerability_versions x where x.vulnerability = v.id and x.open and ${used})`;
}

/** What matters of one component where it is used. */
export interface ComponentMatters {
  /** The worst answer that is open, with the products in which it is given; absent where nothing is open. */
  readonly worst?: StoredOutcome;
  readonly worstIn: readonly string[];
  /** Licences of the versions in use, the most used first; null where nobody knows. */
  readonly licenses: readonly (string | null)[];
  readonly differs: boolean;
  readonly vulnerabilities: number;
  readonly exploited: boolean;
}

interface OpenRow {
  readonly component: number;
  readonly outcome: number;
  readonly products: readonly string[];
}
interface LicenseRow {
  readonly component: number;
  readonly license: string | null;
  readonly differs: boolean;
}
interface VulnerableRow {
  readonly component: number;
  readonly vulnerabilities: number;
  readonly exploited: boolean;
}

/** Of the components of one page of a list. */
export async function componentsMatter(
  db: Kysely<Tables>,
  ids: readonly number[],
  units: Units,
): Promise<ReadonlyMap<number, ComponentMatters>> {
  const wanted = sql`(${[...ids]}::integer[])`;
  const seen = versionUsed(sql`v.id`, units);
  const [open, licenses, vulnerable] = await Promise.all([
    sql<OpenRow>`select f.component, f.outcome, array_agg(distinct f.product order by f.product) filter (where f.product is not null) as products
      from findings f where f.component = any${wanted} and f.gone_at is null and ${OPEN} and ${visible(sql`f.unit`, units)}
      group by f.component, f.outcome`.execute(db),
    sql<LicenseRow>`select v.component, v.license, bool_or(coalesce(v.differs, false)) as differs from versions v join version_counts n on n.version = v.id
      where v.component = any${wanted} and ${seen} group by v.component, v.license order by sum(n.uses) desc`.execute(db),
    sql<VulnerableRow>`select w.component, count(distinct x.vulnerability)::integer as vulnerabilities, bool_or(y.exploited) as exploited
      from versions w join vulnerability_versions x on x.version = w.id and x.open join vulnerabilities y on y.id = x.vulnerability and y.gone_at is null
      where w.component = any${wanted} and ${units === "all" ? sql`true` : versionUsed(sql`w.id`, units)} group by w.component`.execute(db),
  ]);
  return new Map(ids.map((id) => [id, mattersOf(id, open.rows, licenses.rows, vulnerable.rows)]));
}

function mattersOf(
  id: number,
  open: readonly OpenRow[],
  licenses: readonly LicenseRow[],
  vulnerable: readonly VulnerableRow[],
): ComponentMatters {
  const own = open.filter(({ component }) => component === id).sort((a, b) => b.outcome - a.outcome);
  const mine = licenses.filter(({ component }) => component === id);
  const weak = vulnerable.find(({ component }) => component === id);
  return {
    ...(own[0] ? { worst: outcomeOf(own[0].outcome) } : {}),
    worstIn: own[0]?.products ?? [],
    licenses: mine.map(({ license }) => license),
    differs: mine.some(({ differs }) => differs),
    vulnerabilities: weak?.vulnerabilities ?? 0,
    exploited: weak?.exploited ?? false,
  };
}
