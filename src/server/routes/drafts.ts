// Drafts of documents: where one begins, what is wrong with it, what it would change, how it leaves.
import { z } from "zod";
import { inForce } from "#store";
import { notThere } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { Deps } from "../deps.ts";
import { documentLines, documentText, isDocument } from "../documents/documents.ts";
import { type Draft, draftFiles, draftPatch, readDraft, requirePlace } from "../documents/drafts.ts";
import { languageOf } from "../http/page.ts";
import { word } from "../http/parameters.ts";
import { orderJudgement } from "../judging/judge-job.ts";
import { planFor, planned } from "../judging/plan.ts";
import { act } from "../people/acts.ts";
import { enforce } from "../program.ts";
import { isInside, refusedDocuments, told, toldIn } from "../uploads/program-files.ts";
import type { RouteModule } from "./index.ts";

const path = z.string().refine((one) => isInside(one) && isDocument(one), { error: "is no document of a program" });
const changes = z
  .record(
    path,
    z
      .string()
      .max(1024 * 1024)
      .nullable(),
  )
  .refine((some) => Object.keys(some).length > 0, { error: "a draft changes at least one document" })
  .refine((some) => Object.keys(some).length <= 200, { error: "a draft changes at most 200 documents" })
  .describe("Text by path; null: the document goes.");
const draft = z.strictObject({ changes });
const version = z.string().describe("Digest of the files that are in force.");

/** Bytes of a draft at most. */
const MOST = 8 * 1024 * 1024;
const reading = { permission: "program:read" } as const;

export const draftRoutes: RouteModule = {
  name: "drafts",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/program/documents",
      schema: {
        operationId: "documents",
        tags: ["program"],
        summary: "The documents of the program in force, and the policies that packs bring",
        response: {
          200: z.object({
            version,
            home: z
              .enum(["database", "folder"])
              .describe("Where the program lives: a folder brings its documents back with the next start."),
            documents: z.array(
              z.object({
                path: z.string(),
                what: z.enum(["organization", "strategy", "policy", "licenses", "cases", "register", "other"]),
                area: z.string().optional(),
                pack: z.string().optional().describe("The pack that it comes from, where the organisation has none of its own."),
              }),
            ),
          }),
        },
      },
      config: reading,
      handler: async () => ({
        ...(await documentLines(deps)),
        home: deps.programFolder?.always ? ("folder" as const) : ("database" as const),
      }),
    });

    app.route({
      method: "GET",
      url: "/api/program/documents/text",
      schema: {
        operationId: "documentText",
        tags: ["program"],
        summary: "The text of a document, or a beginning for a policy that is not there yet",
        querystring: z.object({ path, rule: word().optional().describe("The rule of a pack that should be changed.") }),
        response: { 200: z.object({ path: z.string(), text: z.string(), from: z.enum(["own", "new"]), version }) },
      },
      config: reading,
      handler: ({ query }) => documentText(deps, query.path, query.rule),
    });

    app.route({
      method: "POST",
      url: "/api/program/drafts/check",
      bodyLimit: MOST,
      schema: {
        operationId: "checkDraft",
        tags: ["program"],
        summary: "What is wrong with a draft, at which line, and what to do; nothing is kept",
        body: draft,
        response: { 200: z.object({ valid: z.boolean(), version, problems: z.array(told) }) },
      },
      config: reading,
      async handler(request) {
        const files = await draftFiles(deps, request.body);
        const { program, problems } = await readDraft(deps, files.after);
        return { valid: program !== undefined, version: files.version, problems: toldIn(languageOf(request), problems.slice(0, 200)) };
      },
    });

    app.route({
      method: "POST",
      url: "/api/program/drafts/plan",
      bodyLimit: MOST,
      schema: {
        operationId: "planDraft",
        tags: ["program"],
        summary: "What a draft would change if it were in force: nothing is kept",
        body: draft,
        response: { 200: planned },
      },
      config: reading,
      async handler(request) {
        const { program, problems } = await sound(deps, request.body);
        return { ...(await planFor(deps, program, known(request))), problems: toldIn(languageOf(request), problems) };
      },
    });

    app.route({
      method: "POST",
      url: "/api/program/drafts/patch",
      bodyLimit: MOST,
      schema: {
        operationId: "draftPatch",
        tags: ["program"],
        summary: "A draft as a patch that `git apply` takes, to be sent to whoever keeps the program",
        body: draft,
        response: {
          200: z.object({
            patch: z.string(),
            folder: z.string().describe("Where the program lies in its repository; empty: at its root, or not known."),
          }),
        },
      },
      config: reading,
      handler: async ({ body }) => draftPatch(deps, await draftFiles(deps, body), body.changes),
    });

    app.route({
      method: "POST",
      url: "/api/program/drafts",
      bodyLimit: MOST,
      schema: {
        operationId: "enforceDraft",
        tags: ["program"],
        summary:
          "Put a draft in force, where the program lives in the database; everything that is known is judged by it in the background",
        body: z.strictObject({ base: version, changes, why: word(2000) }),
        response: { 200: z.object({ version, judgement: z.uuid().optional().describe("Work to follow at /api/jobs/:id/events.") }) },
      },
      config: { permission: "program:write" },
      async handler(request) {
        const { base, why } = request.body;
        const by = known(request).id;
        const { program, files } = await sound(deps, request.body);
        requirePlace(deps, files, base);
        return act(deps, async (tx, at) => {
          const now = await inForce(tx);
          if (!now) throw notThere("program in force");
          requirePlace(deps, { ...files, version: now.id }, base);
          const put = await enforce(tx, { files: files.after, digest: program.digest, at, by, why });
          return { version: put.id, ...(put.changed ? { judgement: await orderJudgement(tx, deps, { why: "program", by }) } : {}) };
        });
      },
    });
  },
};

async function sound(deps: Deps, body: Draft) {
  const files = await draftFiles(deps, body);
  const { program, problems } = await readDraft(deps, files.after);
  if (!program) throw refusedDocuments("The draft has errors", problems.slice(0, 200));
  return { program, problems, files };
}
