// Everything that is known, as the rules want it: components, uses and what runs said of repositories. A million uses are read in portions.
import { type Kysely, sql } from "kysely";
import { datedKinds, type Known, type ResultComponent, type ResultUse, type ResultVulnerability } from "#scan";
import { casesOfKinds } from "../cases/flow.ts";
import type { Tables } from "../database/tables.ts";
import { scopes } from "./codes.ts";
import { currentHead, currentRepositories } from "./current.ts";
import type { Dictionary, KnownVersion } from "./dictionary.ts";

const PORTION = 50_000;

export interface Everything {
  readonly known: Known;
  readonly dictionary: Dictionary;
  /** By index of `uses`: number of the row, and the outcome that it has. */
  readonly ids: Int32Array;
  readonly outcomes: Uint8Array;
}

/** Undefined before the first result. `read` is told how many uses were read. */
export async function everything(db: Kysely<Tables>, read: (uses: number) => Promise<void>): Promise<Everything | undefined> {
  const head = await currentHead(db);
  if (!head) return undefined;
  const { components, dictionary, positions } = await readComponents(db);
  const { uses, ids, outcomes } = await readUses(db, positions, read);
  const [repositories, vulnerabilities, cases] = await Promise.all([
    currentRepositories(db),
    readVulnerabilities(db, positions),
    casesOfKinds(db, datedKinds),
  ]);
  const { now, inputs, communities, upstreams, deliveries } = head;
  return {
    known: { now, inputs, communities, upstreams, deliveries, repositories, components, uses, vulnerabilities, cases },
    dictionary,
    ids,
    outcomes,
  };
}

async function readComponents(db: Kysely<Tables>) {
  const components: ResultComponent[] = [];
  const versions: KnownVersion[] = [];
  const positions = new Map<number, number>();
  const numbers = new Map<string, number>();
  // In the order in which a run lists them.
  const rows = await sql<{ id: number; component: number; search: string; plain: string; document: ResultComponent }>`
    select v.id, v.component, c.search, c.purl as plain, v.document from versions v join components c on c.id = v.component
    join version_counts n on n.version = v.id order by v.purl collate "C"`.execute(db);
  for (const { id, component, search, plain, document } of rows.rows) {
    positions.set(id, components.length);
    components.push(document);
    versions.push({ id, component, search });
    numbers.set(plain, component);
  }
  return { components, positions, dictionary: { versions, components: numbers } };
}

interface UseRow {
  readonly id: number;
  readonly version: number;
  readonly place: number;
  readonly scope: number;
  readonly direct: boolean | null;
  readonly outcome: number;
  readonly manifests: ResultUse["manifests"];
  readonly path: string[] | null;
}

async function readUses(db: Kysely<Tables>, positions: ReadonlyMap<number, number>, read: (uses: number) => Promise<void>) {
  const places = await readPlaces(db);
  const uses: ResultUse[] = [];
  const ids: number[] = [];
  const outcomes: number[] = [];
  for (let after = 0; ; ) {
    const { rows } = await sql<UseRow>`select id, version, place, scope, direct, outcome, manifests, path from uses
      where gone_at is null and id > ${after} order by id limit ${PORTION}`.execute(db);
    for (const row of rows) {
      const component = positions.get(row.version);
      const place = places.get(row.place);
      if (component === undefined || !place) continue;
      uses.push(useOf(row, component, place));
      ids.push(row.id);
      outcomes.push(row.outcome);
    }
    const last = rows.at(-1);
    await read(uses.length);
    if (!last || rows.length < PORTION) break;
    after = last.id;
  }
  return { uses, ids: Int32Array.from(ids), outcomes: Uint8Array.from(outcomes) };
}

type Place = Pick<ResultUse, "product" | "deliverable" | "repository">;

async function readPlaces(db: Kysely<Tables>): Promise<ReadonlyMap<number, Place>> {
  const { rows } = await sql<{ id: number; product: string | null; deliverable: string | null; name: string }>`
    select p.id, p.product, p.deliverable, r.name from places p join repositories r on r.id = p.repository`.execute(db);
  return new Map(
    rows.map(({ id, product, deliverable, name }) => [
      id,
      { repository: name, ...(product === null ? {} : { product }), ...(deliverable === null ? {} : { deliverable }) },
    ]),
  );
}

function useOf({ scope, direct, manifests, path }: UseRow, component: number, place: Place): ResultUse {
  return {
    component,
    ...place,
    scope: scopes[scope] ?? "production",
    ...(direct === null ? {} : { direct }),
    manifests,
    ...(path === null ? {} : { path }),
  };
}

async function readVulnerabilities(db: Kysely<Tables>, positions: ReadonlyMap<number, number>): Promise<readonly ResultVulnerability[]> {
  const { rows } = await sql<{ id: string; document: Omit<ResultVulnerability, "affects"> }>`
    select id, document from vulnerabilities where gone_at is null order by id collate "C"`.execute(db);
  const affected = await sql<{
    vulnerability: string;
    version: number;
    document: Omit<ResultVulnerability["affects"][number], "component">;
  }>`
    select vulnerability, version, document from vulnerability_versions`.execute(db);
  const byId = Map.groupBy(affected.rows, ({ vulnerability }) => vulnerability);
  return rows.map(({ id, document }) => ({
    ...document,
    affects: (byId.get(id) ?? [])
      .flatMap(({ version, document: rest }) => {
        const component = positions.get(version);
        return component === undefined ? [] : [{ ...rest, component }];
      })
      .sort((a, b) => a.component - b.component),
  }));
}
