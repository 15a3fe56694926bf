// Products and repositories, and how they stand.
import { z } from "zod";
import { listProducts, listRepositories, repositoryById } from "#store";
import { notThere } from "../access/caller.ts";
import { known } from "../access/known.ts";
import { hasAlready } from "../http/conditional.ts";
import { countedOnce } from "../http/counted.ts";
import { flag, given, pageIn, pageOf, pageQuery, word } from "../http/parameters.ts";
import { wire } from "../http/wire.ts";
import type { RouteModule } from "./index.ts";

const product = z
  .object({
    id: z.string(),
    name: z.record(z.string(), z.string()),
    unit: z.string().optional(),
    owner: z.string().optional(),
    criticality: z.string(),
    repositories: z.int(),
    findings: z.object({ warn: z.int(), review: z.int(), deny: z.int() }).describe("Open ones."),
    document: z.looseObject({}).describe("As organization.yaml describes it."),
  })
  .meta({ id: "Product" });

const repository = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: z.string(),
    commit: z.string().optional(),
    origin: z.string().optional(),
    products: z.array(z.string()),
    firstSeen: z.iso.datetime(),
    lastSeen: z.iso.datetime(),
    goneAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Repository" });

const reading = { permission: "results:read" } as const;

export const productRoutes: RouteModule = {
  name: "products",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/products",
      schema: {
        operationId: "products",
        tags: ["products"],
        summary: "Products, with what is open in each",
        response: { 200: z.array(product) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const found = await countedOnce(deps, reply, () => listProducts(db, known(request).units));
        return reply.send(wire(found) as z.input<typeof product>[]);
      },
    });

    app.route({
      method: "GET",
      url: "/api/products/:id",
      schema: {
        operationId: "product",
        tags: ["products"],
        summary: "A product",
        params: z.object({ id: word() }),
        response: { 200: product },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const [found] = await countedOnce(deps, reply, () => listProducts(db, known(request).units, request.params.id));
        if (!found) throw notThere("such product");
        return reply.send(wire(found) as z.input<typeof product>);
      },
    });

    app.route({
      method: "GET",
      url: "/api/repositories",
      schema: {
        operationId: "repositories",
        tags: ["products"],
        summary: "Repositories that runs have read",
        querystring: z.object({
          search: word(200).optional(),
          product: word().optional(),
          unseenSince: z.iso.datetime().optional().describe("Those that no result has spoken of since then."),
          gone: flag.optional().describe("Those that are gone, too."),
          ...pageQuery,
        }),
        response: { 200: pageOf(repository) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...wanted } = request.query;
        return reply.send(wire(await listRepositories(db, given(wanted), known(request).units, pageIn({ limit, after }))));
      },
    });

    app.route({
      method: "GET",
      url: "/api/repositories/:id",
      schema: {
        operationId: "repository",
        tags: ["products"],
        summary: "What the last run said of a repository",
        params: z.object({
          id: z.coerce
            .number()
            .int()
            .min(1)
            .max(2 ** 31 - 1),
        }),
        response: { 200: z.looseObject({ id: z.string() }) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const found = await repositoryById(db, request.params.id, known(request).units);
        if (!found) throw notThere("such repository");
        return reply.send({ ...found });
      },
    });
  },
};
