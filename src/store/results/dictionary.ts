// Components and their versions: added when first seen, changed when a run knows more, never taken away.
import { type Kysely, sql } from "kysely";
import type { ResultComponent, ScanResult } from "#scan";
import { withoutVersion } from "#scan";
import type { Tables } from "../database/tables.ts";
import { batches, rowsOf } from "./rows.ts";

export interface KnownVersion {
  readonly id: number;
  readonly component: number;
  readonly search: string;
}

export interface Dictionary {
  /** By index of `components` in the result. */
  readonly versions: readonly (KnownVersion | undefined)[];
  readonly ofPurl: ReadonlyMap<string, KnownVersion>;
  /** Number of each component, by purl without version. */
  readonly components: ReadonlyMap<string, number>;
}

const BATCH = 5000;
/** Longer names and purls are no names. */
const LONGEST = 2000;

export async function saveDictionary(db: Kysely<Tables>, { components }: Pick<ScanResult, "components">, at: Date): Promise<Dictionary> {
  const numbers = new Map<string, number>();
  const ofPurl = new Map<string, KnownVersion>();
  const waiting = batches(components, BATCH);
  const save = async () => {
    for (const batch of waiting) {
      const fitting = batch.filter(({ purl, name }) => purl.length <= LONGEST && name.length <= LONGEST);
      await saveComponents(db, fitting, numbers);
      await saveVersions(db, fitting, { numbers, ofPurl, at });
    }
  };
  // Two at a time: while the database keeps one, the next is written out, and two of its processes work where there are two.
  await Promise.all([save(), save()]);
  return { versions: components.map(({ purl }) => ofPurl.get(purl)), ofPurl, components: numbers };
}

async function saveComponents(db: Kysely<Tables>, batch: readonly ResultComponent[], numbers: Map<string, number>): Promise<void> {
  const rows = new Map<string, object>();
  for (const { purl, type, name } of batch) {
    const plain = withoutVersion(purl);
    if (!numbers.has(plain)) rows.set(plain, { purl: plain, type, name, search: name.toLowerCase() });
  }
  if (rows.size === 0) return;
  // In the order of the names: two that save at once do not wait for each other in a circle.
  const given = rowsOf([...rows.values()], "purl text, type text, name text, search text");
  const made = await sql<{ id: number; purl: string }>`insert into components (purl, type, name, search)
    select purl, type, name, search from ${given} order by purl on conflict (purl) do nothing returning id, purl`.execute(db);
  for (const { id, purl } of made.rows) numbers.set(purl, id);
  const there = [...rows.keys()].filter((purl) => !numbers.has(purl));
  if (there.length === 0) return;
  const found = await sql<{ id: number; purl: string }>`select c.id, c.purl from components c
    join ${named(there)} on r.purl = c.purl`.execute(db);
  for (const { id, purl } of found.rows) numbers.set(purl, id);
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
  readonly component: number;
  readonly search: string;
}

const COLUMNS =
  "component integer, purl text, version text, license text, notion text, declared text, detected text, differs boolean, document jsonb";

async function saveVersions(
  db: Kysely<Tables>,
  batch: readonly ResultComponent[],
  { numbers, ofPurl, at }: { numbers: ReadonlyMap<string, number>; ofPurl: Map<string, KnownVersion>; at: Date },
): Promise<void> {
  const rows = batch.flatMap((component) => {
    const number = numbers.get(withoutVersion(component.purl));
    return number === undefined ? [] : [versionRow(component, number)];
  });
  const unique = [...new Map(rows.map((row) => [row.purl, row])).values()];
  if (unique.length === 0) return;
  // What is the same is not written again.
  const written =
    await sql<VersionRow>`insert into versions (component, purl, version, license, notion, declared, detected, differs, document, first_seen)
    select component, purl, version, license, notion, declared, detected, differs, document, ${at} from ${rowsOf(unique, COLUMNS)} order by purl
    on conflict (purl) do update set license = excluded.license, notion = excluded.notion, declared = excluded.declared, detected = excluded.detected,
      differs = excluded.differs, document = excluded.document
    where versions.document is distinct from excluded.document
    returning id, purl, component, (select c.search from components c where c.id = component) as search`.execute(db);
  const keep = ({ id, purl, component, search }: VersionRow) => ofPurl.set(purl, { id, component, search });
  written.rows.forEach(keep);
  const there = unique.map(({ purl }) => purl).filter((purl) => !ofPurl.has(purl));
  if (there.length === 0) return;
  const found = await sql<VersionRow>`select v.id, v.purl, v.component, c.search from versions v join components c on c.id = v.component
    join ${named(there)} on r.purl = v.purl`.execute(db);
  found.rows.forEach(keep);
}

function versionRow(component: ResultComponent, number: number) {
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
    document: component,
  };
}
