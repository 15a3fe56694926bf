// Results over time: what CI and workers send, and what became of it.
import type { Readable } from "node:stream";
import { z } from "zod";
import { assignRepositories, type ScanResult } from "#scan";
import { append, inForce, listJudgements, listRuns, runById, type SavedResult, saveResult } from "#store";
import { notThere, requireUnit } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { Deps } from "../deps.ts";
import { hasAlready } from "../http/conditional.ts";
import { problem } from "../http/problem.ts";
import { pageIn, pageOf, pageQuery } from "../http/parameters.ts";
import { wire } from "../http/wire.ts";
import { CASES_ON_FACTS } from "../office/on-facts.ts";
import { orderJudgement } from "../judging/judge-job.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import { readUploadedResult } from "../uploads/result-document.ts";
import { spooled } from "../uploads/spool.ts";
import { streaming } from "../uploads/streaming.ts";
import type { RouteModule } from "./index.ts";

const run = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    by: z.string().optional(),
    source: z.string(),
    covers: z.enum(["everything", "repositories"]),
    now: z.iso.datetime().describe("The moment for which it answers."),
    program: z.string().describe("Digest of the program that judged."),
    tool: z.string(),
    repositories: z.int(),
    components: z.int(),
    uses: z.int(),
    findings: z.int(),
  })
  .meta({ id: "Run" });

export const uploaded = z
  .object({
    result: z.int(),
    covers: z.enum(["everything", "repositories"]),
    components: z.int(),
    uses: z.int(),
    findings: z.int().describe("As they were sent."),
    judgement: z.uuid().optional().describe("Work that judges it by the program in force; absent where its findings hold as they are."),
  })
  .meta({ id: "Uploaded" });

/** Bytes of a result at most: that of a million uses has about 400 MB. */
const MOST = 1_500_000_000;

export const resultRoutes: RouteModule = {
  name: "results",
  register(app, deps) {
    const db = deps.database.sql;

    streaming(app, (scope) => {
      scope.route({
        method: "POST",
        url: "/api/results",
        bodyLimit: MOST,
        schema: {
          operationId: "uploadResult",
          tags: ["results"],
          summary: "Send what a scan found (`allmend scan --format json`, or `allmend scan --upload`)",
          consumes: ["application/json"],
          querystring: z.object({
            covers: z
              .enum(["everything", "repositories"])
              .optional()
              .describe(
                "everything: what it does not name is gone. repositories: it speaks of its own only. Absent: everything where it names all that are known.",
              ),
          }),
          response: { 201: uploaded },
        },
        config: { permission: "results:write" },
        async handler(request, reply) {
          const caller = known(request);
          const answer = await spooled(
            request.body as Readable | undefined,
            { home: deps.home, name: "result.json", most: MOST },
            async ({ path }) => {
              const document = await readUploadedResult(path);
              const { covers } = request.query;
              return takeIn(deps, document, { caller, source: "upload", ...(covers ? { covers } : {}) });
            },
          );
          return reply.code(201).send(answer);
        },
      });
    });

    app.route({
      method: "GET",
      url: "/api/results",
      schema: {
        operationId: "results",
        tags: ["results"],
        summary: "Results over time, the newest first",
        querystring: z.object(pageQuery),
        response: { 200: pageOf(run) },
      },
      config: { permission: "results:read" },
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        return reply.send(wire(await listRuns(db, pageIn(request.query))) as z.input<ReturnType<typeof pageOf<typeof run>>>);
      },
    });

    app.route({
      method: "GET",
      url: "/api/results/:id",
      schema: {
        operationId: "result",
        tags: ["results"],
        summary: "A result as it came, without its long lists: figures, communities, deliveries, coverage",
        params: z.object({
          id: z.coerce
            .number()
            .int()
            .min(1)
            .max(2 ** 31 - 1),
        }),
        response: { 200: z.looseObject({ schema: z.string(), now: z.string() }) },
      },
      config: { permission: "results:read" },
      async handler(request, reply) {
        // It speaks of the whole organisation at once.
        const found = known(request).units === "all" ? await runById(db, request.params.id) : undefined;
        if (!found) throw notThere("such result");
        if (await hasAlready(request, reply, deps)) return reply;
        return reply.send({ ...found });
      },
    });

    app.route({
      method: "GET",
      url: "/api/judgements",
      schema: {
        operationId: "judgements",
        tags: ["results"],
        summary: "How many findings there were after each judgement, the newest first",
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
        response: {
          200: z.array(
            z.object({
              id: z.int(),
              at: z.iso.datetime(),
              program: z.string(),
              why: z.string(),
              counts: z.array(z.object({ outcome: z.string(), count: z.int() })),
            }),
          ),
        },
      },
      config: { permission: "results:read" },
      async handler(request, reply) {
        if (known(request).units !== "all") return reply.send([]);
        if (await hasAlready(request, reply, deps)) return reply;
        return reply.send(wire(await listJudgements(db, request.query.limit)));
      },
    });
  },
};

export interface TakeIn {
  readonly caller: ReturnType<typeof known>;
  readonly source: "upload" | "sbom";
  readonly covers?: "everything" | "repositories";
  /** Nobody reads its components and uses afterwards. */
  readonly letGo?: boolean;
}

/** Keeps a result. A part of what is known is judged together with the rest; so is what another program judged, or what records of the server speak of. */
export async function takeIn(
  deps: Deps,
  document: ScanResult,
  { caller, source, covers, letGo = false }: TakeIn,
): Promise<z.input<typeof uploaded>> {
  const { database, clock } = deps;
  const current = (await inForce(database.sql)) === undefined ? undefined : await deps.program();
  requireOwnUnits(document, caller, current?.program ?? document.program);
  const result = current ? { ...document, program: { ...document.program, organization: current.program.organization } } : document;
  const wanted = covers ?? (caller.units === "all" ? undefined : "repositories");
  if (wanted === "everything" && caller.units !== "all")
    throw problem(403, "not-allowed", "A result of everything is for those who see every unit");
  let judgement: string | undefined;
  const saved = await saveResult(database.sql, result, {
    at: clock(),
    by: caller.id,
    source,
    ...(wanted ? { covers: wanted } : {}),
    letGo,
    findings: current === undefined || (sameRules(document, current.digest) && (await judgedProgram(deps)) === current.program),
    async alongside(tx, kept) {
      await append(tx, {
        at: clock().toISOString(),
        by: caller.id,
        what: "result.added",
        subject: `result:${kept.id}`,
        policy: document.inputs.program.digest,
        data: factsOf(kept, source),
      });
      await deps.jobs.send(tx, CASES_ON_FACTS, {}, { once: CASES_ON_FACTS });
      if (!kept.judged) judgement = await orderJudgement(tx, deps, { why: "result", by: caller.id });
    },
  });
  return { result: saved.id, ...factsOf(saved), ...(judgement === undefined ? {} : { judgement }) };
}

function sameRules({ inputs }: ScanResult, digest: string | undefined): boolean {
  return inputs.program.digest === digest;
}

function factsOf({ covers, components, uses, findings }: SavedResult, source?: string) {
  return { covers, components, uses, findings, ...(source === undefined ? {} : { source }) };
}

/** Whoever sees some units only speaks of their repositories only: of those that the program gives them, not of those that a document claims. */
function requireOwnUnits(
  { repositories, uses }: ScanResult,
  caller: TakeIn["caller"],
  { organization }: Pick<ScanResult["program"], "organization">,
): void {
  if (caller.units === "all") return;
  const units = new Map(organization.products.map(({ id, unit }) => [id, unit]));
  const places = assignRepositories(
    organization,
    repositories.map(({ id }) => id),
  );
  const named = new Set([
    ...[...places.values()].flatMap((where) => where.map(({ product }) => product.id)),
    ...repositories.flatMap(({ products }) => products),
    ...uses.flatMap(({ product }) => product ?? []),
  ]);
  for (const product of named) requireUnit(caller, units.get(product), `product:${product}`);
}
