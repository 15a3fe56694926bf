// Components, found while typing, and where they are used.
import { z } from "zod";
import { componentById, listComponents, listUses, versionsIn } from "#store";
import { known } from "../access/known.ts";
import { notThere } from "../access/caller.ts";
import { hasAlready } from "../http/conditional.ts";
import { flag, given, pageIn, pageOf, pageQuery, word } from "../http/parameters.ts";
import { wire } from "../http/wire.ts";
import type { RouteModule } from "./index.ts";

const component = z
  .object({
    id: z.int(),
    purl: z.string().describe("Without version."),
    type: z.string(),
    name: z.string(),
    uses: z.int(),
    products: z.int(),
    versions: z.int(),
  })
  .meta({ id: "Component" });

const version = z.object({
  id: z.int(),
  purl: z.string(),
  version: z.string(),
  uses: z.int(),
  license: z.string().optional().describe("What rules judge."),
  notion: z.string().describe("Where that comes from: declared, detected, concluded, none."),
  declared: z.string().optional(),
  detected: z.string().optional().describe("What its licence texts hold."),
  differs: z.boolean().optional().describe("Whether those say something else than what is declared."),
  firstSeen: z.iso.datetime(),
  document: z.looseObject({}).describe("Everything that runs said of it."),
});

const use = z
  .object({
    id: z.int(),
    component: z.int(),
    purl: z.string(),
    license: z.string().optional(),
    product: z.string().optional(),
    deliverable: z.string().optional(),
    repository: z.string(),
    scope: z.enum(["production", "development", "optional"]),
    direct: z.boolean().optional(),
    outcome: z.enum(["not-applicable", "allow", "unknown", "warn", "review", "deny"]).describe("What the rules say of it."),
    manifests: z.array(z.object({ path: z.string(), line: z.int().optional() })),
    path: z.array(z.string()).optional().describe("Why it is here: from what we ask for down to it."),
    firstSeen: z.iso.datetime(),
    goneAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Use" });

const reading = { permission: "results:read" } as const;

export const componentRoutes: RouteModule = {
  name: "components",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/components",
      schema: {
        operationId: "components",
        tags: ["components"],
        summary: "Components: the most used first, found by a part of their name",
        querystring: z.object({
          search: word(100).optional().describe("Part of the name; up to two letters: its beginning."),
          type: word(50).optional().describe("Type of the package URL."),
          product: word().optional().describe("Used in this product."),
          purl: word(2000).optional().describe("Package URL without version."),
          ...pageQuery,
        }),
        response: { 200: pageOf(component) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...filter } = request.query;
        return reply.send(wire(await listComponents(db, given(filter), known(request).units, pageIn({ limit, after }))));
      },
    });

    app.route({
      method: "GET",
      url: "/api/components/:id",
      schema: {
        operationId: "component",
        tags: ["components"],
        summary: "A component with its versions and what is known of their licences",
        params: z.object({
          id: z.coerce
            .number()
            .int()
            .min(1)
            .max(2 ** 31 - 1),
        }),
        response: { 200: component.extend({ allVersions: z.array(version) }) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const found = await componentById(db, request.params.id, known(request).units);
        if (!found) throw notThere("such component");
        return reply.send(wire(found));
      },
    });

    app.route({
      method: "GET",
      url: "/api/uses",
      schema: {
        operationId: "uses",
        tags: ["components"],
        summary: "Where components are used: one component, the versions of a range (where are we affected?), one product",
        querystring: z.object({
          component: z.coerce
            .number()
            .int()
            .min(1)
            .max(2 ** 31 - 1)
            .optional(),
          purl: word(4000).optional().describe("With a version or a range: `pkg:npm/name@<2.0.0`."),
          product: word().optional(),
          repository: word(1000).optional(),
          scope: z.enum(["production", "development", "optional"]).optional(),
          direct: flag.optional(),
          search: word(100).optional().describe("Beginning of the component's name."),
          gone: flag.optional().describe("Those that are used no more, too."),
          ...pageQuery,
        }),
        response: {
          200: pageOf(use).extend({
            undecided: z.array(z.string()).optional().describe("Versions that could not be compared with the range: they may be meant."),
          }),
        },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, purl, ...filter } = request.query;
        const affected = purl === undefined ? undefined : await versionsIn(db, purl);
        const wanted = { ...given(filter), ...(affected ? { versions: affected.versions.map(({ id }) => id) } : {}) };
        const page = await listUses(db, wanted, known(request).units, pageIn({ limit, after }));
        const undecided = affected?.undecided.map((each) => each.purl) ?? [];
        return reply.send(wire({ ...page, ...(undecided.length > 0 ? { undecided } : {}) }));
      },
    });
  },
};
