// Whether the server does its work, for those who watch over it.
import { z } from "zod";
import { ping } from "#store";
import type { RouteModule } from "./index.ts";

const health = z
  .object({
    status: z.enum(["ok", "degraded"]),
    database: z.enum(["ok", "gone"]),
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
        const gone = await ping(database).then(
          () => false,
          () => true,
        );
        return reply.code(gone ? 503 : 200).send({
          status: gone ? "degraded" : "ok",
          database: gone ? "gone" : "ok",
          kind: database.kind,
          at: clock().toISOString(),
        });
      },
    });
  },
};
