// A finding as a page, and what each rule says in a sentence, in the reader's language.
import { z } from "zod";
import { portalPages } from "#publish";
import { assignmentOf, findingById } from "#store";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { wire } from "../../http/wire.ts";
import { finding } from "../findings.ts";
import type { RouteModule } from "../index.ts";
import { moment } from "../shared.ts";
import { spoken, state } from "./parts.ts";

const page = z
  .object({
    mark: state,
    subjectKind: z.string(),
    policy: z.object({ area: z.string(), statement: z.string(), place: z.string(), decides: z.string().optional() }),
    because: z.string(),
    assurance: z.string(),
    remedy: z.string().optional(),
    lane: z.string().optional().describe("Who decides, in a sentence."),
    facts: z.array(z.object({ name: z.string(), means: z.string().optional(), value: z.string().optional(), from: z.string().optional() })),
    unknown: z.array(z.object({ fact: z.string(), reason: z.string() })),
    license: z.array(z.string()).describe("The expression, then what is to be said about it."),
    places: z.array(z.object({ place: z.string(), note: z.string().optional() })).describe("The first fifty."),
    serves: z.array(z.object({ id: z.string(), title: z.string() })),
    waiver: z.string().optional(),
    due: z.string().optional(),
    fix: z.object({ file: z.string(), command: z.string() }).optional().describe("A command that writes what is missing as a patch."),
  })
  .meta({ id: "FindingWords" });

const answer = z
  .object({
    finding,
    words: page,
    assignment: z.object({ owner: z.string(), note: z.string().optional(), by: z.string(), at: moment }).optional(),
  })
  .meta({ id: "FindingPage" });

export const findingPageRoutes: RouteModule = {
  name: "portal-findings",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/portal/findings/:id",
      schema: {
        operationId: "findingPage",
        tags: ["portal"],
        summary: "A finding in words: what is so, why, what to do, and to whom it was given",
        params: z.object({ id: word() }),
        querystring: spoken,
        response: { 200: answer },
      },
      config: { permission: "results:read" },
      async handler(request) {
        const { id } = request.params;
        const found = await findingById(db, id, known(request).units);
        if (!found) throw notThere("such finding");
        const [{ findingPage }, { program }, assignment] = await Promise.all([portalPages(), deps.program(), assignmentOf(db, id)]);
        const { due, ...source } = found;
        const words = findingPage(
          { ...source, kind: found.kind as "usage", ...(due ? { due: due.toISOString().slice(0, 10) } : {}) },
          program,
          request.query.lang,
        );
        return wire({ finding: itemOf(found), words, ...(assignment ? { assignment } : {}) }) as z.input<typeof answer>;
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/rules",
      schema: {
        operationId: "ruleSentences",
        tags: ["portal"],
        summary: "What each rule in force says, in a sentence",
        querystring: spoken,
        response: { 200: z.array(z.object({ id: z.string(), sentence: z.string() })) },
      },
      config: { permission: "results:read" },
      async handler(request) {
        const [{ ruleSentences }, { program }] = await Promise.all([portalPages(), deps.program()]);
        return ruleSentences(program, request.query.lang).map((each) => ({ ...each }));
      },
    });
  },
};

/** Without what the words are made of. */
function itemOf(found: NonNullable<Awaited<ReturnType<typeof findingById>>>) {
  const { facts: _facts, unknown: _unknown, license: _license, evidence: _evidence, ...item } = found;
  return item;
}
