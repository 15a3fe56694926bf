// Reports from everything that is known, as pages, slides, text and data: written piece by piece as `#publish` draws them.
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { reportHeaders } from "../../portal/report-headers.ts";
import { standingOf } from "../../portal/standing.ts";
import { storedReports, writeReport } from "../../reports/write-report.ts";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

const kindBody = z
  .object({
    id: z.string(),
    about: z.enum(["product", "organization"]),
    formats: z.array(z.string()),
  })
  .meta({ id: "ReportKind" });

export const reportRoutes: RouteModule = {
  name: "portal-reports",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/reports",
      schema: {
        operationId: "reportKinds",
        tags: ["portal"],
        summary: "Reports that there are, and the forms in which each is written",
        response: { 200: z.object({ asOf: z.iso.datetime().optional(), kinds: z.array(kindBody) }) },
      },
      config: { permission: "results:read" },
      async handler(request) {
        const all = known(request).units === "all";
        const { asOf } = await standingOf(deps);
        return {
          ...(asOf === undefined ? {} : { asOf }),
          kinds: storedReports
            .filter(({ about }) => about !== "item" && (all || about === undefined))
            .map(({ id, formats, about }) => ({
              id,
              formats: [...formats],
              about: about === undefined ? ("product" as const) : ("organization" as const),
            })),
        };
      },
    });

    app.route({
      method: "GET",
      url: "/api/reports/:kind",
      schema: {
        operationId: "report",
        tags: ["portal"],
        summary: "A report from everything that is known, judged by the program in force",
        params: z.object({ kind: word(50) }),
        querystring: spoken.extend({
          format: word(30).default("html"),
          product: word().optional().describe("Of a report about a product: which."),
          item: word(200).optional().describe("Of a report about what we buy: `supplier/item`."),
          framework: word(50).optional().describe("Of conformance: which one alone."),
          download: z.enum(["true"]).optional().describe("As a file."),
        }),
      },
      config: { permission: "results:read" },
      async handler(request, reply) {
        const { kind } = request.params;
        const { format, lang, product, item, framework, download } = request.query;
        const pieces = await writeReport(deps, known(request), { kind, format, language: lang, product, item, framework });
        return sendPieces(reply, pieces, reportHeaders(kind, format, download !== undefined));
      },
    });
  },
};

function sendPieces(reply: FastifyReply, pieces: Iterable<string>, headers: Readonly<Record<string, string>>) {
  return reply.headers(headers).send(Readable.from(pieces, { objectMode: false }));
}
