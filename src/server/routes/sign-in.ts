// Coming in and going out.
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { beginSignIn, endSession, hasPeople, takeSignIn, useSession } from "#store";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";
import { dropCookie, readCookie, setCookie } from "../sign-in/cookies.ts";
import { refuseOtherOrigins } from "../sign-in/csrf.ts";
import { enterByLink, enterByProvider } from "../sign-in/enter.ts";
import { CALLBACK, createProvider } from "../sign-in/provider.ts";
import { personId } from "./shared.ts";
import type { RouteModule } from "./index.ts";

/** How long somebody may take at the provider. */
const AT_THE_PROVIDER = 15 * 60_000;

/** Only a path of ours: whatever a link says, nobody is sent elsewhere from here. */
const path = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\\\s]*$/, { error: "is no path on this server" });

const ways = z
  .object({
    provider: z.object({ name: z.string() }).optional().describe("The identity provider, where there is one."),
    site: z.string().optional().describe("Path of what everybody may read, where the organisation shows something."),
    nobodyYet: z.boolean().describe("Nobody is known yet: the first administrator comes in with the link that the server printed."),
  })
  .meta({ id: "WaysIn" });

const linkUse = z.strictObject({
  link: z.string().min(20).max(100).describe("The secret of the link."),
  id: personId.optional().describe("Of the first administrator: their id, as the organisation's documents call them."),
  name: z.string().trim().min(1).max(200).optional().describe("Of the first administrator: their name."),
});

const goTo = z.object({ goTo: z.string().describe("Where to go now.") });

export const signInRoutes: RouteModule = {
  name: "sign-in",
  register(app, deps) {
    const { config, database, clock } = deps;
    const provider = config.signIn ? createProvider(config, config.signIn) : undefined;

    app.route({
      method: "GET",
      url: "/api/sign-in",
      schema: { operationId: "waysIn", tags: ["sign-in"], summary: "How one may sign in here", response: { 200: ways } },
      config: { permission: "public" },
      handler: async () => ({
        ...(config.signIn ? { provider: { name: config.signIn.name } } : {}),
        ...(await siteOf(deps)),
        nobodyYet: !(await hasPeople(database.sql)),
      }),
    });

    app.route({
      method: "GET",
      url: "/api/sign-in/start",
      schema: {
        operationId: "beginSignIn",
        tags: ["sign-in"],
        summary: "Go to the identity provider",
        querystring: z.object({ to: path.default("/").describe("Path to go to afterwards.") }),
        response: { 302: z.undefined().describe("To the provider.") },
      },
      config: { permission: "public", page: true },
      async handler({ query }, reply) {
        if (!provider) throw noProvider();
        const begun = await provider.begin();
        const secret = await beginSignIn(database.sql, { ...begun, goTo: query.to }, clock(), AT_THE_PROVIDER);
        setCookie(reply, "sign-in", secret, AT_THE_PROVIDER / 1000, config);
        return reply.redirect(begun.url.href, 302);
      },
    });

    app.route({
      method: "GET",
      url: CALLBACK,
      schema: {
        operationId: "finishSignIn",
        tags: ["sign-in"],
        summary: "Come back from the identity provider",
        response: { 302: z.undefined().describe("To where one wanted to go.") },
      },
      config: { permission: "public", page: true },
      async handler(request, reply) {
        if (!provider || !config.signIn) throw noProvider();
        const secret = readCookie(request, "sign-in", config);
        const begun = secret === undefined ? undefined : await takeSignIn(database.sql, secret, clock());
        dropCookie(reply, "sign-in", config);
        if (!begun) throw problem(401, "sign-in-expired", "This sign-in is not known here", "Begin again in this browser.");
        const claims = await provider.finish(new URL(request.url, config.url), begun);
        const entered = await enterByProvider(deps, claims, config.signIn, clientOf(request));
        await letIn(request, reply, entered.secret, deps);
        request.log.info({ person: entered.person }, "signed in");
        return reply.redirect(begun.goTo, 302);
      },
    });

    app.route({
      method: "POST",
      url: "/api/sign-in/link",
      schema: {
        operationId: "useLink",
        tags: ["sign-in"],
        summary: "Come in with a link that works once",
        body: linkUse,
        response: { 200: goTo },
      },
      config: { permission: "public" },
      async handler(request, reply) {
        refuseOtherOrigins(request, config);
        await letInByLink(request, reply, request.body, deps);
        return { goTo: "/" };
      },
    });

    app.route({
      method: "POST",
      url: "/api/sign-out",
      schema: { operationId: "signOut", tags: ["sign-in"], summary: "End this session", response: { 200: goTo } },
      config: { permission: "signed-in" },
      async handler(request, reply) {
        await leave(request, deps);
        dropCookie(reply, "session", config);
        return { goTo: (await provider?.end())?.href ?? "/" };
      },
    });
  },
};

/** Whoever may not come in is led to what everybody may read. Without a program in force nothing is public. */
async function siteOf({ program }: Deps): Promise<{ site?: string }> {
  const site = (await program().catch(() => undefined))?.program.organization.site;
  return site === undefined ? {} : { site: "/public" };
}

export interface LinkSent {
  readonly link: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

export async function letInByLink(request: FastifyRequest, reply: FastifyReply, { link, id, name }: LinkSent, deps: Deps): Promise<void> {
  const as = id === undefined ? undefined : { id, name: name ?? id };
  const entered = await enterByLink(deps, { secret: link, as }, clientOf(request));
  await letIn(request, reply, entered.secret, deps);
  request.log.info({ person: entered.person }, "signed in by a link");
}

function noProvider() {
  return problem(404, "no-provider", "This server has no identity provider", "An administrator makes links: allmend user link ID.");
}

/** Whoever was signed in here before is not any more: a session never changes hands. */
async function letIn(request: FastifyRequest, reply: FastifyReply, secret: string, deps: Deps): Promise<void> {
  await leave(request, deps);
  setCookie(reply, "session", secret, deps.config.session.lifetime / 1000, deps.config);
}

async function leave(request: FastifyRequest, { database, clock, config }: Deps): Promise<void> {
  const secret = readCookie(request, "session", config);
  const session = secret === undefined ? undefined : await useSession(database.sql, secret, clock(), config.session);
  if (session) await endSession(database.sql, session.person, session.id);
}

function clientOf({ headers }: FastifyRequest): string {
  return headers["user-agent"] ?? "unknown";
}
