// Components and their versions: added when first seen, changed when a run knows more, never taken away.
import { type Kysely, sql } from "kysely";
import type { ResultComponent } from "#scan";
import { withoutVersion } from "#scan";
import type { Tables } from "../database/tables.ts";
import { rowsOf, storableJson } from "./rows.ts";

export interface KnownVersion {
  readonly id: number;
  readonly component: number;
  readonly search: string;
}

export interface Dictionary {
  /** By index of `components` in the result. */
  readonly versions: readonly (KnownVersion | undefined)[];
  /** Number of each component, by purl without version. */
  readonly components: ReadonlyMap<string, number>;
}

/** Components that are written at a time. */
export const PORTION = 5000;
/** Longer names and purls are no names. */
const LONGEST = 2000;

/** Saves some components in their versions; gives what is known of each, by index in the list: undefined for what has no name. */
export async function saveVersions(
  db: Kysely<Tables>,
  components: readonly ResultComponent[],
  at: Date,
): Promise<readonly (KnownVersion | undefined)[]> {
  const fitting = components.filter(({ purl, name }) => purl.length <= LONGEST && name.length <= LONGEST);
  const names = await saveNames(db, fitting);
  const ids = await saveDocuments(db, fitting, names, at);
  return components.map(({ purl }) => {
    const id = ids.get(purl);
    const name = names.get(withoutVersion(purl));
    return id === undefined || !name ? undefined : { id, ...name };
  });
}

type KnownName = Pick<KnownVersion, "component" | "search">;
type Names = ReadonlyMap<string, KnownName>;

/** By purl without version. */
async function saveNames(db: Kysely<Tables>, components: readonly ResultComponent[]): Promise<Names> {
  const rows = new Map<string, { readonly purl: string; readonly type: string; readonly name: string; readonly search: string }>();
  for (const { purl, type, name } of components) {
    const plain = withoutVersion(purl);
    if (!rows.has(plain)) rows.set(plain, { purl: plain, type, name, search: name.toLowerCase() });
  }
  const names = new Map<string, KnownName>();
  if (rows.size === 0) return names;
  // In the order of the names: two that save at once do not wait for each other in a circle.
  const given = rowsOf([...rows.values()], "purl text, type text, name text, search text");
  const made = await sql<{ id: number; purl: string }>`insert into components (purl, type, name, search)
    select purl, type, name, search from ${given} order by purl on conflict (purl) do nothing returning id, purl`.execute(db);
  for (const { id, purl } of made.rows) names.set(purl, { component: id, search: rows.get(purl)?.search ?? "" });
  const there = [...rows.keys()].filter((purl) => !names.has(purl));
  if (there.length === 0) return names;
  const found = await sql<{ component: number; purl: string; search: string }>`select c.id as component, c.purl, c.search from components c
    join ${named(there)} on r.purl = c.purl`.execute(db);
  for (const { purl, ...name } of found.rows) names.set(purl, name);
  return names;
}

function named(purls: readonly string[]) {
  return rowsOf(
    purls.map((purl) => ({ purl })),
    "purl text",
  );
}

interface VersionRow {
  readonly id: number;
  readonly purl: string;
}

/** The document comes as a text in the text, so that it is read once. */
const COLUMNS =
  "component integer, purl text, version text, license text, notion text, declared text, detected text, differs boolean, document text";

/** Numbers of the versions, by purl. */
async function saveDocuments(
  db: Kysely<Tables>,
  components: readonly ResultComponent[],
  names: Names,
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, object>();
  for (const component of components) {
    const name = names.get(withoutVersion(component.purl));
    if (name) rows.set(component.purl, versionRow(component, name.component));
  }
  const ids = new Map<string, number>();
  if (rows.size === 0) return ids;
  // What is the same is not written again.
  const written =
    await sql<VersionRow>`insert into versions (component, purl, version, license, notion, declared, detected, differs, document, first_seen)
    select component, purl, version, license, notion, declared, detected, differs, document::jsonb, ${at}
    from ${rowsOf([...rows.values()], COLUMNS)} order by purl
    on conflict (purl) do update set license = excluded.license, notion = excluded.notion, declared = excluded.declared, detected = excluded.detected,
      differs = excluded.differs, document = excluded.document
    where versions.document is distinct from excluded.document returning id, purl`.execute(db);
  for (const { id, purl } of written.rows) ids.set(purl, id);
  const there = [...rows.keys()].filter((purl) => !ids.has(purl));
  if (there.length === 0) return ids;
  const found = await sql<VersionRow>`select v.id, v.purl from versions v join ${named(there)} on r.purl = v.purl`.execute(db);
  for (const { id, purl } of found.rows) ids.set(purl, id);
  return ids;
}

function versionRow(component: ResultComponent, number: number): object {
  const declared =
    component.declaredLicense ?? (component.notion === "declared" ? component.license : undefined) ?? component.declared[0]?.text;
  return {
    component: number,
    purl: component.purl,
    version: component.version,
    license: component.license ?? null,
    notion: component.notion,
    declared: declared ?? null,
    detected: component.detected?.expression ?? null,
    differs: component.licenseDiffers ?? null,
    document: storableJson(component),
  };
}
