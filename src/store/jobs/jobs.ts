// Work that is done later, by whichever worker is free. It is ordered in the transaction of what causes it: both are there, or none.
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { type Db, fromKysely, fromPglite, PgBoss } from "pg-boss";
import type { Database } from "../database/open.ts";
import type { Tables } from "../database/tables.ts";

export interface JobOptions {
  /** Not before this moment. */
  readonly at?: Date;
  /** While one with this key waits, another is not added. */
  readonly once?: string;
}

export interface Job<T> {
  readonly id: string;
  readonly data: T;
  /** Aborted when the worker stops, or the job takes too long. */
  readonly signal: AbortSignal;
}

export interface Jobs {
  /** Gives the job's id; the empty text where one with its key waits already. */
  send(tx: Transaction<Tables>, name: string, data: object, options?: JobOptions): Promise<string>;
  /** Takes jobs of this name, one at a time. One that throws is tried again later, a few times, and then kept as failed. */
  work<T extends object>(name: string, handler: (job: Job<T>) => Promise<unknown>): Promise<void>;
  /** Sends this job by itself, as a cron expression says, in UTC. */
  repeat(name: string, cron: string): Promise<void>;
  /** Ends after the jobs at hand, or after the seconds given. */
  stop(seconds?: number): Promise<void>;
}

export interface JobsOptions {
  /** Names of all jobs: each has a queue of its own. */
  readonly names: readonly string[];
  /** Whether this process also looks after the queues: failed ones, late ones, repeated ones. */
  readonly supervise: boolean;
  readonly failed: (cause: unknown) => void;
  /** How often a job that throws is tried again, and after how many seconds at first. Default: 5 times, after 5 seconds, then longer. */
  readonly again?: { readonly times: number; readonly seconds: number };
}

const SCHEMA = "jobs";
/** A job that runs longer, or whose worker died, is given to another. */
const LONGEST = 15 * 60;
const HEARTBEAT = 10;

export async function startJobs(database: Database, options: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    ...connection(database),
    schema: SCHEMA,
    supervise: options.supervise,
    schedule: options.supervise,
    monitorIntervalSeconds: HEARTBEAT,
    cronMonitorIntervalSeconds: HEARTBEAT,
    cronWorkerIntervalSeconds: 5,
    // Looked for every second, on both kinds of database: by notices a job was missed now and then on a busy machine, for a minute and longer.
    useListenNotify: false,
  });
  boss.on("error", options.failed);
  await boss.start({ attempts: 3 });
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const name of options.names) if (!there.has(name)) await makeQueue(boss, name, options.again);
  if (database.kind === "embedded") await freeDeadWorkers(boss);
  return {
    async send(tx, name, data, { at, once } = {}) {
      const id = await boss.send(name, data, {
        db: fromKysely(tx),
        ...(at ? { startAfter: at } : {}),
        // A queue takes one waiting job per key, and one without any: who names none gets a key of their own.
        singletonKey: once ?? randomUUID(),
      });
      return id ?? "";
    },
    async work<T extends object>(name: string, handler: (job: Job<T>) => Promise<unknown>) {
      await boss.work<T>(name, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([job]) => {
        if (job) await handler({ id: job.id, data: job.data, signal: job.signal });
      });
    },
    repeat: (name, cron) => boss.schedule(name, cron, {}, { tz: "UTC", singletonKey: name }),
    stop: (seconds = 10) => boss.stop({ graceful: true, timeout: seconds * 1000 }),
  };
}

function connection({ embedded, url }: Database): { db: Db; backend: "pglite" } | { connectionString: string; max: number } {
  if (embedded) return { db: fromPglite(embedded), backend: "pglite" };
  return { connectionString: url ?? "", max: 4 };
}

async function makeQueue(boss: PgBoss, name: string, { times, seconds } = { times: 5, seconds: 5 }): Promise<void> {
  await boss.createQueue(name, {
    policy: "short",
    retryLimit: times,
    retryDelay: seconds,
    retryBackoff: seconds > 0,
    ...(seconds > 0 ? { retryDelayMax: 600 } : {}),
    expireInSeconds: LONGEST,
    heartbeatSeconds: HEARTBEAT,
  });
}

/** One process has the embedded database: what was being worked on when it is opened, nobody works on. */
async function freeDeadWorkers(boss: PgBoss): Promise<void> {
  const { rows } = await boss.getDb().executeSql(`select name, id from ${SCHEMA}.job where state = 'active'`);
  for (const [name, jobs] of Map.groupBy(rows as { name: string; id: string }[], (job) => job.name)) {
    await boss.fail(
      name,
      jobs.map(({ id }) => id),
      { message: "its worker died" },
    );
  }
}
