// Tokens for programs: CI, scripts, other systems.
import { z } from "zod";
import { append, findPerson, listTokens, makeToken, revokeToken, type Token } from "#store";
import { type Caller, notThere } from "../access/caller.ts";
import { peopleOnly, permissions } from "../access/permissions.ts";
import { filled, problem } from "../http/problem.ts";
import { act, type Tx } from "../people/acts.ts";
import { person } from "./me.ts";
import { moment, nothing } from "./shared.ts";
import type { RouteModule } from "./index.ts";

/** What a token can be made for. */
const scopes = permissions.filter((permission) => !peopleOnly.has(permission));
const DAY = 24 * 60 * 60_000;

const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(["personal", "service"]).describe("service: belongs to the office and outlives its person."),
    prefix: z.string().describe("How it begins."),
    person: z.string().optional().describe("Whose it is, or who answers for it."),
    scopes: z.array(z.string()),
    units: z.array(z.string()).optional(),
    madeAt: moment,
    endsAt: moment,
    usedAt: moment.optional(),
    revokedAt: moment.optional(),
  })
  .meta({ id: "Token" });

const newToken = z.strictObject({
  name: z.string().trim().min(1).max(100).describe("What it is for."),
  kind: z.enum(["personal", "service"]).default("personal"),
  scopes: z.array(z.enum(scopes)).min(1).describe("What it may. A personal one never may more than its person."),
  units: z.array(z.string().max(100)).min(1).optional().describe("Units that it is for; those of its person where absent."),
  days: z.int().min(1).max(366).default(90).describe("Days that it holds."),
});

export const tokenRoutes: RouteModule = {
  name: "tokens",
  register(app, deps) {
    const { database } = deps;

    app.route({
      method: "GET",
      url: "/api/tokens",
      schema: {
        operationId: "tokens",
        tags: ["tokens"],
        summary: "My tokens; for administrators also those of all",
        querystring: z.object({ of: z.enum(["me", "all"]).default("me") }),
        response: { 200: z.array(token) },
      },
      config: { permission: "tokens:own" },
      async handler({ caller, query }) {
        const asks = person(caller);
        if (query.of === "all" && !asks.permissions.has("people:manage"))
          throw problem(403, "not-allowed", "You may see your own tokens only");
        return (await listTokens(database.sql, query.of === "all" ? undefined : asks.id)).map(tokenBody);
      },
    });

    app.route({
      method: "POST",
      url: "/api/tokens",
      schema: {
        operationId: "makeToken",
        tags: ["tokens"],
        summary: "Make a token; its secret is in this answer and nowhere else",
        body: newToken,
        response: { 201: token.extend({ secret: z.string() }) },
      },
      config: { permission: "tokens:own" },
      async handler({ caller, body }, reply) {
        const by = person(caller);
        refuseBeyond(by, body);
        const made = await act(deps, async (tx, at) => {
          const holder = await holderOf(tx, by);
          const result = await makeToken(tx, { ...body, person: holder, endsAt: new Date(at.getTime() + body.days * DAY) }, at);
          const { id, kind, scopes, units, endsAt, name } = result.token;
          await append(tx, {
            at: at.toISOString(),
            by: by.id,
            what: "token.made",
            subject: `token:${id}`,
            data: { kind, scopes, ...(units ? { units } : {}), until: endsAt.toISOString() },
            personal: { name, person: holder },
          });
          return result;
        });
        return reply.code(201).send({ ...tokenBody(made.token), secret: made.secret });
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/tokens/:id",
      schema: {
        operationId: "revokeToken",
        tags: ["tokens"],
        summary: "Revoke a token at once",
        params: z.object({ id: z.uuid() }),
        response: { 204: nothing },
      },
      config: { permission: "tokens:own" },
      async handler({ caller, params }, reply) {
        const by = person(caller);
        await act(deps, async (tx, at) => {
          const known = (await listTokens(tx)).find(({ id }) => id === params.id);
          const may = known && (known.person === by.id || by.permissions.has("people:manage"));
          if (!may || !(await revokeToken(tx, params.id, by.id, at))) throw notThere("such token");
          await append(tx, { at: at.toISOString(), by: by.id, what: "token.revoked", subject: `token:${params.id}` });
        });
        return reply.code(204).send();
      },
    });
  },
};

/** Who runs the server on its machine is nobody of the directory: a token of theirs belongs to the office. */
async function holderOf(tx: Tx, by: Caller): Promise<string | undefined> {
  return (await findPerson(tx, by.id))?.id;
}

/** Nobody hands on more than they have. */
function refuseBeyond(by: Caller, { kind, scopes: wanted, units }: z.output<typeof newToken>): void {
  if (kind === "service" && !by.permissions.has("people:manage")) {
    throw problem(403, "not-allowed", "Only an administrator makes tokens that belong to the office");
  }
  if (kind === "personal" && by.id.startsWith("local:")) {
    throw problem(422, "input-invalid", "On the server's machine only tokens of the office are made", "Send kind: service.");
  }
  const missing = kind === "personal" ? wanted.filter((scope) => !by.permissions.has(scope)) : [];
  if (missing.length > 0)
    throw problem(403, "not-allowed", "You may not do that yourself", filled("Missing: {scopes}.", { scopes: missing.join(", ") }), {
      scopes: missing,
    });
  const elsewhere = by.units === "all" ? [] : (units ?? []).filter((unit) => !by.units.includes(unit));
  if (elsewhere.length > 0)
    throw problem(403, "not-allowed", "A token cannot be made for that unit", filled("Meant: {units}.", { units: elsewhere.join(", ") }));
}

export function tokenBody(made: Token) {
  return {
    id: made.id,
    name: made.name,
    kind: made.kind,
    prefix: made.prefix,
    ...(made.person === undefined ? {} : { person: made.person }),
    scopes: [...made.scopes],
    ...(made.units ? { units: [...made.units] } : {}),
    madeAt: made.madeAt.toISOString(),
    endsAt: made.endsAt.toISOString(),
    ...(made.usedAt ? { usedAt: made.usedAt.toISOString() } : {}),
    ...(made.revokedAt ? { revokedAt: made.revokedAt.toISOString() } : {}),
  };
}
