// Reports from everything that is known, as pages, slides, text and data: written piece by piece as `#publish` draws them.
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { identifyLicense } from "#facts";
import { type ArtefactInput, type ReportKind, reportKinds } from "#publish";
import type { ScanResult } from "#scan";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { problem } from "../../http/problem.ts";
import { frameworksOf } from "../../portal/frameworks.ts";
import { reportHeaders } from "../../portal/report-headers.ts";
import { standingOf } from "../../portal/standing.ts";
import { withWholeResult } from "../../portal/whole-result.ts";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

/** Those that need nothing but what is stored: no texts beside packages, no folder of files. */
const kinds = reportKinds.filter(({ texts, folder, about }) => !texts && folder === undefined && about !== "item");

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
          kinds: kinds
            .filter(({ about }) => all || about === undefined)
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
          framework: word(50).optional().describe("Of conformance: which one alone."),
          download: z.enum(["true"]).optional().describe("As a file."),
        }),
      },
      config: { permission: "results:read" },
      async handler(request, reply) {
        const kind = kinds.find(({ id }) => id === request.params.kind);
        if (!kind) throw notThere("such report");
        const { format, lang, product = "", framework, download } = request.query;
        if (!kind.formats.includes(format))
          throw problem(422, "input-invalid", `${kind.id} is not written as ${format}`, `Use one of: ${kind.formats.join(", ")}.`);
        const caller = known(request);
        await requireAbout(kind, product, caller);
        const pieces = await withWholeResult(deps, async (result) =>
          kind.write({ ...(await inputOf(result, kind, product)), language: lang, ...(framework ? { framework } : {}) }, format),
        );
        return sendPieces(reply, pieces, reportHeaders(kind.id, format, download !== undefined));
      },
    });

    /** What spans units is for those who see all of them. */
    async function requireAbout({ about }: ReportKind, product: string, caller: ReturnType<typeof known>): Promise<void> {
      if (about !== undefined) {
        if (caller.units !== "all") throw notThere("such report");
        return;
      }
      const { result } = await standingOf(deps);
      const found = result.program.organization.products.find(({ id }) => id === product);
      if (!found || (found.unit !== undefined && caller.units !== "all" && !caller.units.includes(found.unit)))
        throw notThere("such product");
    }
  },
};

async function inputOf(result: ScanResult, kind: ReportKind, product: string): Promise<Omit<ArtefactInput, "language">> {
  return {
    result,
    product,
    files: new Map(),
    standard: new Map(),
    identify: await identifyLicense(),
    ...(kind.frameworks ? { frameworks: await frameworksOf(result.program) } : {}),
  };
}

function sendPieces(reply: FastifyReply, pieces: Iterable<string>, headers: Readonly<Record<string, string>>) {
  return reply.headers(headers).send(Readable.from(pieces, { objectMode: false }));
}
