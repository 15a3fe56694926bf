// Before a route sees a request: the right host, a known caller where one is asked for, who may do this, not too often. Bodies are read only after that.
import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import { type Caller, notAllowed } from "../access/caller.ts";
import type { Access } from "../access/permissions.ts";
import type { ServerConfig } from "../config.ts";
import type { App } from "../deps.ts";
import { filled, problem } from "./problem.ts";

/** Who asks: undefined where nobody says so; throws `not-signed-in` where what was said is not true. */
export type Identify = (request: FastifyRequest) => Promise<Caller | undefined>;

export async function guard(app: App, config: ServerConfig, identify: Identify): Promise<void> {
  refuseRoutesWithoutPermission(app);
  await app.register(rateLimit, { global: false, cache: 20_000 });
  const failures = app.createRateLimit({ max: config.limits.failures, timeWindow: 60_000, keyGenerator: ({ ip }) => `failures ${ip}` });
  const requests = app.createRateLimit({
    max: ({ caller }) => (caller ? config.limits.known : config.limits.unknown),
    timeWindow: 60_000,
    keyGenerator: ({ caller, ip }) => (caller ? `caller ${caller.id}` : `address ${ip}`),
  });
  app.decorateRequest("caller", undefined);
  app.addHook("onRequest", async (request) => {
    refuseOtherHosts(request, config);
    refuseIf(await failures(request, { increment: false }));
    try {
      request.caller = await identify(request);
    } catch (error) {
      await failures(request);
      throw error;
    }
    refuseIf(await requests(request));
    refuseUnlessAllowed(request);
  });
  // Secrets that stand in a body or an address (links, calendars) are tried behind this door: what came of it is known afterwards.
  app.addHook("onResponse", async (request, reply) => {
    const { permission } = request.routeOptions.config;
    if (permission === "public" && !request.caller && GUESSED.has(reply.statusCode)) await failures(request);
  });
}

/** 401 and 410: this lets nobody in. */
const GUESSED = new Set([401, 410]);

function refuseRoutesWithoutPermission(app: App): void {
  app.addHook("onRoute", ({ url, method, config }) => {
    if (config?.permission === undefined) throw new Error(`the route ${String(method)} ${url} names no permission`);
  });
}

function refuseUnlessAllowed({ caller, routeOptions, is404 }: FastifyRequest): void {
  const { permission } = routeOptions.config;
  if (is404 || permission === "public") return;
  if (!caller) throw problem(401, "not-signed-in", "Nobody is signed in", "Sign in, or send a token as “Authorization: Bearer …”.");
  if (permission === "signed-in" && caller.kind !== "person") throw problem(403, "not-allowed", "This is for people, not for tokens");
  if (permission !== undefined && !isOpenToAll(permission) && !caller.permissions.has(permission)) throw notAllowed(permission);
}

function isOpenToAll(access: Access): access is "signed-in" | "known" | "public" {
  return access === "signed-in" || access === "known" || access === "public";
}

type Limit = Awaited<ReturnType<ReturnType<App["createRateLimit"]>>>;

function refuseIf(limit: Limit): void {
  if (limit.isAllowed || !limit.isExceeded) return;
  throw problem(429, "too-many-requests", "Too many requests", filled("Try again in {seconds} seconds.", { seconds: limit.ttlInSeconds }), {
    retryAfter: limit.ttlInSeconds,
  });
}

/** A page elsewhere must not reach us by giving its own name to our address (DNS rebinding). */
function refuseOtherHosts({ hostname, routeOptions }: FastifyRequest, { url }: ServerConfig): void {
  const host = hostname.toLowerCase();
  if (host === url.hostname || LOOPBACK.has(host)) return;
  // Those who watch over a server ask by its address.
  if (routeOptions.url?.startsWith("/api/health")) return;
  throw problem(421, "wrong-host", "This server does not go by that name", filled("It answers to {origin}.", { origin: url.origin }));
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);
