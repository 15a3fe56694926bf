// Why something is there, and what comes of it: the chain of one id, both ways.
import { z } from "zod";
import { chains, portalPages } from "#publish";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { findingsFor } from "../../portal/findings-about.ts";
import { figuresFor } from "../../portal/figures-now.ts";
import { standingOf } from "../../portal/standing.ts";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

const node = z
  .object({
    id: z.string(),
    kind: z.string().describe("In words."),
    label: z.string(),
    state: z.string().optional(),
    stateText: z.string().optional(),
    place: z.string().optional().describe("File and line."),
  })
  .meta({ id: "WhyNode" });

const tree = node
  .extend({
    get next() {
      return z.array(tree);
    },
    more: z.int().describe("Left out."),
  })
  .meta({ id: "WhyTree" });

const why = z
  .object({
    node,
    above: z.array(tree).describe("What it is there for."),
    below: z.array(tree).describe("What comes of it."),
    moreBelow: z.int(),
  })
  .meta({ id: "Why" });

export const whyRoutes: RouteModule = {
  name: "portal-why",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/why",
      schema: {
        operationId: "why",
        tags: ["portal"],
        summary: "Why something is there and what comes of it: objective, activity, policy, rule, finding, decision, figure",
        querystring: spoken.extend({ id: word(600) }),
        response: { 200: why },
      },
      config: { permission: "program:read" },
      async handler(request) {
        const caller = known(request);
        const { id, lang } = request.query;
        const [{ result }, { findings, total }] = await Promise.all([standingOf(deps), findingsFor(deps, id, caller)]);
        const [{ chainOf }, { whyPage }] = await Promise.all([chains(), portalPages()]);
        // Of what is added for who asks only figures: they end where the caller's units end.
        const asked = /^(?:figure|measure):/.test(id) ? id : undefined;
        const found = whyPage(chainOf({ ...(await figuresFor(deps, result, caller)), findings }, asked), id, lang);
        if (!found) throw notThere("such id");
        return { ...found, moreBelow: found.moreBelow + total - findings.length } as z.input<typeof why>;
      },
    });
  },
};
