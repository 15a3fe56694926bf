// Giving findings to somebody: one or several, with a note, on record. It holds until somebody takes it back, also through judgements.
import { z } from "zod";
import { type Tx, act } from "../people/acts.ts";
import { appendAll, assign, findingsThere, findPerson, takeBack } from "#store";
import { notThere } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { Deps } from "../deps.ts";
import { word } from "../http/parameters.ts";
import { filled, problem } from "../http/problem.ts";
import { nothing } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const MOST = 200;

const given = {
  owner: word(100).describe("Id of a person of the directory, or of a team of the organisation."),
  note: z.string().trim().max(2000).optional().describe("What is to be done, or by when."),
};
const writing = { permission: "findings:write" } as const;

export const assignmentRoutes: RouteModule = {
  name: "assignments",
  register(app, deps) {
    app.route({
      method: "POST",
      url: "/api/findings/assignments",
      schema: {
        operationId: "assignFindings",
        tags: ["findings"],
        summary: "Give several findings to somebody, or take them back: all or none",
        body: z.strictObject({
          findings: z.array(word()).min(1).max(MOST),
          owner: given.owner.nullable().describe("Null: they are taken back."),
          note: given.note,
        }),
        response: { 200: z.object({ changed: z.int() }) },
      },
      config: writing,
      async handler(request) {
        const { findings, owner, note } = request.body;
        return { changed: await change(deps, known(request), [...new Set(findings)], owner ?? undefined, note) };
      },
    });

    app.route({
      method: "PUT",
      url: "/api/findings/:id/assignment",
      schema: {
        operationId: "assignFinding",
        tags: ["findings"],
        summary: "Give a finding to somebody",
        params: z.object({ id: word() }),
        body: z.strictObject(given),
        response: { 204: nothing },
      },
      config: writing,
      async handler(request, reply) {
        await change(deps, known(request), [request.params.id], request.body.owner, request.body.note);
        return reply.code(204).send();
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/findings/:id/assignment",
      schema: {
        operationId: "takeFindingBack",
        tags: ["findings"],
        summary: "Take a finding back: who answers for it by the program does so again",
        params: z.object({ id: word() }),
        response: { 204: nothing },
      },
      config: writing,
      async handler(request, reply) {
        await change(deps, known(request), [request.params.id], undefined, undefined);
        return reply.code(204).send();
      },
    });
  },
};

type Asks = ReturnType<typeof known>;

async function change(
  deps: Deps,
  by: Asks,
  findings: readonly string[],
  owner: string | undefined,
  note: string | undefined,
): Promise<number> {
  const { program } = await deps.program();
  return act(deps, async (tx, at) => {
    const there = await findingsThere(tx, findings, by.units);
    if (there.size < findings.length) throw notThere("such finding");
    if (owner !== undefined) await requireSomebody(tx, owner, program.organization.teams);
    if (owner !== undefined) await assign(tx, findings, { owner, by: by.id, at, ...(note ? { note } : {}) });
    const changed = owner === undefined ? await takeBack(tx, findings) : findings;
    await appendAll(
      tx,
      changed.map((subject) => ({
        at: at.toISOString(),
        by: by.id,
        what: owner === undefined ? "finding.taken-back" : "finding.assigned",
        subject,
        policy: program.digest,
        ...(owner === undefined ? {} : { personal: { owner } }),
        ...(note ? { why: note } : {}),
      })),
    );
    return changed.length;
  });
}

async function requireSomebody(tx: Tx, owner: string, teams: readonly { readonly id: string }[]): Promise<void> {
  if (teams.some(({ id }) => id === owner)) return;
  const person = await findPerson(tx, owner);
  if (person?.state === "active") return;
  const message = person ? "has left" : "is neither a person here nor a team";
  const detail = filled(`“{owner}” ${message}.`, { owner });
  throw problem(422, "input-invalid", "Nobody could be given this", detail, { fields: [{ path: "owner", message }] });
}
