// Results over time, and what became of the findings with each.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { ResultHead } from "../head.ts";
import { outcomeOf, type StoredOutcome } from "../codes.ts";
import { unzipped } from "../zipped.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";

export interface RunItem {
  readonly id: number;
  readonly at: Date;
  readonly by?: string;
  readonly source: string;
  readonly covers: string;
  readonly now: Date;
  readonly program: string;
  readonly tool: string;
  readonly repositories: number;
  readonly components: number;
  readonly uses: number;
  readonly findings: number;
}

const KEYS: readonly Key[] = [{ name: "id", by: sql`(-x.id)`, type: "integer" }];

export async function listRuns(db: Kysely<Tables>, page: Page): Promise<Paged<RunItem>> {
  const rows = await sql<Omit<RunItem, "by"> & { by: string | null }>`
    select x.id, x.at, x.by, x.source, x.covers, x.now, x.program, x.tool, x.repositories, x.components, x.uses, x.findings, ${selectKeys(KEYS)}
    from results x where x.kept and ${afterCursor(KEYS, page.after)} order by ${orderBy(KEYS)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, KEYS, ({ by, id, at, source, covers, now, program, tool, repositories, components, uses, findings }) => ({
    id,
    at,
    ...(by === null ? {} : { by }),
    source,
    covers,
    now,
    program,
    tool,
    repositories,
    components,
    uses,
    findings,
  }));
}

/** A result as it came, without its long lists. */
export async function runById(db: Kysely<Tables>, id: number): Promise<ResultHead | undefined> {
  const found = await db.selectFrom("results").select("head").where("id", "=", id).where("kept", "=", true).executeTakeFirst();
  return found && (unzipped(found.head) as ResultHead);
}

export interface JudgementItem {
  readonly id: number;
  readonly at: Date;
  readonly program: string;
  readonly why: string;
  readonly counts: readonly { readonly outcome: StoredOutcome; readonly count: number }[];
}

/** How many findings there were after each judgement: the newest first. */
export async function listJudgements(db: Kysely<Tables>, limit: number): Promise<readonly JudgementItem[]> {
  const rows = await db
    .selectFrom("judgements")
    .select(["id", "at", "program", "why", "counts"])
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ counts, ...row }) => ({
    ...row,
    counts: (counts as unknown as { outcome: number; count: number }[]).map(({ outcome, count }) => ({
      outcome: outcomeOf(outcome),
      count,
    })),
  }));
}
