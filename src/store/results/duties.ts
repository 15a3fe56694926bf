// What licences ask of products, and vulnerabilities in what they use: replaced by what the last run says of them.
import { type Kysely, sql } from "kysely";
import type { ResultObligation, ResultVulnerability, ScanResult } from "#scan";
import type { Tables } from "../database/tables.ts";
import { batches, rowsOf } from "./rows.ts";
import type { Covers } from "./save.ts";

/** Number of the version of a component, by its index in the result. */
type VersionOf = (component: number) => number | undefined;

export async function saveDuties(tx: Kysely<Tables>, result: ScanResult, versionOf: VersionOf, at: Date, covers: Covers): Promise<void> {
  // What a part of the repositories shows of a product is not all that is asked of it.
  if (covers === "repositories") return;
  await saveObligations(tx, result, versionOf, at);
  await saveVulnerabilities(tx, result.vulnerabilities, versionOf, at);
}

const OBLIGATION =
  "id text, product text, unit text, kind text, license text, state text, owner text, due text, document jsonb, versions integer[]";
const OBLIGATION_NAMES = "id, product, unit, kind, license, state, owner, due, document, versions";

export async function saveObligations(
  tx: Kysely<Tables>,
  { obligations, program }: Pick<ScanResult, "obligations" | "program">,
  versionOf: VersionOf,
  at: Date,
): Promise<void> {
  const units = new Map(program.organization.products.map(({ id, unit }) => [id, unit]));
  const unique = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  for (const batch of batches(unique.values(), 1000)) {
    const rows = batch.map((obligation) => obligationRow(obligation, units.get(obligation.product), versionOf));
    await sql`insert into obligations (${sql.raw(OBLIGATION_NAMES)}, first_seen) select ${sql.raw(OBLIGATION_NAMES)}, ${at}
      from ${rowsOf(rows, OBLIGATION)} on conflict (id) do update set product = excluded.product, unit = excluded.unit, kind = excluded.kind,
        license = excluded.license, state = excluded.state, owner = excluded.owner, due = excluded.due, document = excluded.document,
        versions = excluded.versions, gone_at = null`.execute(tx);
  }
  const ids = rowsOf(
    [...unique.keys()].map((id) => ({ id })),
    "id text",
  );
  await sql`update obligations set gone_at = ${at} where gone_at is null and not exists (select 1 from ${ids} where r.id = obligations.id)`.execute(
    tx,
  );
}

function obligationRow(obligation: ResultObligation, unit: string | undefined, versionOf: VersionOf): object {
  const { components, id, product, kind, license, state, owner, due, ...document } = obligation;
  return {
    id,
    product,
    unit,
    kind,
    license,
    state,
    owner,
    due,
    document,
    versions: components.flatMap((index) => versionOf(index) ?? []),
  };
}

export async function saveVulnerabilities(
  tx: Kysely<Tables>,
  vulnerabilities: readonly ResultVulnerability[],
  versionOf: VersionOf,
  at: Date,
): Promise<void> {
  const unique = [...new Map(vulnerabilities.map((each) => [each.id, each])).values()];
  for (const batch of batches(unique, 1000)) {
    const rows = batch.map(({ affects: _affects, ...document }) => ({
      id: document.id,
      severity: document.severity,
      exploited: document.exploited !== undefined,
      document,
    }));
    await sql`insert into vulnerabilities (id, severity, exploited, document, first_seen) select id, severity, exploited, document, ${at}
      from ${rowsOf(rows, "id text, severity text, exploited boolean, document jsonb")} on conflict (id) do update
      set severity = excluded.severity, exploited = excluded.exploited, document = excluded.document, gone_at = null`.execute(tx);
  }
  const ids = rowsOf(
    unique.map(({ id }) => ({ id })),
    "id text",
  );
  await sql`update vulnerabilities set gone_at = ${at} where gone_at is null and not exists (select 1 from ${ids} where r.id = vulnerabilities.id)`.execute(
    tx,
  );
  await sql`delete from vulnerability_versions`.execute(tx);
  for (const batch of batches(affectedRows(unique, versionOf), 5000)) {
    await sql`insert into vulnerability_versions (vulnerability, version, open, document) select vulnerability, version, open, document
      from ${rowsOf(batch, "vulnerability text, version integer, open boolean, document jsonb")} on conflict do nothing`.execute(tx);
  }
}

function* affectedRows(vulnerabilities: readonly ResultVulnerability[], versionOf: VersionOf): Generator<object> {
  for (const { id, affects } of vulnerabilities) {
    for (const { component, open, ...rest } of affects) {
      const version = versionOf(component);
      if (version !== undefined) yield { vulnerability: id, version, open, document: { open, ...rest } };
    }
  }
}
