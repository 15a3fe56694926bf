// Licences in use, what they ask, and vulnerabilities in what is used.
import { z } from "zod";
import { vexStatuses } from "#facts";
import { listLicensed, listLicenses, listObligations, listVulnerabilities } from "#store";
import { known } from "../access/known.ts";
import { hasAlready } from "../http/conditional.ts";
import { countedOnce } from "../http/counted.ts";
import { flag, given, pageIn, pageOf, pageQuery, word } from "../http/parameters.ts";
import { wire } from "../http/wire.ts";
import type { RouteModule } from "./index.ts";

const license = z.object({ license: z.string().optional().describe("Absent: nobody knows."), versions: z.int(), uses: z.int() });

const licensed = z
  .object({
    id: z.int(),
    component: z.int(),
    purl: z.string(),
    license: z.string().optional(),
    notion: z.string(),
    declared: z.string().optional(),
    detected: z.string().optional(),
    differs: z.boolean().optional(),
  })
  .meta({ id: "LicensedVersion" });

const obligation = z
  .object({
    id: z.string(),
    product: z.string(),
    deliverables: z.array(z.string()),
    kind: z.string(),
    license: z.string(),
    trigger: z.string(),
    source: z.string(),
    confidence: z.number(),
    state: z.string(),
    evidence: z.string().optional(),
    because: z.string().optional(),
    owner: z.string().optional(),
    due: z.string().optional(),
    versions: z.array(z.int()).describe("Numbers of the versions that ask for it."),
    firstSeen: z.iso.datetime(),
  })
  .meta({ id: "Obligation" });

const vulnerability = z
  .looseObject({
    id: z.string(),
    aliases: z.array(z.string()),
    severity: z.string(),
    summary: z.string().optional(),
    url: z.string().optional(),
    affects: z.array(
      z.looseObject({
        purl: z.string(),
        sure: z.boolean(),
        open: z.boolean().describe("Counts somewhere."),
        fixed: z.string().optional().describe("First mended version."),
        openIn: z.array(z.string()).describe("Products in which it counts."),
        answers: z
          .array(
            z.looseObject({
              status: z.enum(vexStatuses),
              justification: z.string().optional(),
              because: z.string().optional(),
              by: z.string(),
              at: z.string(),
              product: z.string().optional().describe("Absent: in all."),
            }),
          )
          .describe("What was answered, oldest first."),
      }),
    ),
    firstSeen: z.iso.datetime(),
  })
  .meta({ id: "Vulnerability" });

const reading = { permission: "results:read" } as const;

export const licenseRoutes: RouteModule = {
  name: "licenses",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/licenses",
      schema: {
        operationId: "licenses",
        tags: ["licenses"],
        summary: "Licences in use, the most frequent first",
        querystring: z.object({ product: word().optional() }),
        response: { 200: z.array(license) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        return reply.send([...(await countedOnce(deps, reply, () => listLicenses(db, known(request).units, request.query.product)))]);
      },
    });

    app.route({
      method: "GET",
      url: "/api/licenses/versions",
      schema: {
        operationId: "licensedVersions",
        tags: ["licenses"],
        summary: "Versions in use with what is declared, what texts hold and what was concluded",
        querystring: z.object({
          license: word(2000).optional().describe("`none`: of which nobody knows the licence."),
          notion: z.enum(["declared", "detected", "concluded", "none"]).optional(),
          differs: flag.optional().describe("Only those whose texts say something else than what is declared."),
          ...pageQuery,
        }),
        response: { 200: pageOf(licensed) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...wanted } = request.query;
        return reply.send(wire(await listLicensed(db, given(wanted), known(request).units, pageIn({ limit, after }))));
      },
    });

    app.route({
      method: "GET",
      url: "/api/obligations",
      schema: {
        operationId: "obligations",
        tags: ["licenses"],
        summary: "What licences ask of products",
        querystring: z.object({
          product: word().optional(),
          kind: word(100).optional(),
          license: word(500).optional(),
          state: z.enum(["open", "fulfilled", "not-applicable", "standing", "unknown"]).optional(),
          owner: word().optional(),
          ...pageQuery,
        }),
        response: { 200: pageOf(obligation) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...wanted } = request.query;
        const { items, next } = await listObligations(db, given(wanted), known(request).units, pageIn({ limit, after }));
        const lines = items.map(({ components: _all, ...line }) => line);
        return reply.send(wire({ items: lines, ...(next === undefined ? {} : { next }) }));
      },
    });

    app.route({
      method: "GET",
      url: "/api/vulnerabilities",
      schema: {
        operationId: "vulnerabilities",
        tags: ["licenses"],
        summary: "Vulnerabilities in what we use: exploited ones first, then the most severe",
        querystring: z.object({
          severity: z.enum(["critical", "high", "medium", "low", "none", "unknown"]).optional(),
          exploited: flag.optional(),
          open: flag.optional().describe("Only those that count somewhere."),
          search: word(100).optional(),
          ...pageQuery,
        }),
        response: { 200: pageOf(vulnerability) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...wanted } = request.query;
        const page = await listVulnerabilities(db, given(wanted), known(request).units, pageIn({ limit, after }));
        return reply.send(wire(page) as z.input<ReturnType<typeof pageOf<typeof vulnerability>>>);
      },
    });
  },
};
