// What licences ask of products, and vulnerabilities in what they use.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ResultObligation, ResultVulnerability } from "#scan";
import type { Tables } from "../../database/tables.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";
import { allOf, containing, equal, type Units, versionUsed, visible } from "./visible.ts";

export interface ObligationFilter {
  readonly product?: string;
  readonly kind?: string;
  readonly license?: string;
  readonly state?: string;
  readonly owner?: string;
}

export type ObligationItem = Omit<ResultObligation, "components"> & {
  readonly versions: readonly number[];
  /** How many versions there are, where only a few of them are named. */
  readonly components: number;
  readonly firstSeen: Date;
};

const KEYS: readonly Key[] = [
  { name: "product", by: sql`o.product`, type: "text" },
  { name: "kind", by: sql`o.kind`, type: "text" },
  { name: "id", by: sql`o.id`, type: "text" },
];

interface Row {
  readonly id: string;
  readonly product: string;
  readonly kind: ResultObligation["kind"];
  readonly license: string;
  readonly state: ResultObligation["state"];
  readonly owner: string | null;
  readonly due: string | null;
  readonly document: Pick<ResultObligation, "deliverables" | "trigger" | "source" | "confidence">;
  readonly versions: readonly number[];
  readonly components: number;
  readonly first_seen: Date;
}

/** A duty may come from thousands of versions: `named` says how many of them are brought along, all where absent. */
export async function listObligations(
  db: Kysely<Tables>,
  filter: ObligationFilter,
  units: Units,
  page: Page & { readonly named?: number },
): Promise<Paged<ObligationItem>> {
  const versions = page.named === undefined ? sql`o.versions` : sql`o.versions[1:${page.named}] as versions`;
  const rows = await sql<Row>`select o.id, o.product, o.kind, o.license, o.state, o.owner, o.due, o.document, ${versions},
      cardinality(o.versions) as components, o.first_seen, ${selectKeys(KEYS)}
    from obligations o where o.gone_at is null and ${allOf([
      ...(["product", "kind", "license", "state", "owner"] as const).map((name) => equal(`o.${name}`, filter[name])),
      visible(sql`o.unit`, units),
      afterCursor(KEYS, page.after),
    ])} order by ${orderBy(KEYS)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, KEYS, ({ document, owner, due, first_seen, id, product, kind, license, state, versions, components }) => ({
    ...document,
    id,
    product,
    kind,
    license,
    state,
    versions,
    components,
    ...(owner === null ? {} : { owner }),
    ...(due === null ? {} : { due }),
    firstSeen: first_seen,
  }));
}

export interface VulnerabilityFilter {
  readonly severity?: string;
  readonly exploited?: boolean;
  /** Only those that count somewhere. */
  readonly open?: boolean;
  readonly search?: string;
}

export type VulnerabilityItem = Omit<ResultVulnerability, "affects"> & {
  readonly affects: readonly (Omit<ResultVulnerability["affects"][number], "component"> & { readonly purl: string })[];
  readonly firstSeen: Date;
};

const VULNERABILITY_KEYS: readonly Key[] = [
  { name: "exploited", by: sql`(case when v.exploited then 0 else 1 end)`, type: "integer" },
  {
    name: "severity",
    by: sql`(case v.severity when 'critical' then 0 when 'high' then 1 when 'unknown' then 2 when 'medium' then 3 when 'low' then 4 else 5 end)`,
    type: "integer",
  },
  { name: "id", by: sql`v.id`, type: "text" },
];

interface VulnerabilityRow {
  readonly document: Omit<ResultVulnerability, "affects">;
  readonly affects: VulnerabilityItem["affects"];
  readonly first_seen: Date;
}

export async function listVulnerabilities(
  db: Kysely<Tables>,
  filter: VulnerabilityFilter,
  units: Units,
  page: Page,
): Promise<Paged<VulnerabilityItem>> {
  const { severity, exploited, open, search } = filter;
  const affects = sql`select jsonb_agg(x.document || jsonb_build_object('purl', w.purl) order by w.purl) from vulnerability_versions x
    join versions w on w.id = x.version where x.vulnerability = v.id and ${versionUsed(sql`x.version`, units)}`;
  const shown = await productsSeen(db, units);
  const rows =
    await sql<VulnerabilityRow>`select v.document, v.first_seen, coalesce((${affects}), '[]'::jsonb) as affects, ${selectKeys(VULNERABILITY_KEYS)}
    from vulnerabilities v where v.gone_at is null and ${allOf([
      equal("v.severity", severity),
      exploited === undefined ? undefined : sql`v.exploited = ${exploited}`,
      open === undefined
        ? undefined
        : sql`${open} = exists (select 1 from vulnerability_versions x where x.vulnerability = v.id and x.open)`,
      search === undefined ? undefined : named(search),
      units === "all"
        ? undefined
        : sql`exists (select 1 from vulnerability_versions x where x.vulnerability = v.id and ${versionUsed(sql`x.version`, units)})`,
      afterCursor(VULNERABILITY_KEYS, page.after),
    ])} order by ${orderBy(VULNERABILITY_KEYS)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, VULNERABILITY_KEYS, ({ document, affects: affected, first_seen }) => ({
    ...document,
    affects: shown === undefined ? affected : affected.map((each) => withoutOthers(each, shown)),
    firstSeen: first_seen,
  }));
}

/** By its number, by another name of it, or by a word of what is said of it. */
function named(search: string): RawBuilder<unknown> {
  const part = containing(search);
  return sql`(lower(v.id) like ${part} or lower(coalesce(v.document->>'aliases', '')) like ${part} or lower(coalesce(v.document->>'summary', '')) like ${part})`;
}

/** Products that these units may see; undefined: all. */
export async function productsSeen(db: Kysely<Tables>, units: Units): Promise<ReadonlySet<string> | undefined> {
  if (units === "all") return undefined;
  const found = await sql<{ id: string }>`select p.id from products p where ${visible(sql`p.unit`, units)}`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

type Answered = Pick<VulnerabilityItem["affects"][number], "openIn" | "answers">;

/** Where it counts, and what was answered, in products of others is not told. */
export function withoutOthers<A extends Answered>(affected: A, products: ReadonlySet<string>): A {
  return {
    ...affected,
    openIn: affected.openIn.filter((product) => products.has(product)),
    answers: affected.answers.filter(({ product }) => product === undefined || products.has(product)),
  };
}
