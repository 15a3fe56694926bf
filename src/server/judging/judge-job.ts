// The job that judges everything that is known by the program in force: in the background, with progress that anybody may follow.
import type { Kysely, Transaction } from "kysely";
import { append, beginWork, endWork, type Job, type Jobs, judgeAll, type Tables, tellWork } from "#store";
import { DELIVERY_RECORD, type Program } from "#program";
import type { Deps } from "../deps.ts";
import type { JobModule } from "../jobs/index.ts";
import { judgedProgram } from "./judged-program.ts";

/** Name of its queue. */
export const JUDGE = "judge";

export interface JudgeOrder {
  /** Number of the work that people follow. */
  readonly work: string;
  readonly why: "program" | "result" | "records" | "day";
}

/** Records from which rules answer otherwise than before, whatever they ask. */
const ANEW: ReadonlySet<string> = new Set([
  "waiver",
  "curation",
  "decision",
  "lapse",
  "obligation",
  "release",
  "attestation",
  "vex",
  DELIVERY_RECORD,
]);
const APPROVING: ReadonlySet<string> = new Set(["approval", "approved-use"]);

/** Whether such a record can change what the rules of this program say: approvals only where a rule asks for them. */
export function changesJudgement(kind: string, { policies }: Pick<Program, "policies">): boolean {
  if (ANEW.has(kind)) return true;
  return APPROVING.has(kind) && policies.some(({ rules }) => rules.some(({ when }) => /\bcomponent\.approved\b/.test(when)));
}

/** Orders a judgement in the transaction of what makes it necessary; gives the work to follow. One that waits already serves all who ask. */
export async function orderJudgement(
  tx: Transaction<Tables>,
  { jobs, clock }: { readonly jobs: Jobs; readonly clock: () => Date },
  { why, by }: { readonly why: JudgeOrder["why"]; readonly by: string },
): Promise<string> {
  const waiting = await waitingWork(tx);
  if (waiting !== undefined) return waiting;
  const work = await beginWork(tx, { name: JUDGE, by, at: clock() });
  await jobs.send(tx, JUDGE, { work, why } satisfies JudgeOrder, { once: JUDGE });
  return work;
}

async function waitingWork(tx: Kysely<Tables>): Promise<string | undefined> {
  const found = await tx
    .selectFrom("work")
    .select("id")
    .where("name", "=", JUDGE)
    .where("state", "=", "waiting")
    .forUpdate()
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/** Progress is written at most that often. */
const EVERY = 500;

export async function judge(
  { database, clock, program }: Pick<Deps, "database" | "clock" | "program">,
  { data }: Pick<Job<JudgeOrder>, "data">,
) {
  const db = database.sql;
  const began = clock();
  let told = 0;
  const progress = async (stage: string, done: number, of: number) => {
    if (done > 0 && Date.now() - told < EVERY) return;
    told = Date.now();
    await tellWork(db, data.work, { stage, done, of }, clock());
  };
  await tellWork(db, data.work, { stage: "wait", done: 0, of: 0 }, began);
  try {
    const current = await judgedProgram({ database, program });
    const judged = await judgeAll(db, {
      program: current,
      at: began,
      why: data.why,
      progress,
      alongside: async (tx, answer) => {
        const { uses, changed, findings } = answer;
        await endWork(tx, data.work, "done", { uses, changed, findings, seconds: (clock().getTime() - began.getTime()) / 1000 }, clock());
        await append(tx, {
          at: clock().toISOString(),
          by: "allmend",
          what: "findings.judged",
          subject: "organization:findings",
          policy: current.digest,
          data: { why: data.why, uses, changed, findings },
        });
      },
    });
    if (!judged) await endWork(db, data.work, "done", { uses: 0, changed: 0, findings: 0, seconds: 0 }, clock());
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await endWork(db, data.work, "failed", { problem: problem.slice(0, 1000) }, clock());
    throw error;
  }
}

/** Every night too: waivers end, reviews fall due, and nobody sends anything. */
export const judgeJob: JobModule = {
  name: JUDGE,
  repeat: "20 3 * * *",
  async run(deps, { data }) {
    const order = "work" in data ? (data as JudgeOrder) : await nightly(deps);
    await judge(deps, { data: order });
  },
};

async function nightly({ database, clock }: Deps): Promise<JudgeOrder> {
  return { work: await beginWork(database.sql, { name: JUDGE, by: "allmend", at: clock() }), why: "day" };
}
