// The rules in force over everything that is known: after the program changed, after a result that knows a part only, when the day changes.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Program } from "#program";
import { type Rejudged, rejudge, type ResultComponent, usageId } from "#scan";
import type { Tables } from "../database/tables.ts";
import { outcomeCode } from "./codes.ts";
import { generation, nextGeneration, refreshCounts, refreshUnits } from "./counts.ts";
import { PORTION as COMPONENTS, saveVersions } from "./dictionary.ts";
import { saveObligations, saveVulnerabilities } from "./duties.ts";
import { type JudgedBy, mergeFindings, stageFindings } from "./findings.ts";
import { type Everything, everything } from "./known.ts";
import { saveProducts } from "./places.ts";
import { saveSuppliers } from "./suppliers.ts";
import { MERGE_LOCK } from "./save.ts";
import { mergeUses, usesStage } from "./uses.ts";
import { batches } from "./rows.ts";

export interface JudgeOptions {
  readonly program: Program;
  readonly at: Date;
  readonly why: JudgedBy["why"];
  /** Told as it goes on; `of` is the whole. */
  readonly progress?: (stage: JudgeStage, done: number, of: number) => Promise<void>;
  /** Runs in the transaction in which the judgement becomes visible. */
  readonly alongside?: (tx: Transaction<Tables>, judged: JudgedAll) => Promise<void>;
}

export const judgeStages = ["read", "judge", "write"] as const;
export type JudgeStage = (typeof judgeStages)[number];

export interface JudgedAll {
  readonly uses: number;
  /** Uses with another outcome than before. */
  readonly changed: number;
  readonly findings: number;
}

/** Tries again while results come in between; then waits for nobody. */
const TRIES = 4;

/** Undefined before the first result. Throws AllmendError where a rule cannot be compiled. */
export async function judgeAll(db: Kysely<Tables>, options: JudgeOptions): Promise<JudgedAll | undefined> {
  for (let attempt = 1; ; attempt++) {
    const began = await generation(db);
    const answer = await judgeOnce(db, options, attempt < TRIES ? began : undefined);
    if (answer !== "overtaken") return answer;
  }
}

async function judgeOnce(
  db: Kysely<Tables>,
  options: JudgeOptions,
  began: number | undefined,
): Promise<JudgedAll | "overtaken" | undefined> {
  const { program, at } = options;
  const tell = options.progress ?? (async () => undefined);
  const counted = await sql<{ uses: number }>`select coalesce(sum(uses), 0)::integer as uses from component_counts`.execute(db);
  const of = counted.rows[0]?.uses ?? 0;
  const all = await everything(db, (uses) => tell("read", uses, of));
  if (!all) return undefined;
  await tell("judge", 0, of);
  const judged = await rejudge(all.known, { program, now: at.toISOString() });
  await tell("write", 0, of);
  const staging = await stagingNumber(db);
  try {
    const changes = await stage(db, all, judged, program, staging, (uses) => tell("write", uses, of));
    return await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${MERGE_LOCK})`.execute(tx);
      if (began !== undefined && (await generation(tx)) !== began) return "overtaken" as const;
      await apply(tx, all, judged, changes, options, staging);
      const answer = { uses: judged.uses.length, changed: changes.count, findings: judged.findings.length };
      await options.alongside?.(tx, answer);
      return answer;
    });
  } finally {
    await forget(db, staging);
  }
}

interface Changes {
  readonly count: number;
  /** Uses stand elsewhere than before, so that they were brought in anew. */
  readonly moved: boolean;
}

/** Below zero: no result has that number. */
async function stagingNumber(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ number: number }>`select -nextval('staging_numbers')::integer as number`.execute(db);
  return rows[0]?.number ?? -1;
}

async function stage(
  db: Kysely<Tables>,
  all: Everything,
  judged: Rejudged,
  program: Program,
  staging: number,
  told: (uses: number) => Promise<void>,
): Promise<Changes> {
  await stageFindings(db, { findings: judged.findings, components: all.dictionary.components }, program, staging);
  if (judged.uses === all.known.uses) return { count: await stageOutcomes(db, all, judged, staging, told), moved: false };
  const stageUses = await usesStage(
    db,
    { program, uses: judged.uses, verdicts: judged.verdicts },
    { id: staging, repositories: await repositoryNumbers(db) },
  );
  await stageUses(judged.uses, (index) => {
    const [component, version] = [judged.components[index], all.dictionary.versions[index]];
    return component && version && { component, version };
  });
  return { count: judged.uses.length, moved: true };
}

const PORTION = 50_000;

/** Only those whose outcome is another now. */
async function stageOutcomes(
  db: Kysely<Tables>,
  { known, ids, outcomes }: Everything,
  { components, verdicts }: Rejudged,
  staging: number,
  told: (uses: number) => Promise<void>,
): Promise<number> {
  const codes = new Map(verdicts.map(({ subject, outcome }) => [subject, outcomeCode(outcome)]));
  let [uses, now]: [number[], number[]] = [[], []];
  let count = 0;
  const flush = async () => {
    count += uses.length;
    if (uses.length > 0)
      await sql`insert into staged_outcomes (staging, use, outcome) select ${staging}, u, o
        from unnest(${uses}::integer[], ${now}::smallint[]) as given (u, o)`.execute(db);
    [uses, now] = [[], []];
  };
  for (const [index, use] of known.uses.entries()) {
    const component = components[use.component];
    const code = component ? (codes.get(usageId(use, component)) ?? 0) : 0;
    if (code !== outcomes[index]) {
      uses.push(ids[index] ?? 0);
      now.push(code);
    }
    if (uses.length >= PORTION) await flush();
    if (index % PORTION === 0) await told(index);
  }
  await flush();
  return count;
}

async function apply(
  tx: Transaction<Tables>,
  all: Everything,
  judged: Rejudged,
  { moved }: Changes,
  { program, at, why }: JudgeOptions,
  staging: number,
): Promise<void> {
  const elsewhere = await saveProducts(tx, { program }, at, "everything");
  await saveConclusions(tx, all.known.components, judged.components, at);
  if (moved) {
    const repositories = [...(await repositoryNumbers(tx)).values()];
    await mergeUses(tx, staging, { repositories, covers: "repositories", at });
    await refreshCounts(tx);
  } else {
    await sql`update uses set outcome = s.outcome from staged_outcomes s where s.staging = ${staging} and s.use = uses.id`.execute(tx);
    if (elsewhere) await refreshUnits(tx);
  }
  const versionOf = (component: number) => all.dictionary.versions[component]?.id;
  await saveObligations(tx, { obligations: judged.obligations, program }, versionOf, at);
  // In which products they count hangs on where uses stand, and on what was answered.
  if (moved || program.records.some(({ kind }) => kind === "vex")) await saveVulnerabilities(tx, judged.vulnerabilities, versionOf, at);
  await saveSuppliers(tx, judged.suppliers);
  await mergeFindings(tx, staging, at, { program: program.digest, why });
  await nextGeneration(tx);
}

/** Licences that this program's curations conclude otherwise. */
async function saveConclusions(
  tx: Transaction<Tables>,
  before: readonly ResultComponent[],
  after: readonly ResultComponent[],
  at: Date,
): Promise<void> {
  const changed = after.filter(
    (component, index) => component !== before[index] && JSON.stringify(component) !== JSON.stringify(before[index]),
  );
  for (const some of batches(changed, COMPONENTS)) await saveVersions(tx, some, at);
}

async function repositoryNumbers(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom("repositories").select(["id", "name"]).where("gone_at", "is", null).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function forget(db: Kysely<Tables>, staging: number): Promise<void> {
  await db.deleteFrom("staged_findings").where("result", "=", staging).execute();
  await db.deleteFrom("staged_uses").where("result", "=", staging).execute();
  await db.deleteFrom("staged_outcomes").where("staging", "=", staging).execute();
}
