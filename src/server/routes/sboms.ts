// Bills of materials that build systems and suppliers send for a product: read as they stream by, judged like what a scan finds.
import type { Readable } from "node:stream";
import { z } from "zod";
import { fileBytes, Unreadable } from "#facts";
import type { Product } from "#program";
import { scanBill } from "#scan";
import { namedNotThere, requireUnit } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { Deps } from "../deps.ts";
import { word } from "../http/parameters.ts";
import { filled, problem } from "../http/problem.ts";
import { spooled } from "../uploads/spool.ts";
import { streaming } from "../uploads/streaming.ts";
import type { RouteModule } from "./index.ts";
import { takeIn, uploaded } from "./results.ts";

/** Bytes of a bill at most: one of 300,000 components has about 200 MB. */
const MOST = 2_000_000_000;

const told = z.object({ severity: z.string(), line: z.int().optional(), code: z.string(), message: z.string() });

export const sbomRoutes: RouteModule = {
  name: "sboms",
  register(app, deps) {
    streaming(app, (scope) => {
      scope.route({
        method: "POST",
        url: "/api/sboms",
        bodyLimit: MOST,
        schema: {
          operationId: "uploadSbom",
          tags: ["results"],
          summary: "Send a bill of materials (CycloneDX or SPDX, JSON, XML, YAML or tag-value) of a product",
          querystring: z.object({
            product: word().describe("Id of the product."),
            deliverable: word().optional().describe("Id of its deliverable; the only one where absent."),
            name: z
              .string()
              .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { error: "is no name of a file: letters, digits, ., _ and -" })
              .default("sbom.json")
              .describe("The next bill of this name takes the place of this one."),
          }),
          response: { 201: uploaded.extend({ problems: z.array(told).describe("What could be read past.") }) },
        },
        config: { permission: "results:write" },
        async handler(request, reply) {
          const caller = known(request);
          const { program } = await deps.program();
          const { product: id, name } = request.query;
          const product = program.organization.products.find((each) => each.id === id);
          if (!product) throw namedNotThere(`product:${id}`);
          requireUnit(caller, product.unit, `product:${id}`);
          const deliverable = deliverableOf(product, request.query.deliverable);
          const answer = await spooled(
            request.body as Readable | undefined,
            { home: deps.home, name: "bill", most: MOST },
            async ({ path }) => {
              const document = await read(deps, { path, name, product: id, deliverable });
              const taken = await takeIn(deps, document, { caller, source: "sbom", covers: "repositories", letGo: true });
              const problems = document.problems.filter(({ file }) => file.endsWith(name)).slice(0, 100);
              return {
                ...taken,
                problems: problems.map(({ severity, line, code, message }) => ({
                  severity,
                  ...(line === undefined ? {} : { line }),
                  code,
                  message,
                })),
              };
            },
          );
          return reply.code(201).send(answer);
        },
      });
    });
  },
};

function deliverableOf({ id, deliverables }: Product, wanted: string | undefined): string {
  const ids = deliverables.map((each) => each.id);
  if (wanted !== undefined && ids.includes(wanted)) return wanted;
  if (wanted !== undefined) {
    throw problem(
      422,
      "input-invalid",
      filled("The product {product} has no deliverable “{named}”", { product: id, named: wanted }),
      filled("It has: {known}.", { known: ids.join(", ") }),
    );
  }
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw problem(
    422,
    "input-invalid",
    filled("Which deliverable of {product} it is about is not said", { product: id }),
    filled("Add deliverable=, one of: {known}.", { known: ids.join(", ") }),
  );
}

interface Sent {
  readonly path: string;
  readonly name: string;
  readonly product: string;
  readonly deliverable: string;
}

async function read({ program, clock, home }: Deps, { path, ...bill }: Sent) {
  const current = await program();
  try {
    return await scanBill(
      { ...bill, source: fileBytes(path) },
      {
        program: current.program,
        programProblems: [],
        programName: "program",
        version: "server",
        failOn: "deny",
        now: clock().toISOString(),
        readers: "server",
        jobs: 1,
        scratch: home,
      },
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unreadable(error, bill.name);
  }
}

function unreadable({ message, line, expected }: Unreadable, name: string) {
  const where = line === undefined ? name : `${name}:${line}`;
  return problem(
    422,
    "sbom-unreadable",
    "This is no bill of materials that can be read",
    expected === undefined
      ? filled("{where}: {said}", { where, said: message })
      : filled("{where}: {said} (expected {expected})", { where, said: message, expected }),
    {
      fields: [{ path: where, message }],
      ...(line === undefined ? {} : { line }),
    },
  );
}
