// The directory: who there is, with which roles; joining, leaving, coming back.
import { z } from "zod";
import { absencesFrom, findPerson, listPeople, makeLink, type Person, rolesOf } from "#store";
import { sourcesOf } from "../access/callers.ts";
import { type Caller, notThere, type RoleGrant } from "../access/caller.ts";
import { act, activePerson, give, invite, note, take } from "../people/acts.ts";
import { comeBack, leave } from "../people/leaving.ts";
import { absence, absenceBody, person } from "./me.ts";
import { moment, nothing, pageQuery, personId, roleGrant } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const LINK_HOURS = 24;

const entry = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(["active", "left"]),
    email: z.string().optional().describe("For administrators, and of oneself."),
    seenAt: moment.optional().describe("For administrators."),
    leftAt: moment.optional(),
  })
  .meta({ id: "Person" });

const grant = roleGrant
  .extend({
    id: z.uuid().optional().describe("Of a role that was given here."),
    source: z
      .enum(["granted", "provider", "program", "everybody"])
      .describe("Who says so: an administrator, the identity provider, the organisation's documents, or the server's set-up."),
    by: z.string().optional(),
    at: moment.optional(),
    until: moment.optional(),
  })
  .meta({ id: "RoleOfPerson" });

const left = z
  .object({
    ended: z.object({ roles: z.int(), sessions: z.int(), tokens: z.int(), agreements: z.int().describe("That covered them.") }),
    tasks: z.array(z.object({ subject: z.string(), text: z.string() })).describe("What is left to do by people."),
  })
  .meta({ id: "Left" });

const ofPerson = z.object({ id: personId });

export const peopleRoutes: RouteModule = {
  name: "people",
  register(app, deps) {
    const { database, clock, config } = deps;
    const sql = database.sql;

    app.route({
      method: "GET",
      url: "/api/people",
      schema: {
        operationId: "people",
        tags: ["people"],
        summary: "Who there is",
        querystring: z.object({ ...pageQuery, search: z.string().max(100).optional(), state: z.enum(["active", "left"]).optional() }),
        response: { 200: z.array(entry) },
      },
      config: { permission: "people:read" },
      handler: async ({ caller, query }) => (await listPeople(sql, query)).map((each) => entryFor(person(caller), each)),
    });

    app.route({
      method: "GET",
      url: "/api/people/:id",
      schema: {
        operationId: "person",
        tags: ["people"],
        summary: "Somebody with their roles and absences",
        params: ofPerson,
        response: { 200: entry.extend({ roles: z.array(grant), absences: z.array(absence) }) },
      },
      config: { permission: "people:read" },
      async handler({ caller, params }) {
        const found = await findPerson(sql, params.id);
        if (!found) throw notThere("such person");
        const roles = await rolesWithSources(params.id);
        const absences = (await absencesFrom(sql, clock(), params.id)).map(absenceBody);
        return { ...entryFor(person(caller), found), roles, absences };
      },
    });

    app.route({
      method: "POST",
      url: "/api/people",
      schema: {
        operationId: "addPerson",
        tags: ["people"],
        summary: "Name somebody before they first come",
        body: z.strictObject({ id: personId, name: z.string().trim().min(1).max(200), email: z.email().max(320).optional() }),
        response: { 201: entry },
      },
      config: { permission: "people:manage" },
      async handler({ caller, body }, reply) {
        const by = person(caller);
        return reply.code(201).send(entryFor(by, await invite(deps, body, by.id)));
      },
    });

    app.route({
      method: "POST",
      url: "/api/people/:id/link",
      schema: {
        operationId: "makeLink",
        tags: ["people"],
        summary: "Make a link with which somebody comes in once",
        params: ofPerson,
        response: { 201: z.object({ url: z.url(), endsAt: moment }) },
      },
      config: { permission: "people:manage" },
      async handler({ caller, params }, reply) {
        const by = person(caller);
        const made = await act(deps, async (tx, at) => {
          await activePerson(tx, params.id);
          const secret = await makeLink(tx, { purpose: "sign-in", person: params.id }, by.id, at, LINK_HOURS * 3_600_000);
          await note(tx, at, by.id, "link.made", params.id);
          return { url: linkUrl(config.url, secret), endsAt: new Date(at.getTime() + LINK_HOURS * 3_600_000).toISOString() };
        });
        return reply.code(201).send(made);
      },
    });

    app.route({
      method: "POST",
      url: "/api/people/:id/roles",
      schema: {
        operationId: "giveRole",
        tags: ["people"],
        summary: "Give somebody a role",
        params: ofPerson,
        body: z.strictObject({ ...roleGrant.shape, until: moment.optional(), why: z.string().trim().max(1000).optional() }),
        response: { 201: grant },
      },
      config: { permission: "people:manage" },
      async handler({ caller, params, body }, reply) {
        const { until, why, ...wanted } = body;
        const by = person(caller).id;
        const given = await give(deps, {
          person: params.id,
          grant: wanted,
          by,
          why,
          ...(until === undefined ? {} : { until: new Date(until) }),
        });
        return reply.code(201).send(keptGrant(given));
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/people/:id/roles/:grant",
      schema: {
        operationId: "endRole",
        tags: ["people"],
        summary: "End a role of somebody",
        params: z.object({ id: personId, grant: z.uuid() }),
        querystring: z.object({ why: z.string().trim().max(1000).optional() }),
        response: { 204: nothing },
      },
      config: { permission: "people:manage" },
      async handler({ caller, params, query }, reply) {
        await take(deps, params.id, params.grant, person(caller).id, query.why);
        return reply.code(204).send();
      },
    });

    app.route({
      method: "POST",
      url: "/api/people/:id/leave",
      schema: {
        operationId: "leave",
        tags: ["people"],
        summary: "Somebody leaves: what they hold ends, what that leaves open becomes tasks",
        params: ofPerson,
        response: { 200: left },
      },
      config: { permission: "people:manage" },
      handler: async ({ caller, params }) => leave(deps, params.id, person(caller).id),
    });

    app.route({
      method: "POST",
      url: "/api/people/:id/return",
      schema: {
        operationId: "comeBack",
        tags: ["people"],
        summary: "Somebody who had left comes back, with no role of before",
        params: ofPerson,
        response: { 200: entry },
      },
      config: { permission: "people:manage" },
      async handler({ caller, params }) {
        const by = person(caller);
        return entryFor(by, await comeBack(deps, params.id, by.id));
      },
    });

    async function rolesWithSources(id: string) {
      const { given, program, everybody } = await sourcesOf({ sql, clock, program: deps.program, config }, id);
      const from = (source: "program" | "everybody") => (each: RoleGrant) => ({ ...each, source });
      return [...given.map(keptGrant), ...program.map(from("program")), ...everybody.map(from("everybody"))];
    }
  },
};

export function linkUrl(server: URL, secret: string): string {
  const url = new URL("/sign-in/link", server);
  url.searchParams.set("token", secret);
  return url.href;
}

function keptGrant(kept: Awaited<ReturnType<typeof rolesOf>>[number]) {
  return {
    id: kept.id,
    role: kept.role as (typeof roleGrant.shape.role)["options"][number],
    ...(kept.lane === undefined ? {} : { lane: kept.lane }),
    ...(kept.board === undefined ? {} : { board: kept.board }),
    ...(kept.unit === undefined ? {} : { unit: kept.unit }),
    source: kept.source,
    by: kept.by,
    at: kept.at.toISOString(),
    ...(kept.until ? { until: kept.until.toISOString() } : {}),
  };
}

function entryFor(asks: Caller, { id, name, state, email, seenAt, leftAt }: Person) {
  const manages = asks.permissions.has("people:manage");
  return {
    id,
    name,
    state,
    ...(email !== undefined && (manages || asks.id === id) ? { email } : {}),
    ...(seenAt && manages ? { seenAt: seenAt.toISOString() } : {}),
    ...(leftAt ? { leftAt: leftAt.toISOString() } : {}),
  };
}
