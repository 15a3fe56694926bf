// What somebody may see: everything, or what belongs to their units and to none.
import { type RawBuilder, sql } from "kysely";
import { storable } from "../rows.ts";

export type Units = readonly string[] | "all";

/** A condition on a column that holds a unit. */
export function visible(unit: RawBuilder<unknown>, units: Units): RawBuilder<unknown> {
  return units === "all" ? sql`true` : sql`(${unit} is null or ${unit} = any(${[...units]}::text[]))`;
}

/** Whether a version is used where somebody may look. */
export function versionUsed(version: RawBuilder<unknown>, units: Units): RawBuilder<unknown> {
  if (units === "all") return sql`exists (select 1 from version_counts s where s.version = ${version})`;
  return sql`exists (select 1 from uses s join places l on l.id = s.place where s.version = ${version} and s.gone_at is null
    and ${visible(sql`l.unit`, units)})`;
}

/** All of these hold; those that were not asked for are left out. */
export function allOf(conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `);
}

/** `column = value`, where a value is asked for. */
export function equal(column: string, value: string | number | undefined): RawBuilder<unknown> | undefined {
  return value === undefined ? undefined : sql`${sql.ref(column)} = ${value}`;
}

/** Part of a text, in lower case, for LIKE: what it holds is meant as it stands. */
export function containing(text: string): string {
  return `%${escaped(text)}%`;
}

export function beginning(text: string): string {
  return `${escaped(text)}%`;
}

function escaped(text: string): string {
  return storable(text.toLowerCase()).replace(/[\\%_]/g, "\\$&");
}
