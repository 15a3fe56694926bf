// The server as an object: everything but the socket, so that tests ask it the way a client does.
import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { App, Deps } from "./deps.ts";
import { answerProblems } from "./http/answer-problems.ts";
import { guard, type Identify } from "./http/guard.ts";
import { addHeaders } from "./http/headers.ts";
import { describeRoutes } from "./http/openapi.ts";
import { type RouteModule, routes } from "./routes/index.ts";

export interface AppOptions {
  readonly version: string;
  /** Who asks; tests name somebody without signing in. */
  readonly identify?: Identify;
  /** Routes instead of all of them, for tests. */
  readonly routes?: readonly RouteModule[];
}

export async function createApp(deps: Deps, options: AppOptions): Promise<App> {
  const { config, log } = deps;
  const app: App = fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    trustProxy: typeof config.trustProxy === "boolean" ? config.trustProxy : [...config.trustProxy],
    bodyLimit: config.limits.body,
    // A client that sends a byte a minute holds nothing for long; uploads have their own, longer time.
    requestTimeout: 120_000,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 20_000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    forceCloseConnections: "idle",
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  await addHeaders(app, config);
  await app.register(cookie);
  await guard(app, config, options.identify ?? (async () => undefined));
  await describeRoutes(app, options.version);
  for (const { register } of options.routes ?? routes) register(app, deps);
  return app;
}
