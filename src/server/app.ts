// The server as an object: everything but the socket, so that tests ask it the way a client does.
import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { App, Deps } from "./deps.ts";
import { answerProblems } from "./http/answer-problems.ts";
import { guard, type Identify } from "./http/guard.ts";
import { addHeaders } from "./http/headers.ts";
import { type PortalPage, servePortal } from "./http/portal.ts";
import { describeRoutes } from "./http/openapi.ts";
import { refuseNoText } from "./http/texts.ts";
import { type RouteModule, routes } from "./routes/index.ts";
import { identifyBy } from "./sign-in/identify.ts";
import type { LocalKey } from "./sign-in/local-key.ts";

export interface AppOptions {
  readonly version: string;
  /** Key of commands on this machine; without it they are nobody. */
  readonly localKey?: LocalKey;
  /** Folder with the built portal, where there is one. */
  readonly portal?: string | undefined;
  /** Who asks, instead of by token and session: tests name somebody without signing in. */
  readonly identify?: Identify;
  /** Routes instead of all of them, for tests. */
  readonly routes?: readonly RouteModule[];
}

export async function createApp(deps: Deps, options: AppOptions): Promise<App> {
  const { config, log } = deps;
  const app: App = fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
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
  const pages: { show: PortalPage } = { show: () => undefined };
  answerProblems(app, (request, reply) => pages.show(request, reply));
  await addHeaders(app, config);
  await app.register(cookie);
  await guard(app, config, options.identify ?? identifyBy(deps, options.localKey));
  refuseNoText(app);
  await describeRoutes(app, options.version);
  pages.show = await servePortal(app, options.portal);
  for (const { register } of options.routes ?? routes) register(app, deps);
  return app;
}
