// Long work: how far it is, as a list and as a stream of events.
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { listSetAside, listWork, type SetAside, type Work, workById } from "#store";
import { notThere } from "../access/caller.ts";
import { wire } from "../http/wire.ts";
import type { Deps } from "../deps.ts";
import type { RouteModule } from "./index.ts";

const work = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(["waiting", "running", "done", "failed"]),
    stage: z.string().optional(),
    done: z.int(),
    of: z.int(),
    by: z.string(),
    beganAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    outcome: z.looseObject({}).optional(),
  })
  .meta({ id: "Work" });

const LOOK_EVERY = 400;
/** A stream ends after that; the browser comes back by itself. */
const LONGEST = 10 * 60_000;
const reading = { permission: "results:read" } as const;

export const workRoutes: RouteModule = {
  name: "work",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/jobs",
      schema: {
        operationId: "jobs",
        tags: ["jobs"],
        summary: "Long work, the newest first, with jobs that were tried often enough and set aside",
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
        response: { 200: z.array(work) },
      },
      config: { permission: "jobs:read" },
      async handler({ query }) {
        const all = [...(await listWork(db, query.limit)), ...(await listSetAside(db, query.limit)).map(asWork)];
        const newest = all.sort((a, b) => b.beganAt.getTime() - a.beganAt.getTime()).slice(0, query.limit);
        return wire(newest) as z.input<typeof work>[];
      },
    });

    app.route({
      method: "GET",
      url: "/api/jobs/:id",
      schema: {
        operationId: "job",
        tags: ["jobs"],
        summary: "How far a piece of work is",
        params: z.object({ id: z.uuid() }),
        response: { 200: work },
      },
      config: reading,
      async handler({ params }) {
        const found = await workById(db, params.id);
        if (!found) throw notThere("such work");
        return wire(found) as z.input<typeof work>;
      },
    });

    app.route({
      method: "GET",
      url: "/api/jobs/:id/events",
      schema: {
        operationId: "jobEvents",
        tags: ["jobs"],
        summary: "How far a piece of work is, as server-sent events until it ends",
        params: z.object({ id: z.uuid() }),
        produces: ["text/event-stream"],
      },
      config: reading,
      async handler(request, reply) {
        const found = await workById(db, request.params.id);
        if (!found) throw notThere("such work");
        const gone = new AbortController();
        request.raw.once("close", () => gone.abort());
        return reply
          .header("content-type", "text/event-stream; charset=utf-8")
          .header("cache-control", "no-store")
          .header("x-accel-buffering", "no")
          .send(Readable.from(events(deps, found, gone.signal)));
      },
    });
  },
};

/** What could not be done, as work that failed. */
function asWork({ id, name, tries, because, orderedAt, setAsideAt }: SetAside): Work {
  const outcome = { problem: because, tries, setAside: true };
  return { id, name, state: "failed", done: 0, of: 0, by: "allmend", beganAt: orderedAt, changedAt: setAsideAt, outcome };
}

async function* events({ database, stopping }: Deps, first: Work, gone: AbortSignal): AsyncGenerator<string> {
  const until = Date.now() + LONGEST;
  let said = "";
  for (let now: Work | undefined = first; now; now = await workById(database.sql, first.id)) {
    const text = JSON.stringify(wire(now));
    if (text !== said) yield `event: progress\ndata: ${text}\n\n`;
    said = text;
    if (now.state === "done" || now.state === "failed") return;
    if (gone.aborted || stopping.aborted || Date.now() > until) return;
    await wait(LOOK_EVERY);
  }
}
