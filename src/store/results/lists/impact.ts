// Where versions are used, summed up by product, deliverable and repository: the answer to "are we affected?".
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { scopes } from "../codes.ts";
import { type Units, visible } from "./visible.ts";

export interface AffectedPlace {
  /** Absent: of no product. */
  readonly product?: string;
  readonly deliverable?: string;
  readonly repository: string;
  readonly repositoryId: number;
  /** Versions of the range in it. */
  readonly versions: readonly string[];
  readonly scope: (typeof scopes)[number];
  /** Whether we ask for it ourselves somewhere in it. */
  readonly direct: boolean;
  /** One way by which it comes in. */
  readonly path?: readonly string[];
}

/** More than this and nobody reads a list. */
export const MOST_PLACES = 2000;

interface Row {
  readonly product: string | null;
  readonly deliverable: string | null;
  readonly repository: string;
  readonly repository_id: number;
  readonly versions: readonly string[];
  readonly scope: number;
  readonly direct: boolean | null;
  readonly path: readonly string[] | null;
}

/** By product, then repository; one more than `MOST_PLACES` where there are more. */
export async function affectedPlaces(db: Kysely<Tables>, versions: readonly number[], units: Units): Promise<readonly AffectedPlace[]> {
  if (versions.length === 0) return [];
  const rows = await sql<Row>`select p.product, p.deliverable, r.name as repository, r.id as repository_id,
      array_agg(distinct v.version order by v.version) as versions, min(u.scope) as scope, bool_or(u.direct) as direct,
      (array_agg(to_jsonb(u.path) order by cardinality(u.path), u.id) filter (where u.path is not null))[1] as path
    from uses u join versions v on v.id = u.version join places p on p.id = u.place join repositories r on r.id = p.repository
    where u.version = any(${[...versions]}::integer[]) and u.gone_at is null and ${visible(sql`p.unit`, units)}
    group by p.product, p.deliverable, r.name, r.id order by p.product nulls last, r.name, p.deliverable limit ${MOST_PLACES + 1}`.execute(
    db,
  );
  return rows.rows.map(({ product, deliverable, repository_id, scope, direct, path, ...row }) => ({
    ...row,
    repositoryId: repository_id,
    ...(product === null ? {} : { product }),
    ...(deliverable === null ? {} : { deliverable }),
    scope: scopes[scope] ?? "production",
    direct: direct === true,
    ...(path === null ? {} : { path }),
  }));
}
