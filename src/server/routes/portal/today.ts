// The start page of whoever asks.
import { z } from "zod";
import { portalPages } from "#publish";
import { known } from "../../access/known.ts";
import { todayFacts } from "../../portal/today/gather.ts";
import type { RouteModule } from "../index.ts";
import { spoken, state } from "./parts.ts";

const line = z
  .object({
    state,
    text: z.string(),
    detail: z.string().optional(),
    address: z.string().optional().describe("Path of the page where it is done."),
  })
  .meta({ id: "TodayLine" });
const lines = z.array(line);
const statement = z.object({ rule: z.string(), state, title: z.string(), text: z.string() });

const page = z
  .object({
    answer: z.string().describe("The page in a sentence."),
    firstRun: z.boolean().describe("The office is still to be set up, by me."),
    waiting: lines.describe("What waits for me."),
    requests: lines.describe("What I asked for, the newest first."),
    blocks: z
      .array(
        z.object({
          id: z.enum(["products", "desk", "security", "supply", "community", "office", "audit"]),
          urgency: z.int(),
          state,
          sentence: z.string(),
          lines,
          address: z.string(),
        }),
      )
      .describe("By what I am here, the most urgent first."),
    changed: z.object({ since: z.string(), lines }),
    doing: z.array(
      z.object({
        id: z.enum(["delivery", "compliance", "communities", "strategy"]),
        state,
        sentence: z.string(),
        trend: z.object({ values: z.array(z.number()), label: z.string(), text: z.string() }).optional(),
        address: z.string(),
      }),
    ),
    executive: z
      .object({
        period: z.string(),
        messages: z.array(statement).describe("Three at most, the heaviest first."),
        ask: statement.optional().describe("What the figures would have decided."),
        case: z
          .object({
            id: z.string(),
            title: z.string(),
            question: z.string(),
            recommendation: z.string(),
            version: z.int(),
            lane: z.string().optional().describe("Lane in which I have a seat."),
            for: z.string().optional(),
          })
          .optional()
          .describe("The decision that waits for me."),
      })
      .optional(),
  })
  .meta({ id: "TodayPage" });

const DAY = 86_400_000;

export const todayRoutes: RouteModule = {
  name: "portal-today",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/today",
      schema: {
        operationId: "todayPage",
        tags: ["portal"],
        summary: "My start page: what waits for me, what changed, how we are doing",
        querystring: spoken.extend({ since: z.iso.datetime().optional().describe("When I last looked; a week ago where absent.") }),
        response: { 200: page },
      },
      config: { permission: "results:read" },
      async handler(request) {
        const { since, lang } = request.query;
        const now = deps.clock().getTime();
        const asked = since === undefined ? now - 7 * DAY : Math.max(Date.parse(since), now - 90 * DAY);
        const facts = await todayFacts(deps, known(request), new Date(Math.min(asked, now)), lang);
        const { todayPage } = await portalPages();
        return todayPage(facts) as unknown as z.input<typeof page>;
      },
    });
  },
};
