// The program as pages: the strategy with live key results, policies with the live state of each rule, and how the office stands.
import { z } from "zod";
import { policyAreas } from "#program";
import { portalPages } from "#publish";
import { openFindings } from "#store";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { standingOf } from "../../portal/standing.ts";
import { frameworksOf } from "../../portal/frameworks.ts";
import { figuresFor } from "../../portal/figures-now.ts";
import { acknowledge } from "../../portal/acknowledge.ts";
import type { RouteModule } from "../index.ts";
import { asOf, seesProduct, spoken, whenOf } from "./parts.ts";
import { nothing } from "../shared.ts";
import { officeBody, policyBody, policyLineBody, strategyBody } from "./program-bodies.ts";

const reading = { permission: "program:read" } as const;

export const programPageRoutes: RouteModule = {
  name: "portal-program",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/portal/strategy",
      schema: {
        operationId: "strategyPage",
        tags: ["portal"],
        summary: "The strategy with live key results, its map, and where the chain is broken",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, strategy: strategyBody.optional() }).meta({ id: "StrategyAnswer" }) },
      },
      config: reading,
      async handler(request) {
        const [standing, open, { strategyPage }] = await Promise.all([
          standingOf(deps),
          openFindings(db, known(request).units),
          portalPages(),
        ]);
        const strategy = strategyPage(await figuresFor(deps, standing.result, known(request)), open, request.query.lang);
        return { ...whenOf(standing), ...(strategy ? { strategy: strategy as z.input<typeof strategyBody> } : {}) };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/policies",
      schema: {
        operationId: "policyLines",
        tags: ["portal"],
        summary: "The seven policies, with how each stands",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, policies: z.array(policyLineBody) }).meta({ id: "PolicyLines" }) },
      },
      config: reading,
      async handler(request) {
        const caller = known(request);
        const [standing, open, { policyLines }] = await Promise.all([standingOf(deps), openFindings(db, caller.units), portalPages()]);
        const policies = policyLines({ result: standing.result, open, language: request.query.lang, me: caller.id });
        return { ...whenOf(standing), policies: policies as z.input<typeof policyLineBody>[] };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/policies/:area",
      schema: {
        operationId: "policyPage",
        tags: ["portal"],
        summary: "A policy as it was written, each sentence with its rule's live state",
        params: z.object({ area: z.enum(policyAreas) }),
        querystring: spoken,
        response: { 200: z.object({ ...asOf, policy: policyBody }).meta({ id: "PolicyAnswer" }) },
      },
      config: reading,
      async handler(request) {
        const caller = known(request);
        const [standing, open, { policyPage }] = await Promise.all([standingOf(deps), openFindings(db, caller.units), portalPages()]);
        const policy = policyPage(request.params.area, {
          result: standing.result,
          open,
          language: request.query.lang,
          me: caller.id,
        });
        if (!policy) throw notThere("policy for this area");
        return { ...whenOf(standing), policy: policy as z.input<typeof policyBody> };
      },
    });

    app.route({
      method: "POST",
      url: "/api/portal/policies/:area/acknowledgement",
      schema: {
        operationId: "acknowledgePolicy",
        tags: ["portal"],
        summary: "Say that I have read a policy and keep to it",
        params: z.object({ area: z.enum(policyAreas) }),
        response: { 204: nothing },
      },
      config: { permission: "signed-in" },
      async handler(request, reply) {
        await acknowledge(deps, request.params.area, known(request).id);
        return reply.code(204).send();
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/office",
      schema: {
        operationId: "officePage",
        tags: ["portal"],
        summary: "Business models and open source share of products, the seven responsibilities, and what frameworks ask",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, office: officeBody }).meta({ id: "OfficeAnswer" }) },
      },
      config: reading,
      async handler(request) {
        const [standing, open, { officePage }] = await Promise.all([
          standingOf(deps),
          openFindings(db, known(request).units),
          portalPages(),
        ]);
        const { program } = standing.result;
        const result = await figuresFor(deps, standing.result, known(request));
        const office = officePage(result, open, await frameworksOf(program), request.query.lang);
        const sees = seesProduct(known(request), program);
        const products = office.products.filter(({ id }) => sees(id));
        return { ...whenOf(standing), office: { ...office, products } as z.input<typeof officeBody> };
      },
    });
  },
};
