// The record: who did what, when, why; whether nobody bent it; for auditors to take along.
import { join } from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { exportRecord, readCheckpoints, readLines, redactPerson, signingKey, transact, verifyRecord } from "#store";
import { callerOf } from "./cases/acting.ts";
import { moment, personId } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const line = z
  .object({
    sequence: z.int(),
    at: z.string(),
    what: z.string(),
    subject: z.string(),
    policy: z.string().optional().describe("Digest of the program in force then."),
    inputs: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
    private: z.record(z.string(), z.string().nullable()).describe("Who, why, and other values of people; null where they were redacted."),
    hash: z.string(),
  })
  .meta({ id: "RecordLine" });

const verified = z
  .object({
    lines: z.int(),
    checkpoints: z.int(),
    sure: z
      .object({ sequence: z.int(), at: z.string() })
      .optional()
      .describe("Last checkpoint that holds: nobody changed anything up to there."),
    flaws: z.array(z.object({ is: z.string(), line: z.int(), message: z.string() })),
    clockBack: z
      .object({ lines: z.int(), first: z.int(), from: z.string(), to: z.string() })
      .optional()
      .describe("Lines that are dated more than five minutes before the line in front of them: a clock went back. It is no flaw."),
  })
  .meta({ id: "RecordVerified" });

export const recordRoutes: RouteModule = {
  name: "record",
  register(app, deps) {
    const { database, home } = deps;

    app.route({
      method: "GET",
      url: "/api/record",
      schema: {
        operationId: "record",
        tags: ["record"],
        summary: "Lines of the record, the newest first",
        querystring: z.strictObject({
          before: z.coerce.number().int().min(1).optional().describe("Lines with a smaller number."),
          after: z.coerce.number().int().min(0).optional().describe("Lines with a greater number, the oldest first."),
          subject: z.string().max(200).optional(),
          what: z.string().max(80).optional().describe("What was done; `case.` for all that begins so."),
          by: z.string().max(120).optional(),
          from: moment.optional().describe("Lines of this moment and later."),
          until: moment.optional().describe("Lines before this moment."),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.array(line) },
      },
      config: { permission: "record:read" },
      handler: async ({ query }) =>
        (await readLines(database.sql, defined(query))).map((each) => ({ ...each, data: { ...each.data }, private: { ...each.private } })),
    });

    app.route({
      method: "GET",
      url: "/api/record/verification",
      schema: {
        operationId: "verifyRecord",
        tags: ["record"],
        summary: "Whether the record is what was appended, and everything beside it what the record says",
        response: { 200: verified },
      },
      config: { permission: "record:verify" },
      async handler() {
        const key = await signingKey(home);
        const checkpoints = await readCheckpoints(deps.checkpoints ?? join(home, "checkpoints.jsonl"), [key.open]);
        const { flaws, ...rest } = await verifyRecord(database.sql, checkpoints);
        return { ...rest, flaws: [...flaws] };
      },
    });

    app.route({
      method: "GET",
      url: "/api/record/export",
      schema: {
        operationId: "exportRecord",
        tags: ["record"],
        summary: "All lines as NDJSON, with all that is needed to compute the hashes again",
        querystring: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
        response: { 200: z.any().describe("application/x-ndjson") },
      },
      config: { permission: "record:verify" },
      async handler({ query }, reply) {
        return reply
          .header("content-type", "application/x-ndjson; charset=utf-8")
          .send(Readable.from(exportRecord(database.sql, query.after)));
      },
    });

    app.route({
      method: "POST",
      url: "/api/record/redactions",
      schema: {
        operationId: "redactPerson",
        tags: ["record"],
        summary: "Forget a person: their id and what was said by or of them; the chain stays whole",
        body: z.strictObject({ person: personId, why: z.string().trim().min(1).max(2000).describe("Why it may be forgotten.") }),
        response: { 200: z.object({ pseudonym: z.string(), values: z.int(), at: moment }) },
      },
      config: { permission: "admin" },
      async handler(request) {
        const by = callerOf(request).id;
        const at = deps.clock().toISOString();
        return { ...(await transact(database, (tx) => redactPerson(tx, { ...request.body, by, at }))), at };
      },
    });
  },
};

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
