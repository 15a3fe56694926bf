// Findings: the worst first, with how many there are of each kind, and one with everything that it rests on.
import { z } from "zod";
import { policyAreas } from "#program";
import { absentNames, facetNames, findingById, findingFacets, findingMatrix, findingStates, listFindings } from "#store";
import { notThere } from "../access/caller.ts";
import { known } from "../access/known.ts";
import { hasAlready } from "../http/conditional.ts";
import { countedOnce } from "../http/counted.ts";
import { given, pageIn, pageOf, pageQuery, word } from "../http/parameters.ts";
import { wire } from "../http/wire.ts";
import type { RouteModule } from "./index.ts";

const outcome = z.enum(["allow", "warn", "review", "deny"]);
const area = z.enum(policyAreas);
const moment = z.iso.datetime();

export const finding = z
  .object({
    id: z.string(),
    rule: z.string(),
    area,
    kind: z.string().describe("Kind of its subject."),
    subject: z.string(),
    label: z.string(),
    product: z.string().optional(),
    repository: z.string().optional(),
    component: z.int().optional(),
    outcome,
    because: z.string(),
    state: z.enum(findingStates),
    lane: z.string().optional(),
    owner: z.string().optional().describe("To whom somebody gave it; else who answers for the product, the rule or the policy."),
    assigned: z.boolean().describe("Somebody gave it to `owner`."),
    age: z.string().optional(),
    due: moment.optional(),
    firstSeen: moment,
    lastSeen: moment,
    changed: z.object({ at: moment, from: outcome }).optional().describe("When its outcome changed last."),
    returnedAt: moment.optional().describe("When it came back after it was gone."),
  })
  .meta({ id: "Finding" });

const whole = finding.extend({
  facts: z.array(z.looseObject({ name: z.string() })).describe("What the rule read."),
  unknown: z.array(z.object({ fact: z.string(), reason: z.string() })).optional(),
  license: z.looseObject({}).optional(),
  assurance: z.string(),
  serves: z.object({ activities: z.array(z.string()), objectives: z.array(z.string()) }),
  position: z.looseObject({ file: z.string(), line: z.int() }).describe("Where the rule stands."),
  evidence: z.array(z.looseObject({})),
  waiver: z.looseObject({}).optional(),
});

const filter = {
  area: area.optional(),
  product: word().optional(),
  outcome: outcome.optional(),
  state: z.enum(findingStates).optional().describe("All that are there where absent: open, waived and shadow."),
  rule: word().optional(),
  kind: word(50).optional(),
  owner: word().optional(),
  lane: word().optional(),
  repository: word(1000).optional(),
  component: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional(),
  age: z.enum(["new", "known", "overdue"]).optional(),
  because: word(50).optional(),
  none: z.enum(absentNames).optional().describe("Those that have none of it: about no product, with no owner, …"),
  search: word(100).optional().describe("Part of the subject's name."),
};

const reading = { permission: "results:read" } as const;
const facet = z.array(z.object({ value: z.string().nullable(), count: z.int() }));

export const findingRoutes: RouteModule = {
  name: "findings",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/findings",
      schema: {
        operationId: "findings",
        tags: ["findings"],
        summary: "Findings, the worst first",
        querystring: z.object({ ...filter, ...pageQuery }),
        response: { 200: pageOf(finding) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...wanted } = request.query;
        return reply.send(wire(await listFindings(db, given(wanted), known(request).units, pageIn({ limit, after }))));
      },
    });

    app.route({
      method: "GET",
      url: "/api/findings/facets",
      schema: {
        operationId: "findingFacets",
        tags: ["findings"],
        summary: "How many findings there are with each value, among those of a filter",
        querystring: z.object(filter),
        response: {
          200: z.object(Object.fromEntries(facetNames.map((name) => [name, facet])) as Record<(typeof facetNames)[number], typeof facet>),
        },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        return reply.send(wire(await countedOnce(deps, reply, () => findingFacets(db, given(request.query), known(request).units))));
      },
    });

    app.route({
      method: "GET",
      url: "/api/findings/matrix",
      schema: {
        operationId: "findingMatrix",
        tags: ["findings"],
        summary: "Open findings by policy area and product",
        response: {
          200: z.array(
            z.object({
              area,
              product: z.string().optional(),
              outcome,
              count: z.int(),
              unknown: z.int().describe("Of these, those that hang on something that is not known."),
            }),
          ),
        },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        return reply.send(wire(await countedOnce(deps, reply, () => findingMatrix(db, known(request).units))));
      },
    });

    app.route({
      method: "GET",
      url: "/api/findings/:id",
      schema: {
        operationId: "finding",
        tags: ["findings"],
        summary: "A finding with the facts, evidence and policy that it rests on",
        params: z.object({ id: word() }),
        response: { 200: whole },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const found = await findingById(db, request.params.id, known(request).units);
        if (!found) throw notThere("such finding");
        return reply.send(wire(found) as z.input<typeof whole>);
      },
    });
  },
};
