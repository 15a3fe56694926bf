// Components and versions by the names that people write: looked up by index, never searched through.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { storable } from "../rows.ts";
import { beginning, type Units, versionUsed } from "./visible.ts";

/** Package URLs (without version) of components whose whole name is one of these. The most used first. */
export async function purlsNamed(db: Kysely<Tables>, names: readonly string[], most: number): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const wanted = names.map((name) => storable(name.toLowerCase()));
  const rows = await sql<{ purl: string }>`select c.purl from components c join component_counts n on n.component = c.id
    where c.search = any(${wanted}::text[]) order by n.uses desc, c.id limit ${most}`.execute(db);
  return rows.rows.map(({ purl }) => purl);
}

/** Package URL of the version that is meant: this one, the most used that begins so, or the most used of all. Undefined where none is in use. */
export async function versionMeant(
  db: Kysely<Tables>,
  component: number,
  version: string | undefined,
  units: Units,
): Promise<string | undefined> {
  const wanted = version === undefined ? undefined : storable(version.toLowerCase());
  const fits = wanted === undefined ? sql`true` : sql`(lower(v.version) = ${wanted} or lower(v.version) like ${beginning(`${wanted}.`)})`;
  const exact = wanted === undefined ? sql`` : sql`(lower(v.version) = ${wanted}) desc, `;
  const rows = await sql<{ purl: string }>`select v.purl from versions v join version_counts n on n.version = v.id
    where v.component = ${component} and ${fits} and ${versionUsed(sql`v.id`, units)}
    order by ${exact}n.uses desc, v.id desc limit 1`.execute(db);
  return rows.rows[0]?.purl;
}
