// A result becomes what is known: brought in beside it piece by piece, visible in one step. What is not found any more goes inactive, nothing vanishes.
import { type Kysely, sql, type Transaction } from "kysely";
import type { ScanResult } from "#scan";
import type { Tables } from "../database/tables.ts";
import { bringIn } from "./bring-in.ts";
import { PORTION } from "./dictionary.ts";
import { headOf } from "./head.ts";
import { nextGeneration, refreshCounts } from "./counts.ts";
import { saveDuties } from "./duties.ts";
import { mergeFindings, stageFindings } from "./findings.ts";
import { numberRepositories, saveProducts, saveRepositories } from "./places.ts";
import { mergeUses } from "./uses.ts";
import { zipped } from "./zipped.ts";

export interface SaveOptions {
  readonly at: Date;
  readonly by?: string;
  /** Where it comes from. */
  readonly source: "upload" | "sbom" | "worker";
  /** `everything`: what it does not name is gone. `repositories`: it speaks of its own repositories only. Absent: everything where it names all that are known. */
  readonly covers?: Covers;
  /** Takes its findings as they are, where it covers everything; otherwise they wait for the next judgement: a part does not know the whole. */
  readonly findings: boolean;
  /** Empties the components and uses of the result while they are written, for callers whose it is alone. Only of a part, whose findings wait. */
  readonly letGo?: boolean;
  /** Components that are written at a time. Default 5,000. */
  readonly portion?: number;
  /** Runs in the transaction in which the result becomes visible: the line of the record, the jobs that follow. */
  readonly alongside?: (tx: Transaction<Tables>, saved: SavedResult) => Promise<void>;
}

export type Covers = "everything" | "repositories";

export interface SavedResult {
  readonly id: number;
  readonly covers: Covers;
  readonly components: number;
  readonly uses: number;
  readonly findings: number;
  /** Whether its findings were taken as they are. */
  readonly judged: boolean;
}

/** Any number: results become visible one after the other. */
export const MERGE_LOCK = 0x616c6d72;

/** Saves a result. What reads sees all of it or nothing. */
export async function saveResult(db: Kysely<Tables>, result: ScanResult, options: SaveOptions): Promise<SavedResult> {
  const covers = options.covers ?? (await coversOf(db, result));
  await forgetAbandoned(db, options.at);
  const takesFindings = options.findings && covers === "everything" && !(await knowsBills(db));
  const { id } = await db
    .insertInto("results")
    .values(rowOf(result, options, covers))
    .returning("id")
    .executeTakeFirstOrThrow();
  const saved: SavedResult = {
    id,
    covers,
    components: result.components.length,
    uses: result.uses.length,
    findings: result.findings.length,
    judged: takesFindings,
  };
  try {
    const repositories = await numberRepositories(db, result, id, options.at);
    const { versionOf, components } = await bringIn(db, result, {
      id,
      repositories,
      at: options.at,
      unsaid: options.source === "sbom" ? "unknown" : "not-applicable",
      letGo: options.letGo === true && covers === "repositories",
      portion: options.portion ?? PORTION,
    });
    if (takesFindings) await stageFindings(db, { ...result, components }, result.program, id);
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${MERGE_LOCK})`.execute(tx);
      const moved = await saveProducts(tx, result, options.at, covers);
      await saveRepositories(tx, result, id, options.at);
      await mergeUses(tx, id, {
        repositories: [...repositories.values()],
        covers,
        at: options.at,
        outcomes: options.source === "sbom" ? "kept" : "told",
      });
      await saveDuties(tx, result, versionOf, options.at, covers);
      if (takesFindings) await mergeFindings(tx, id, options.at, { program: result.inputs.program.digest, why: "result", result: id });
      await refreshCounts(tx, moved || covers === "everything" ? undefined : [...repositories.values()]);
      await tx.updateTable("results").set({ kept: true }).where("id", "=", id).execute();
      await nextGeneration(tx);
      await options.alongside?.(tx, saved);
    });
    return saved;
  } catch (cause) {
    await db.deleteFrom("results").where("id", "=", id).execute();
    throw cause;
  } finally {
    await forgetStaged(db, id);
  }
}

function rowOf(result: ScanResult, { at, by, source }: SaveOptions, covers: Covers) {
  return {
    at,
    by: by ?? null,
    source,
    covers,
    now: result.now,
    program: result.inputs.program.digest,
    tool: result.tool.version,
    knowledge: result.tool.knowledge,
    repositories: result.repositories.length,
    components: result.components.length,
    uses: result.uses.length,
    findings: result.findings.length,
    head: zipped(headOf(result)),
    kept: false,
  };
}

async function coversOf(db: Kysely<Tables>, result: ScanResult): Promise<Covers> {
  const names = new Set(result.repositories.map(({ id }) => id));
  const known = await db.selectFrom("repositories").select("name").where("gone_at", "is", null).where("kind", "<>", "sbom").execute();
  return known.every(({ name }) => names.has(name)) ? "everything" : "repositories";
}

/** Bills of materials are sent on their own: no scan of repositories knows what they hold. */
async function knowsBills(db: Kysely<Tables>): Promise<boolean> {
  const found = await db.selectFrom("repositories").select("id").where("gone_at", "is", null).where("kind", "=", "sbom").limit(1).execute();
  return found.length > 0;
}

const DAY = 86_400_000;

/** What a server brought in when it was killed: nobody sees it, and after a day nobody is at it any more. */
async function forgetAbandoned(db: Kysely<Tables>, now: Date): Promise<void> {
  const old = await db
    .selectFrom("results")
    .select("id")
    .where("kept", "=", false)
    .where("at", "<", new Date(now.getTime() - DAY))
    .execute();
  for (const { id } of old) {
    await forgetStaged(db, id);
    await db.deleteFrom("results").where("id", "=", id).execute();
  }
}

async function forgetStaged(db: Kysely<Tables>, id: number): Promise<void> {
  await db.deleteFrom("staged_uses").where("result", "=", id).execute();
  await db.deleteFrom("staged_findings").where("result", "=", id).execute();
}
