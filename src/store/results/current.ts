// What is known now as a result document, as far as a question needs it: one component of a million uses, not all of them.
import { type Kysely } from "kysely";
import type { ResultComponent, ResultRepository, ResultUse, ResultVulnerability, ScanResult } from "#scan";
import { withoutVersion } from "#scan";
import type { Tables } from "../database/tables.ts";
import { scopes } from "./codes.ts";
import type { ResultHead } from "./head.ts";
import { unzipped } from "./zipped.ts";

/** What of the long lists a question needs. */
export interface Wanted {
  /** Components with this name, in every version, with their uses and vulnerabilities; none when absent. */
  readonly purl?: string;
}

/** The newest result, with what is known now of its repositories and of the wanted components. Findings and verdicts are in tables: it has none. */
export async function currentResult(db: Kysely<Tables>, { purl }: Wanted = {}): Promise<ScanResult | undefined> {
  const head = await currentHead(db);
  if (!head) return undefined;
  const [repositories, about] = await Promise.all([currentRepositories(db), purl === undefined ? NOTHING : componentsNamed(db, purl)]);
  return { ...head, repositories, ...about, obligations: [], findings: [], verdicts: [] };
}

const NOTHING = { components: [], uses: [], vulnerabilities: [] };

/** The last that spoke of everything, else the last. */
export async function currentHead(db: Kysely<Tables>): Promise<ResultHead | undefined> {
  return (await numberedHead(db))?.head;
}

/** The same with the number of its result. */
export async function numberedHead(db: Kysely<Tables>): Promise<{ readonly id: number; readonly head: ResultHead } | undefined> {
  const found = await db
    .selectFrom("results")
    .select(["id", "head"])
    .where("kept", "=", true)
    .orderBy((eb) => eb("covers", "=", "everything"), "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return found && { id: found.id, head: unzipped(found.head) as ResultHead };
}

export async function currentRepositories(db: Kysely<Tables>): Promise<readonly ResultRepository[]> {
  const rows = await db.selectFrom("repositories").select("document").where("gone_at", "is", null).orderBy("name").execute();
  return rows.map(({ document }) => unzipped(document) as ResultRepository);
}

/** Every version of a component that is known, with uses and vulnerabilities. */
export async function componentsNamed(
  db: Kysely<Tables>,
  purl: string,
): Promise<Pick<ScanResult, "components" | "uses" | "vulnerabilities">> {
  const versions = await db
    .selectFrom("versions")
    .innerJoin("components", "components.id", "versions.component")
    .select(["versions.id", "versions.document"])
    .where("components.purl", "=", withoutVersion(purl))
    .orderBy("versions.purl")
    .execute();
  if (versions.length === 0) return NOTHING;
  const ids = versions.map(({ id }) => id);
  const index = new Map(ids.map((id, position) => [id, position]));
  const [uses, vulnerabilities] = await Promise.all([usesOf(db, ids, index), vulnerabilitiesOf(db, ids, index)]);
  return { components: versions.map(({ document }) => document as unknown as ResultComponent), uses, vulnerabilities };
}

/** One version of a component with its vulnerabilities, and without its uses: of a component that everybody uses those are many. */
export async function versionNamed(db: Kysely<Tables>, purl: string): Promise<Pick<ScanResult, "components" | "uses" | "vulnerabilities">> {
  const found = await db.selectFrom("versions").select(["id", "document"]).where("purl", "=", purl).executeTakeFirst();
  if (!found) return NOTHING;
  const vulnerabilities = await vulnerabilitiesOf(db, [found.id], new Map([[found.id, 0]]));
  return { components: [found.document as unknown as ResultComponent], uses: [], vulnerabilities };
}

/** Where these versions are used; `index`: their places in a list of components. */
export async function usesOf(db: Kysely<Tables>, versions: readonly number[], index: ReadonlyMap<number, number>): Promise<ResultUse[]> {
  const rows = await db
    .selectFrom("uses")
    .innerJoin("places", "places.id", "uses.place")
    .innerJoin("repositories", "repositories.id", "places.repository")
    .select([
      "uses.version",
      "uses.scope",
      "uses.direct",
      "uses.manifests",
      "uses.path",
      "places.product",
      "places.deliverable",
      "repositories.name",
    ])
    .where("uses.version", "in", versions)
    .where("uses.gone_at", "is", null)
    .orderBy("uses.id")
    .execute();
  return rows.map((row) => ({
    component: index.get(row.version) ?? 0,
    repository: row.name,
    ...(row.product === null ? {} : { product: row.product }),
    ...(row.deliverable === null ? {} : { deliverable: row.deliverable }),
    scope: scopes[row.scope] ?? "production",
    ...(row.direct === null ? {} : { direct: row.direct }),
    manifests: row.manifests as unknown as ResultUse["manifests"],
    ...(row.path === null ? {} : { path: row.path }),
  }));
}

async function vulnerabilitiesOf(
  db: Kysely<Tables>,
  versions: readonly number[],
  index: ReadonlyMap<number, number>,
): Promise<ResultVulnerability[]> {
  const rows = await db
    .selectFrom("vulnerability_versions")
    .innerJoin("vulnerabilities", "vulnerabilities.id", "vulnerability_versions.vulnerability")
    .select([
      "vulnerabilities.id",
      "vulnerabilities.document",
      "vulnerability_versions.version",
      "vulnerability_versions.document as affects",
    ])
    .where("vulnerability_versions.version", "in", versions)
    .where("vulnerabilities.gone_at", "is", null)
    .orderBy("vulnerabilities.id")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((same) => ({
    ...(same[0]?.document as unknown as Omit<ResultVulnerability, "affects">),
    affects: same.map(({ version, affects }) => ({
      ...(affects as unknown as Omit<ResultVulnerability["affects"][number], "component">),
      component: index.get(version) ?? 0,
    })),
  }));
}
