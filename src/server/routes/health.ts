// Whether the server does its work, for those who watch over it.
import { z } from "zod";
import { lastLineAt, ping } from "#store";
import type { RouteModule } from "./index.ts";

/** Clocks of servers differ by so much. */
const CLOCKS_DIFFER = 5 * 60_000;

const health = z
  .object({
    status: z.enum(["ok", "degraded"]),
    database: z.enum(["ok", "gone"]),
    clock: z
      .enum(["ok", "behind"])
      .optional()
      .describe("`behind`: the record ends later than what the server takes for now. Its clock went back, or was ahead before."),
    kind: z.enum(["embedded", "server"]).describe("Which database it has."),
    at: z.iso.datetime(),
  })
  .meta({ id: "Health" });

export const healthRoutes: RouteModule = {
  name: "health",
  register(app, { database, clock }) {
    app.route({
      method: "GET",
      url: "/api/health",
      schema: {
        operationId: "health",
        tags: ["server"],
        summary: "Whether the server and its database answer",
        response: { 200: health, 503: health },
      },
      config: { permission: "public" },
      async handler(_request, reply) {
        const at = clock();
        const gone = await ping(database).then(
          () => false,
          () => true,
        );
        if (gone) return reply.code(503).send({ status: "degraded", database: "gone", kind: database.kind, at: at.toISOString() });
        const last = await lastLineAt(database.sql).catch(() => undefined);
        const behind = last !== undefined && Date.parse(last) > at.getTime() + CLOCKS_DIFFER;
        return reply.send({
          status: behind ? "degraded" : "ok",
          database: "ok",
          clock: behind ? "behind" : "ok",
          kind: database.kind,
          at: at.toISOString(),
        });
      },
    });
  },
};
