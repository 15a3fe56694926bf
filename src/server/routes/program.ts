// The program in force: sent after its merge request was merged, planned before.
import { z } from "zod";
import { filesOf, inForce, listPrograms, type ProgramFiles } from "#store";
import { notThere } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { Deps } from "../deps.ts";
import { isDocument } from "../documents/documents.ts";
import { languageOf } from "../http/page.ts";
import { word } from "../http/parameters.ts";
import { wire } from "../http/wire.ts";
import { loadOptions } from "../judging/load-options.ts";
import { orderJudgement } from "../judging/judge-job.ts";
import { planFor, planned } from "../judging/plan.ts";
import { act } from "../people/acts.ts";
import { enforce } from "../program.ts";
import { inFolder } from "../uploads/folder.ts";
import { type CheckedProgram, checkedProgram, programFiles, told, toldIn } from "../uploads/program-files.ts";
import type { RouteModule } from "./index.ts";

const version = z
  .object({
    id: z.string().describe("Digest of its files."),
    digest: z.string().describe("Digest of the program as it was loaded, with its packs."),
    at: z.iso.datetime(),
    by: z.string().optional(),
    origin: z.string().optional().describe("Where the files come from: a commit, an address."),
  })
  .meta({ id: "ProgramVersion" });

const sent = z.strictObject({
  files: programFiles,
  origin: word(500).optional().describe("Where they come from: a commit, an address."),
  why: word(2000).optional(),
});

/** Bytes of a program at most, records included. */
const MOST = 64 * 1024 * 1024;

export const programRoutes: RouteModule = {
  name: "program",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/program",
      schema: {
        operationId: "program",
        tags: ["program"],
        summary: "The program in force, with its documents",
        response: { 200: version.extend({ files: z.record(z.string(), z.string()) }) },
      },
      config: { permission: "program:read" },
      async handler() {
        const current = await inForce(db);
        if (!current) throw notThere("program in force");
        return { ...wire(current), files: documentsIn((await filesOf(db, current.id)) ?? {}) };
      },
    });

    app.route({
      method: "GET",
      url: "/api/program/versions",
      schema: {
        operationId: "programVersions",
        tags: ["program"],
        summary: "Which version was in force since when, the newest first",
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: z.array(version.extend({ why: z.string().optional() })) },
      },
      config: { permission: "program:read" },
      handler: async ({ query }) => wire(await listPrograms(db, query.limit)) as z.input<typeof version>[],
    });

    app.route({
      method: "POST",
      url: "/api/program",
      bodyLimit: MOST,
      schema: {
        operationId: "putProgram",
        tags: ["program"],
        summary: "Put a program in force; everything that is known is judged by it in the background",
        body: sent,
        response: {
          200: version.extend({
            changed: z.boolean().describe("Whether another was in force before."),
            judgement: z.uuid().optional().describe("Work to follow at /api/jobs/:id/events."),
            problems: z.array(told).describe("Warnings and notes."),
          }),
        },
      },
      config: { permission: "program:write" },
      async handler(request) {
        const { files, origin, why } = request.body;
        const by = known(request).id;
        const { program, problems } = await checked(deps, files);
        const answer = await act(deps, async (tx, at) => {
          const from = origin ? { origin } : undefined;
          const put = await enforce(tx, { files, digest: program.digest, at, by, ...from, ...(why ? { why } : {}) }, from);
          return { ...put, judgement: put.changed ? await orderJudgement(tx, deps, { why: "program", by }) : undefined };
        });
        const current = await inForce(db);
        if (!current) throw notThere("program in force");
        return {
          ...wire(current),
          changed: answer.changed,
          ...(answer.judgement === undefined ? {} : { judgement: answer.judgement }),
          problems: toldIn(languageOf(request), problems),
        };
      },
    });

    app.route({
      method: "POST",
      url: "/api/program/plan",
      bodyLimit: MOST,
      schema: {
        operationId: "planProgram",
        tags: ["program"],
        summary: "What a program would change if it were in force: nothing is kept",
        body: z.strictObject({ files: programFiles }),
        response: { 200: planned },
      },
      config: { permission: "program:read" },
      async handler(request) {
        const { program, problems } = await checked(deps, request.body.files);
        return { ...(await planFor(deps, program, known(request))), problems: toldIn(languageOf(request), problems) };
      },
    });
  },
};

function checked(deps: Deps, files: ProgramFiles): Promise<CheckedProgram> {
  return inFolder(deps.home, "program", (folder) => checkedProgram(files, folder, loadOptions()));
}

function documentsIn(files: ProgramFiles): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => isDocument(path)));
}
