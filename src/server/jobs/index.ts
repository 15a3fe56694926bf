// All jobs: work that is done later, by whichever worker is free. One is a file and a line here.
import type { Job } from "#store";
import type { Deps } from "../deps.ts";
import { judgeJob } from "../judging/judge-job.ts";
import { casesOnFacts, casesOnTime } from "./cases.ts";
import { noticesByMail, noticesByWebhook } from "./notices.ts";
import { reportsOnTime } from "./reports.ts";

export interface JobModule {
  readonly name: string;
  /** A cron expression, in UTC, for one that comes by itself. */
  readonly repeat?: string;
  run(deps: Deps, job: Job<object>): Promise<unknown>;
}

export const jobModules: readonly JobModule[] = [judgeJob, casesOnTime, casesOnFacts, noticesByMail, noticesByWebhook, reportsOnTime];

/** Makes this process a worker. */
export async function workOn(deps: Deps, modules: readonly JobModule[] = jobModules): Promise<void> {
  for (const { name, repeat, run } of modules) {
    await deps.jobs.work(name, async (job) => {
      try {
        await run(deps, job);
      } catch (error) {
        deps.log.error({ err: error, job: name, id: job.id }, "a job failed");
        throw error;
      }
    });
    if (repeat !== undefined) await deps.jobs.repeat(name, repeat);
  }
}
