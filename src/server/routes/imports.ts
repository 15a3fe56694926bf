// Decisions that were made elsewhere, sent as `allmend import approvals --server` reads them: records like those of our own cases, each with its origin.
import type { Transaction } from "kysely";
import { z } from "zod";
import { parsePurlRange } from "#kit";
import type { NewRecord } from "#program";
import { appendStored, holdRecords, readRecords, type Tables, transact } from "#store";
import { known } from "../access/known.ts";
import { word } from "../http/parameters.ts";
import { orderJudgement } from "../judging/judge-job.ts";
import type { RouteModule } from "./index.ts";

const IMPORTED = "imported-file";
const MOST = 20_000;

const moment = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: "is no date" });
const decision = z
  .strictObject({
    component: word(2000)
      .refine((text) => !("error" in parsePurlRange(text)), { error: "is no package URL" })
      .describe("A package URL; a range stands for versions (`pkg:npm/name@<2`)."),
    outcome: z.enum(["approved", "rejected"]),
    at: moment.describe("When it was decided."),
    by: word(300).optional().describe("Who decided."),
    license: word(2000).optional(),
    product: word(300).optional(),
    linkage: word(80).optional(),
    distribution: word(80).optional(),
    modified: z.boolean().optional(),
    expires: moment.optional(),
    because: z.string().max(10_000).optional(),
    origin: word(80).describe("The tool or table that it comes from."),
  })
  .meta({ id: "ForeignDecision" });
type Decision = z.output<typeof decision>;

const curation = z
  .strictObject({
    component: decision.shape.component,
    license: word(4000).describe("What was concluded, as an SPDX expression."),
    because: z.string().max(10_000).optional(),
  })
  .meta({ id: "ForeignCuration" });
type Curation = z.output<typeof curation>;

export const importRoutes: RouteModule = {
  name: "imports",
  register(app, deps) {
    app.route({
      method: "POST",
      url: "/api/imports/approvals",
      bodyLimit: 32 * 1024 * 1024,
      schema: {
        operationId: "importApprovals",
        tags: ["records"],
        summary: "Put decisions on record that were made elsewhere; the same file twice is once",
        body: z
          .strictObject({
            name: word(300).describe("Of the file."),
            digest: z
              .string()
              .regex(/^[0-9a-f]{64}$/)
              .describe("sha256 of the file."),
            tool: word(80).optional(),
            decisions: z.array(decision).max(MOST).default([]),
            curations: z
              .array(curation)
              .max(MOST)
              .default([])
              .describe("Licences that were concluded: they count like curations of licenses.yaml."),
          })
          .refine(({ decisions, curations }) => decisions.length + curations.length > 0, { error: "holds nothing that was decided" }),
        response: {
          200: z.object({
            taken: z.int(),
            again: z.boolean().describe("This file came before; nothing was added."),
            judgement: z.uuid().optional().describe("Work to follow at /api/jobs/:id/events."),
          }),
        },
      },
      // Who may put a program in force could put the same decisions beside it.
      config: { permission: "program:write" },
      async handler(request) {
        const { name, digest, tool, decisions, curations } = request.body;
        const taken = decisions.length + curations.length;
        const by = known(request).id;
        const at = deps.clock().toISOString();
        const { program } = await deps.program();
        return transact(deps.database, async (tx) => {
          await holdRecords(tx, { kind: IMPORTED, id: digest });
          if (await cameBefore(tx, digest)) return { taken: 0, again: true };
          const id = digest.slice(0, 16);
          const counts = { read: taken, taken, empty: {}, notUnderstood: {} };
          const data = { import: id, kind: "approvals", name, digest, ...(tool === undefined ? {} : { tool }), counts };
          const records = [
            { kind: IMPORTED, at, by, id, data },
            ...decisions.map((each, index) => recordOf(each, id, index + 1)),
            ...curations.map((each, index) => curationOf(each, id, index + 1, { at, by })),
          ];
          await appendStored(tx, records, { at, by, policy: program.digest });
          const judgement = await orderJudgement(tx, deps, { why: "records", by });
          return { taken, again: false, judgement };
        });
      },
    });
  },
};

async function cameBefore(tx: Transaction<Tables>, digest: string): Promise<boolean> {
  const files = await readRecords(tx, { kinds: [IMPORTED], id: digest.slice(0, 16) });
  return files.some(({ data }) => data["digest"] === digest && data["kind"] === "approvals");
}

/** As a line of records/imported-approvals.jsonl. */
function recordOf({ component, at, by, ...data }: Decision, file: string, number: number): NewRecord {
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  return {
    kind: "approval",
    at,
    by: by ?? "approvals",
    subject: component,
    id: `approvals-${file}-${number}`,
    data: { import: file, ...said },
  };
}

function curationOf({ component, license, because }: Curation, file: string, number: number, came: { at: string; by: string }): NewRecord {
  const data = { import: file, license, ...(because === undefined ? {} : { because }) };
  return { kind: "curation", ...came, subject: component, id: `curations-${file}-${number}`, data };
}
