// Records of the program that people and CI add: attestations, acknowledgements, deployments, incidents. Added, never changed.
import { z } from "zod";
import type { NewRecord } from "#program";
import { appendStored, holdRecords, readRecords, type StoredRecord, transact, unitsOfCases } from "#store";
import type { Caller } from "../access/caller.ts";
import { requireSubject, seesRecord } from "../access/subjects.ts";
import type { App, Deps } from "../deps.ts";
import { filled, problem } from "../http/problem.ts";
import { changesJudgement, orderJudgement } from "../judging/judge-job.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import { figuresFor, readSaid, taken } from "../office/said.ts";
import { saidBefore } from "../office/said-before.ts";
import { callerOf } from "./cases/acting.ts";
import { moment } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const id = z.string().trim().min(1).max(300);
const record = z
  .object({
    number: z.int(),
    kind: z.string(),
    at: z.string(),
    by: z.string().optional(),
    subject: z.string().optional(),
    id: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "StoredRecord", description: "As a line of records/*.jsonl." });

/** What somebody may say by hand; everything else is written by cases. */
const SAID = ["attestation", "acknowledgement", "obligation", "release", "failure"] as const;
/** Says what happened, not more than an hour before it happens: clocks differ. */
const AHEAD = 3600_000;

const added = z.object({ number: z.int(), again: z.boolean().describe("It was known already, and was not added again.") });

export const recordsRoutes: RouteModule = {
  name: "records",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/records",
      schema: {
        operationId: "records",
        tags: ["records"],
        summary: "Records in the order in which they came",
        querystring: z.strictObject({
          kind: z.union([z.string().max(80), z.array(z.string().max(80)).max(20)]).optional(),
          subject: id.optional(),
          since: z.coerce.number().int().min(0).default(0).describe("Number of the last one that is known."),
          limit: z.coerce.number().int().min(1).max(1000).default(200),
        }),
        response: { 200: z.array(record) },
      },
      config: { permission: "registers:read" },
      async handler({ caller, query: { kind, subject, since, limit } }) {
        const kinds = kind === undefined ? {} : { kinds: [kind].flat() };
        const about = subject === undefined ? {} : { subject };
        return (await seenBy(callerOf({ caller }), deps, { ...kinds, ...about, since, limit })).map(bodyOf);
      },
    });

    app.route({
      method: "POST",
      url: "/api/records",
      schema: {
        operationId: "addRecord",
        tags: ["records"],
        summary: "Add a record that only a person can say",
        body: z.strictObject({
          kind: z.enum(SAID),
          subject: id.optional(),
          id: id.optional(),
          at: moment.optional().describe("When it happened; now where absent."),
          data: z.record(z.string().max(80), z.unknown()).default({}),
        }),
        response: { 200: added, 201: added },
      },
      config: { permission: "registers:write" },
      async handler(request, reply) {
        const done = await add(deps, callerOf(request), request.body);
        return reply.code(done.again ? 200 : 201).send(done);
      },
    });
    reported(app, deps);
  },
};

interface Asked {
  readonly since: number;
  readonly limit: number;
  readonly kinds?: string[];
  readonly subject?: string;
}

/** The next ones that somebody may see, `limit` of them where there are as many: what is passed over takes the place of none. */
async function seenBy(caller: Caller, deps: Deps, asked: Asked): Promise<readonly StoredRecord[]> {
  const { organization } = (await deps.program()).program;
  const seen: StoredRecord[] = [];
  for (let { since } = asked; seen.length < asked.limit; ) {
    const read = await readRecords(deps.database.sql, { ...asked, since });
    const cases = read.flatMap(({ data }) => (typeof data["case"] === "string" ? data["case"] : []));
    const units = await unitsOfCases(deps.database.sql, cases);
    seen.push(...read.filter((each) => seesRecord(caller, organization, each, units)));
    const last = read.at(-1);
    if (last === undefined || read.length < asked.limit) break;
    since = last.number;
  }
  return seen.slice(0, asked.limit);
}

/** What a pipeline says; said again, it is the same. */
function reported(app: App, deps: Deps): void {
  const text = z.string().max(300).optional();
  const about = z.string().max(300).describe("`product:ID` or `repository:NAME`.");
  app.route({
    method: "POST",
    url: "/api/deployments",
    schema: {
      operationId: "reportDeployment",
      tags: ["deliveries"],
      summary: "Something reached those who use it, or did not",
      body: z.strictObject({
        id: id.describe("Of the run; sent twice, it counts once."),
        about,
        at: moment.optional(),
        commit: text,
        tag: text,
        environment: text,
        result: z.enum(["success", "failure"]).default("success"),
        unplanned: z.boolean().optional(),
      }),
      response: { 200: added, 201: added },
    },
    config: { permission: "deliveries:write" },
    async handler(request, reply) {
      const { id: run, about: subject, at, ...data } = request.body;
      const done = await add(deps, callerOf(request), { kind: "deployment", id: run, subject, ...(at === undefined ? {} : { at }), data });
      return reply.code(done.again ? 200 : 201).send(done);
    },
  });
  app.route({
    method: "POST",
    url: "/api/incidents",
    schema: {
      operationId: "reportIncident",
      tags: ["deliveries"],
      summary: "Something went wrong for those who use it; said again with `resolved`, it has ended",
      body: z.strictObject({
        id,
        about,
        at: moment.optional().describe("When it began."),
        resolved: moment.optional(),
        cause: text.describe("The deployment, commit or tag that caused it."),
        title: text,
      }),
      response: { 200: added, 201: added },
    },
    config: { permission: "deliveries:write" },
    async handler(request, reply) {
      const { id: incident, about: subject, at, ...data } = request.body;
      const done = await add(deps, callerOf(request), {
        kind: "incident",
        id: incident,
        subject,
        ...(at === undefined ? {} : { at }),
        data,
      });
      return reply.code(done.again ? 200 : 201).send(done);
    },
  });
}

type Said = Omit<NewRecord, "at" | "by"> & { readonly at?: string | undefined };

async function add(deps: Deps, caller: Caller, said: Said): Promise<z.input<typeof added>> {
  const now = deps.clock();
  const at = said.at ?? now.toISOString();
  if (Date.parse(at) > now.getTime() + AHEAD)
    throw problem(422, "input-invalid", "It happened in the future", filled("It is {now}.", { now: now.toISOString() }));
  const { program } = await deps.program();
  refuseUnknown(
    said.subject,
    program.organization.products.map((product) => product.id),
  );
  requireSubject(caller, program.organization, said.subject);
  const data = Object.fromEntries(Object.entries(said.data ?? {}).filter(([, value]) => value !== undefined));
  const claim: NewRecord = { kind: said.kind, at, by: caller.id, subject: said.subject, id: said.id, data };
  const read: NewRecord = { ...claim, data: readSaid(claim, await judgedProgram(deps)) };
  const timed = said.at !== undefined;
  // Asked before what a guard asks is worked out, and again once nobody else can say it.
  const known = await saidBefore(deps.database.sql, read, timed);
  if (known) return { number: known.number, again: true };
  const figures = await figuresFor(deps, read);
  return transact(deps.database, async (tx) => {
    await holdRecords(tx, read);
    const before = await saidBefore(tx, read, timed);
    if (before) return { number: before.number, again: true };
    const record = await taken(tx, { ...read, data: { ...read.data, ...figures } }, program, timed);
    const [number = 0] = await appendStored(tx, [record], { at: now.toISOString(), by: caller.id, policy: program.digest });
    if (changesJudgement(record.kind, program)) await orderJudgement(tx, deps, { why: "records", by: caller.id });
    return { number, again: false };
  });
}

function refuseUnknown(subject: string | undefined, products: readonly string[]): void {
  if (!subject?.startsWith("product:") || products.includes(subject.slice("product:".length))) return;
  const known = products.slice(0, 20).join(", ") || "–";
  throw problem(
    422,
    "input-invalid",
    filled("There is no {subject}", { subject: subject.slice(0, 120) }),
    filled("Products: {known}.", { known }),
  );
}

function bodyOf({ number, kind, at, by, subject, id: own, data }: StoredRecord): z.input<typeof record> {
  return {
    number,
    kind,
    at,
    data: { ...data },
    ...(by === undefined ? {} : { by }),
    ...(subject === undefined ? {} : { subject }),
    ...(own === undefined ? {} : { id: own }),
  };
}
