// Findings: brought in, compared with what is known, with the time of each first and last sight. What is found no more goes inactive.
import { type Kysely, sql } from "kysely";
import { sha256 } from "#kit";
import type { Finding } from "#policy";
import type { Program } from "#program";
import type { Tables } from "../database/tables.ts";
import { withoutVersion } from "#scan";
import { outcomeCode } from "./codes.ts";
import { ownerOf } from "./owner.ts";
import { batches, rowsOf, storableJson } from "./rows.ts";

const BATCH = 5000;
const COLUMNS =
  "id text, rule text, area text, kind text, subject text, label text, search text, product text, unit text, repository text, component integer, outcome smallint, because text, mode text, lane text, owner text, waiver jsonb, age text, due date, detail integer, evidence jsonb";
const NAMES = COLUMNS.split(", ").map((column) => column.split(" ", 1)[0] ?? "");
/** What may change about a finding while it stays the same. */
const CHANGING = NAMES.filter((name) => name !== "id");

export interface FoundBy {
  readonly findings: readonly Finding[];
  /** Number of each component, by purl without version. */
  readonly components: ReadonlyMap<string, number>;
}

export async function stageFindings(
  db: Kysely<Tables>,
  { findings, components }: FoundBy,
  program: Program,
  result: number,
): Promise<void> {
  const details = new Details(db);
  const owner = ownerOf(program);
  const units = new Map(program.organization.products.map(({ id, unit }) => [id, unit]));
  for (const batch of batches(new Map(findings.map((finding) => [finding.id, finding])).values(), BATCH)) {
    const numbers = await details.numbersOf(batch);
    const rows = batch.map((finding, index) => ({
      ...rowOf(finding),
      unit: finding.subject.product === undefined ? undefined : units.get(finding.subject.product),
      component: components.get(componentOf(finding.subject.id)),
      owner: owner(finding),
      detail: numbers[index],
    }));
    await sql`insert into staged_findings (result, ${sql.raw(NAMES.join(", "))}) select ${result}, ${sql.raw(NAMES.join(", "))}
      from ${rowsOf(rows, COLUMNS)}`.execute(db);
  }
}

function rowOf(finding: Finding): object {
  const { id, rule, area, subject, outcome, because, mode, lane, waiver, age, due, evidence } = finding;
  return {
    id,
    rule,
    area,
    kind: subject.kind,
    subject: subject.id,
    label: subject.label,
    search: subject.label.toLowerCase(),
    product: subject.product,
    repository: subject.kind === "repository" ? subject.id.slice("repository:".length) : evidence[0]?.repository,
    outcome: outcomeCode(outcome),
    because,
    mode,
    lane,
    waiver,
    age,
    due,
    evidence,
  };
}

/** The purl at the end of the id of a usage. */
function componentOf(subject: string): string {
  const from = subject.indexOf("pkg:");
  return from < 0 ? "" : withoutVersion(subject.slice(from));
}

/** What many findings share: facts that the rule read, licence, what it serves, where it stands. */
class Details {
  readonly #db: Kysely<Tables>;
  readonly #numbers = new Map<string, number>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async numbersOf(findings: readonly Finding[]): Promise<(number | undefined)[]> {
    const documents = findings.map(detailText);
    const digests = documents.map((text) => sha256(text));
    const rows = new Map<string, object>();
    for (const [index, digest] of digests.entries()) {
      if (!this.#numbers.has(digest)) rows.set(digest, { digest, document: JSON.parse(documents[index] ?? "{}") as object });
    }
    if (rows.size > 0) await this.#save([...rows.values()], [...rows.keys()]);
    return digests.map((digest) => this.#numbers.get(digest));
  }

  async #save(rows: readonly object[], digests: readonly string[]): Promise<void> {
    await sql`insert into finding_details (digest, document) select digest, document from ${rowsOf(rows, "digest text, document jsonb")}
      order by digest on conflict (digest) do nothing`.execute(this.#db);
    const found = await sql<{ id: number; digest: string }>`select d.id, d.digest from finding_details d
      join ${rowsOf(
        digests.map((digest) => ({ digest })),
        "digest text",
      )} on r.digest = d.digest`.execute(this.#db);
    for (const { id, digest } of found.rows) this.#numbers.set(digest, id);
  }
}

export type FindingDetail = Pick<Finding, "facts" | "unknown" | "license" | "assurance" | "serves" | "position">;

function detailText({ facts, unknown, license, assurance, serves, position }: Finding): string {
  const detail: FindingDetail = { facts, ...(unknown ? { unknown } : {}), ...(license ? { license } : {}), assurance, serves, position };
  return storableJson(detail);
}

export interface JudgedBy {
  readonly program: string;
  readonly why: "result" | "program" | "records" | "day";
  readonly result?: number;
}

/** What was brought in becomes what is known, and the judgement is noted. */
export async function mergeFindings(tx: Kysely<Tables>, result: number, at: Date, by: JudgedBy): Promise<void> {
  const names = sql.raw(NAMES.join(", "));
  const set = sql.raw(CHANGING.map((name) => `${name} = excluded.${name}`).join(", "));
  const known = sql.raw(CHANGING.map((name) => `findings.${name}`).join(", "));
  const found = sql.raw(CHANGING.map((name) => `excluded.${name}`).join(", "));
  await sql`insert into findings (${names}, first_seen) select ${names}, ${at} from staged_findings where result = ${result}
    on conflict (id) do update set ${set}, last_seen = null, gone_at = null,
      changed_at = case when findings.outcome <> excluded.outcome then ${at}::timestamptz else findings.changed_at end,
      before = case when findings.outcome <> excluded.outcome then findings.outcome else findings.before end,
      returned_at = case when findings.gone_at is null then findings.returned_at else ${at}::timestamptz end
    where findings.gone_at is not null or (${known}) is distinct from (${found})`.execute(tx);
  await sql`update findings set gone_at = ${at}, last_seen = coalesce((select max(at) from judgements), first_seen) where gone_at is null
    and not exists (select 1 from staged_findings s where s.result = ${result} and s.id = findings.id)`.execute(tx);
  await noteJudgement(tx, at, by);
}

async function noteJudgement(tx: Kysely<Tables>, at: Date, { program, why, result }: JudgedBy): Promise<void> {
  const counted = await sql<{ outcome: number; count: number }>`select outcome, count(*)::integer as count from findings
    where gone_at is null group by outcome order by outcome`.execute(tx);
  await tx
    .insertInto("judgements")
    .values({ at, program, why, result: result ?? null, counts: JSON.stringify(counted.rows) })
    .execute();
}
