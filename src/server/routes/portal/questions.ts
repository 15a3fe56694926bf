// The front door: somebody asks in their own words and knows at once.
import { z } from "zod";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { answerQuestion } from "../../portal/front-door/question.ts";
import type { RouteModule } from "../index.ts";
import { spoken, state } from "./parts.ts";

const hit = z
  .object({
    kind: z.enum(["component", "product", "repository", "rule", "policy", "license", "vulnerability", "case", "person", "register"]),
    id: z.string(),
    label: z.string(),
    detail: z.string().optional(),
    state: state.optional(),
    address: z.string().describe("Path of its page in the portal."),
  })
  .meta({ id: "FrontDoorHit" });

const body = z
  .object({
    asked: z.string(),
    intent: z.enum(["use", "contribute", "publish", "procure"]).optional().describe("What somebody means to do, where their words say it."),
    answer: z
      .object({
        state: state.exclude(["none"]),
        sentence: z.string(),
        facts: z.array(z.string()).describe("What it rests on: licence and duties, vulnerabilities, who uses it already."),
        because: z
          .array(z.object({ id: z.string(), text: z.string(), remedy: z.string().optional() }))
          .describe("Rules that speak against it."),
        purl: z.string(),
        name: z.string(),
        component: z.int().optional().describe("Its number, where one sees a use of it."),
        product: z.string().optional().describe("For which product it was answered; absent: for all that one sees."),
      })
      .optional()
      .describe("May I use it? Absent where no component is meant."),
    hits: z.array(hit),
    ways: z
      .array(z.object({ kind: z.enum(["use", "contribute", "publish", "procure", "ask"]), fields: z.record(z.string(), z.string()) }))
      .describe("Requests that one may open about it, with their fields filled."),
    products: z.array(z.object({ id: z.string(), name: z.string() })).describe("Products that one can ask for."),
  })
  .meta({ id: "FrontDoorAnswer" });

export const questionRoutes: RouteModule = {
  name: "portal-questions",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/questions",
      schema: {
        operationId: "question",
        tags: ["portal"],
        summary: "The front door: a package, a product, a rule, a licence, a person or a question, answered at once",
        querystring: spoken.extend({
          q: word(500),
          product: word(100).optional().describe("For which product, where the question names none."),
        }),
        response: { 200: body },
      },
      config: { permission: "results:read" },
      handler: async (request) => (await answerQuestion(deps, known(request), request.query)) as z.input<typeof body>,
    });
  },
};
