// The first run: from an empty installation to a program of one's own and a first result, without a handbook.
import { z } from "zod";
import { businessModels } from "#program";
import { draftProgram, firstRun } from "../../portal/first-run/first-run.ts";
import { word } from "../../http/parameters.ts";
import { personId } from "../shared.ts";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

const answers = z.strictObject({
  organization: z.string().trim().min(1).max(200),
  domains: z
    .array(
      z
        .string()
        .max(253)
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, { error: "is no domain: example.org" }),
    )
    .max(50),
  executives: z.array(personId).max(20),
  business: z.record(word(80), z.boolean()).describe("By id of the question; what is left out is not known."),
  pack: word(80).regex(/^[a-z0-9-]+$/, { error: "is no name of a pack" }),
});

export const firstRunRoutes: RouteModule = {
  name: "portal-first-run",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/first-run",
      schema: {
        operationId: "firstRun",
        tags: ["portal"],
        summary: "How far the set-up is, and what it asks",
        querystring: spoken,
        response: {
          200: z
            .object({
              step: z
                .enum(["program", "scan", "done"])
                .describe("What is missing next: a program of one's own, a first result, or nothing."),
              asks: z.object({ organization: z.string(), yes: z.string(), no: z.string(), notKnown: z.string() }),
              questions: z
                .array(z.object({ id: z.string(), question: z.string() }))
                .describe("About business models, as `allmend init` asks them."),
              packs: z.array(z.string()),
            })
            .meta({ id: "FirstRun" }),
        },
      },
      config: { permission: "program:write" },
      handler: ({ query }) => firstRun(deps, query.lang),
    });

    app.route({
      method: "POST",
      url: "/api/portal/first-run/draft",
      schema: {
        operationId: "draftFirstProgram",
        tags: ["portal"],
        summary: "The documents that the answers make; nothing is kept, POST /api/program puts them in force",
        querystring: spoken,
        body: answers,
        response: {
          200: z
            .object({
              files: z.record(z.string(), z.string()),
              models: z
                .array(z.object({ model: z.enum(businessModels), strength: z.string(), weakness: z.string() }))
                .describe("Business models that the answers speak for, the strongest first."),
            })
            .meta({ id: "FirstProgram" }),
        },
      },
      config: { permission: "program:write" },
      handler: ({ body, query }) => draftProgram(deps, body, query.lang),
    });
  },
};
