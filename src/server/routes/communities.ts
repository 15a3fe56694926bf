// What happens with communities, written by whoever cares for them: events and talks, joint work, thanks. Agreements and money stay with the office.
import { z } from "zod";
import { known } from "../access/known.ts";
import { word } from "../http/parameters.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import type { RouteModule } from "./index.ts";
import { writeEntry } from "./registers.ts";

const lists = ["events", "collaborations", "recognition"] as const;

export const communityRoutes: RouteModule = {
  name: "communities",
  register(app, deps) {
    app.route({
      method: "POST",
      url: "/api/communities/:list",
      schema: {
        operationId: "writeCommunityEntry",
        tags: ["registers"],
        summary: "Write an event, joint work or thanks; in the place of one that is known by the same; `ended` takes it out",
        params: z.object({ list: z.enum(lists) }),
        body: z.strictObject({
          id: word(200).optional().describe("Of an event or of joint work; thanks are known by their day and what they are for."),
          entry: z.record(z.string().max(80), z.unknown()).default({}),
          ended: z.boolean().default(false),
        }),
        response: { 201: z.object({ id: z.string(), number: z.int() }) },
      },
      config: { permission: "communities:write" },
      async handler(request, reply) {
        const { id, number } = await writeEntry(deps, await judgedProgram(deps), known(request), request.params.list, request.body);
        return reply.code(201).send({ id, number });
      },
    });
  },
};
