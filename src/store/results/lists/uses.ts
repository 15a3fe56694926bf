// Where components are used: of one component, of versions in a range (where are we affected?), in one product.
import { type Kysely, type RawBuilder, sql } from "kysely";
import { AllmendError, packageOf, matchesPurl, parsePurlRange } from "#kit";
import type { ResultUse } from "#scan";
import type { Tables } from "../../database/tables.ts";
import { outcomeOf, scopes, type StoredOutcome } from "../codes.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";
import { allOf, beginning, equal, type Units, visible } from "./visible.ts";

export interface UseFilter {
  readonly component?: number;
  /** Numbers of versions. */
  readonly versions?: readonly number[];
  readonly product?: string;
  readonly repository?: string;
  readonly scope?: ResultUse["scope"];
  readonly direct?: boolean;
  /** Beginning of the component's name. */
  readonly search?: string;
  /** Those that are used no more, too. */
  readonly gone?: boolean;
}

export interface UseItem {
  readonly id: number;
  readonly component: number;
  readonly purl: string;
  readonly license?: string;
  readonly product?: string;
  readonly deliverable?: string;
  readonly repository: string;
  readonly scope: ResultUse["scope"];
  readonly direct?: boolean;
  readonly outcome: StoredOutcome;
  readonly manifests: ResultUse["manifests"];
  readonly path?: readonly string[];
  readonly firstSeen: Date;
  readonly goneAt?: Date;
}

interface Row {
  readonly id: number;
  readonly component: number;
  readonly purl: string;
  readonly license: string | null;
  readonly product: string | null;
  readonly deliverable: string | null;
  readonly repository: string;
  readonly scope: number;
  readonly direct: boolean | null;
  readonly outcome: number;
  readonly manifests: ResultUse["manifests"];
  readonly path: string[] | null;
  readonly first_seen: Date;
  readonly gone_at: Date | null;
}

/** In a product by name; of a component as they came. */
function keysFor({ product }: UseFilter): Key[] {
  const id: Key = { name: "id", by: sql`u.id`, type: "integer" };
  return product === undefined ? [id] : [{ name: "search", by: sql`u.search`, type: "text" }, id];
}

export async function listUses(db: Kysely<Tables>, filter: UseFilter, units: Units, page: Page): Promise<Paged<UseItem>> {
  const keys = keysFor(filter);
  const rows =
    await sql<Row>`select u.id, u.component, v.purl, v.license, p.product, p.deliverable, r.name as repository, u.scope, u.direct, u.outcome,
      u.manifests, u.path, u.first_seen, u.gone_at, ${selectKeys(keys)}
    from uses u join versions v on v.id = u.version join places p on p.id = u.place join repositories r on r.id = p.repository
    where ${allOf([...conditions(filter), visible(sql`p.unit`, units), afterCursor(keys, page.after)])}
    order by ${orderBy(keys)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, keys, itemOf);
}

function conditions(filter: UseFilter): (RawBuilder<unknown> | undefined)[] {
  return [
    filter.gone === true ? undefined : sql`u.gone_at is null`,
    equal("u.component", filter.component),
    filter.versions === undefined ? undefined : sql`u.version = any(${[...filter.versions]}::integer[])`,
    equal("u.product", filter.product),
    filter.repository === undefined
      ? undefined
      : sql`u.place in (select x.id from places x join repositories y on y.id = x.repository where y.name = ${filter.repository})`,
    filter.scope === undefined ? undefined : equal("u.scope", scopes.indexOf(filter.scope)),
    filter.direct === undefined ? undefined : sql`u.direct = ${filter.direct}`,
    filter.search === undefined ? undefined : sql`u.search like ${beginning(filter.search)}`,
  ];
}

function itemOf(row: Row): UseItem {
  return {
    id: row.id,
    component: row.component,
    purl: row.purl,
    ...(row.license === null ? {} : { license: row.license }),
    ...(row.product === null ? {} : { product: row.product }),
    ...(row.deliverable === null ? {} : { deliverable: row.deliverable }),
    repository: row.repository,
    scope: scopes[row.scope] ?? "production",
    ...(row.direct === null ? {} : { direct: row.direct }),
    outcome: outcomeOf(row.outcome),
    manifests: row.manifests,
    ...(row.path === null ? {} : { path: row.path }),
    firstSeen: row.first_seen,
    ...(row.gone_at === null ? {} : { goneAt: row.gone_at }),
  };
}

export interface Affected {
  /** Versions that the range holds. */
  readonly versions: readonly { readonly id: number; readonly purl: string }[];
  /** Versions that could not be compared with it: they may be meant. */
  readonly undecided: readonly { readonly id: number; readonly purl: string }[];
}

/** Which known versions a `purl@range` holds. Throws AllmendError `bad-range`. */
export async function versionsIn(db: Kysely<Tables>, asked: string): Promise<Affected> {
  const range = parsePurlRange(asked);
  if ("error" in range) {
    throw new AllmendError("bad-range", "input", `"${asked.slice(0, 200)}" is no purl with a range: ${range.error}`, {
      hint: "Write it as pkg:npm/name@<2.0.0.",
    });
  }
  const known = await db
    .selectFrom("versions")
    .innerJoin("components", "components.id", "versions.component")
    .select(["versions.id", "versions.purl"])
    .where("components.purl", "=", packageOf(range))
    .orderBy("versions.id")
    .execute();
  const answers = known.map((version) => ({ version, in: matchesPurl(range, version.purl) }));
  return {
    versions: answers.filter((answer) => answer.in === true).map(({ version }) => version),
    undecided: answers.filter((answer) => answer.in === undefined).map(({ version }) => version),
  };
}
