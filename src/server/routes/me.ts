// What somebody asks about themselves.
import { z } from "zod";
import { absencesFrom, endSession, type Session, sessionsOf, tellAbsence, useSession, withdrawAbsence } from "#store";
import { type Caller, notThere } from "../access/caller.ts";
import { permissions } from "../access/permissions.ts";
import { act, activePerson, note } from "../people/acts.ts";
import { problem } from "../http/problem.ts";
import { readCookie } from "../sign-in/cookies.ts";
import { csrfToken } from "../sign-in/csrf.ts";
import { moment, nothing, personId, roleGrant } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const me = z
  .object({
    id: z.string(),
    kind: z.enum(["person", "token"]),
    name: z.string(),
    roles: z.array(roleGrant),
    units: z.union([z.literal("all"), z.array(z.string())]).describe("Whose things one sees."),
    permissions: z.array(z.enum(permissions)),
    csrf: z.string().optional().describe("To be sent as x-allmend-csrf with whatever changes something, by the portal."),
    sessionEnds: moment.optional(),
  })
  .meta({ id: "Me" });

const session = z
  .object({
    id: z.uuid(),
    how: z.enum(["provider", "link"]),
    client: z.string().describe("Browser, as it called itself."),
    beganAt: moment,
    seenAt: moment,
    endsAt: moment,
    current: z.boolean(),
  })
  .meta({ id: "Session" });

export const absence = z
  .object({ id: z.uuid(), person: z.string(), from: moment, until: moment, deputy: z.string().optional() })
  .meta({ id: "Absence" });

const newAbsence = z
  .strictObject({ from: moment, until: moment, deputy: personId.optional().describe("Who stands in.") })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), { error: "ends before it begins" });

export const meRoutes: RouteModule = {
  name: "me",
  register(app, deps) {
    const { config, database, clock } = deps;
    const ownSession = async (request: Parameters<typeof readCookie>[0]): Promise<Session | undefined> => {
      const secret = readCookie(request, "session", config);
      return secret === undefined ? undefined : useSession(database.sql, secret, clock(), config.session);
    };

    app.route({
      method: "GET",
      url: "/api/me",
      schema: { operationId: "me", tags: ["me"], summary: "Who I am and what I may", response: { 200: me } },
      config: { permission: "known" },
      async handler(request) {
        const caller = person(request.caller);
        const secret = request.headers.authorization === undefined ? readCookie(request, "session", config) : undefined;
        const current = await ownSession(request);
        return {
          id: caller.id,
          kind: caller.kind,
          name: caller.name,
          roles: caller.roles.map((grant) => ({ ...grant })),
          units: caller.units === "all" ? ("all" as const) : [...caller.units],
          permissions: permissions.filter((permission) => caller.permissions.has(permission)),
          ...(secret === undefined ? {} : { csrf: csrfToken(secret) }),
          ...(current ? { sessionEnds: current.endsAt.toISOString() } : {}),
        };
      },
    });

    app.route({
      method: "GET",
      url: "/api/me/sessions",
      schema: { operationId: "mySessions", tags: ["me"], summary: "My sessions", response: { 200: z.array(session) } },
      config: { permission: "signed-in" },
      async handler(request) {
        const current = await ownSession(request);
        const all = await sessionsOf(database.sql, person(request.caller).id, clock(), config.session);
        return all.map(({ id, how, client, beganAt, seenAt, endsAt }) => ({
          id,
          how,
          client,
          beganAt: beganAt.toISOString(),
          seenAt: seenAt.toISOString(),
          endsAt: endsAt.toISOString(),
          current: id === current?.id,
        }));
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/me/sessions/:id",
      schema: {
        operationId: "endMySession",
        tags: ["me"],
        summary: "End one of my sessions",
        params: z.object({ id: z.uuid() }),
        response: { 204: nothing },
      },
      config: { permission: "signed-in" },
      async handler({ caller, params }, reply) {
        if (!(await endSession(database.sql, person(caller).id, params.id))) throw notThere("such session");
        return reply.code(204).send();
      },
    });

    app.route({
      method: "GET",
      url: "/api/me/absences",
      schema: { operationId: "myAbsences", tags: ["me"], summary: "When I am away", response: { 200: z.array(absence) } },
      config: { permission: "signed-in" },
      handler: async ({ caller }) => (await absencesFrom(database.sql, clock(), person(caller).id)).map(absenceBody),
    });

    app.route({
      method: "POST",
      url: "/api/me/absences",
      schema: {
        operationId: "tellAbsence",
        tags: ["me"],
        summary: "Say when I am away, and who stands in",
        body: newAbsence,
        response: { 201: absence },
      },
      config: { permission: "signed-in" },
      async handler({ caller, body }, reply) {
        const { id } = person(caller);
        const told = await act(deps, async (tx, at) => {
          await activePerson(tx, id);
          if (body.deputy === id) throw problem(422, "own-deputy", "Nobody stands in for themselves");
          if (body.deputy !== undefined) await activePerson(tx, body.deputy);
          const made = await tellAbsence(
            tx,
            { person: id, from: new Date(body.from), until: new Date(body.until), deputy: body.deputy },
            id,
            at,
          );
          await note(tx, at, id, "absence.told", id, { personal: { ...absenceBody(made) } });
          return made;
        });
        return reply.code(201).send(absenceBody(told));
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/me/absences/:id",
      schema: {
        operationId: "withdrawAbsence",
        tags: ["me"],
        summary: "Take an absence back",
        params: z.object({ id: z.uuid() }),
        response: { 204: nothing },
      },
      config: { permission: "signed-in" },
      async handler({ caller, params }, reply) {
        const { id } = person(caller);
        await act(deps, async (tx, at) => {
          const withdrawn = await withdrawAbsence(tx, id, params.id, at);
          if (!withdrawn) throw notThere("such absence");
          await note(tx, at, id, "absence.withdrawn", id, { data: { absence: params.id } });
        });
        return reply.code(204).send();
      },
    });
  },
};

/** Of a route that only the known reach. */
export function person(caller: Caller | undefined): Caller {
  if (!caller) throw problem(401, "not-signed-in", "Nobody is signed in");
  return caller;
}

export function absenceBody({ id, person: who, from, until, deputy }: Awaited<ReturnType<typeof absencesFrom>>[number]) {
  return { id, person: who, from: from.toISOString(), until: until.toISOString(), ...(deputy === undefined ? {} : { deputy }) };
}
