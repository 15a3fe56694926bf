// Who asks: by a token in the header, else by the session in the cookie.
import type { FastifyRequest } from "fastify";
import { findToken, useSession } from "#store";
import type { Caller } from "../access/caller.ts";
import { localCaller, personCaller, tokenCaller } from "../access/callers.ts";
import type { Deps } from "../deps.ts";
import type { Identify } from "../http/guard.ts";
import { problem } from "../http/problem.ts";
import { readCookie } from "./cookies.ts";
import { refuseForgery } from "./csrf.ts";
import type { LocalKey } from "./local-key.ts";

export function identifyBy(deps: Deps, local?: LocalKey): Identify {
  return async (request) => {
    const { authorization } = request.headers;
    return authorization === undefined ? bySession(request, deps) : byHeader(authorization, deps, local);
  };
}

async function byHeader(authorization: string, deps: Deps, local: LocalKey | undefined): Promise<Caller> {
  const secret = /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(authorization)?.[1] ?? "";
  if (local?.isIt(secret)) return localCaller(local.user);
  const token = await findToken(deps.database.sql, secret, deps.clock());
  if (!token) throw problem(401, "not-signed-in", "This token is not known", "It may have ended or been revoked.");
  return tokenCaller(needOf(deps), token);
}

/** A session that has ended is nobody, and no attack: the portal then shows the way in. */
async function bySession(request: FastifyRequest, deps: Deps): Promise<Caller | undefined> {
  const secret = readCookie(request, "session", deps.config);
  if (secret === undefined) return undefined;
  const session = await useSession(deps.database.sql, secret, deps.clock(), deps.config.session);
  if (!session) return undefined;
  refuseForgery(request, secret, deps.config);
  return personCaller(needOf(deps), { id: session.person, name: session.name });
}

function needOf(deps: Deps) {
  return { sql: deps.database.sql, clock: deps.clock, program: deps.program, config: deps.config };
}
