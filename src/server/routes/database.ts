// The database, for whoever keeps the server running.
import { Readable } from "node:stream";
import { z } from "zod";
import { dumpDatabase } from "#store";
import type { Deps } from "../deps.ts";
import type { RouteModule } from "./index.ts";

const status = z
  .object({
    kind: z.enum(["embedded", "server"]),
    migrations: z.array(z.object({ id: z.string(), doneAt: z.iso.datetime() })),
    record: z.object({ lines: z.int(), hash: z.string() }),
    waiting: z.object({ notices: z.int(), failedNotices: z.int() }).describe("Notices that are still to be sent."),
  })
  .meta({ id: "DatabaseStatus" });

export const databaseRoutes: RouteModule = {
  name: "database",
  register(app, deps) {
    const { sql, kind } = deps.database;

    app.route({
      method: "GET",
      url: "/api/database",
      schema: { operationId: "databaseStatus", tags: ["server"], summary: "Schema, record and what waits", response: { 200: status } },
      config: { permission: "admin" },
      async handler() {
        const migrations = await sql.selectFrom("migrations").selectAll().orderBy("id").execute();
        const head = await sql.selectFrom("record_head").select(["sequence", "hash"]).executeTakeFirstOrThrow();
        const waiting = await sql
          .selectFrom("outbox")
          .select(({ fn, eb }) => [
            fn.countAll<number>().as("all"),
            fn.count<number>(eb.case().when("error", "is not", null).then(1).end()).as("failed"),
          ])
          .where("sent_at", "is", null)
          .executeTakeFirstOrThrow();
        return {
          kind,
          migrations: migrations.map(({ id, done_at }) => ({ id, doneAt: done_at.toISOString() })),
          record: { lines: Number(head.sequence), hash: head.hash },
          waiting: { notices: Number(waiting.all), failedNotices: Number(waiting.failed) },
        };
      },
    });

    app.route({
      method: "GET",
      url: "/api/database/dump",
      schema: {
        operationId: "dumpDatabase",
        tags: ["server"],
        summary: "Everything in the database, as lines of JSON",
        response: { 200: { description: "Lines of JSON.", content: { "application/x-ndjson": { schema: z.string() } } } },
      },
      config: { permission: "admin" },
      async handler(_request, reply) {
        return reply
          .type("application/x-ndjson")
          .serializer(String)
          .send(dumpStream(deps) as unknown as string);
      },
    });
  },
};

/** Made as fast as it is read. Who stops reading ends it. */
function dumpStream({ database, clock, log }: Deps): Readable {
  const stream = new Readable({ read: () => resume?.() });
  let resume: (() => void) | undefined;
  const write = (line: string) =>
    new Promise<void>((done, fail) => {
      if (stream.destroyed) return fail(new Error("the reader has gone"));
      if (stream.push(line)) return done();
      resume = done;
      stream.once("close", () => fail(new Error("the reader has gone")));
      return undefined;
    });
  dumpDatabase(database, clock(), write).then(
    () => stream.push(null),
    (error: unknown) => {
      log.error({ err: error }, "a dump was not finished");
      stream.destroy(error as Error);
    },
  );
  return stream;
}
