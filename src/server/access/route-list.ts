// All routes of the server, as they register themselves.
import fastify from "fastify";
import type { App, Deps } from "../deps.ts";
import { type RouteModule, routes } from "../routes/index.ts";
import type { Access } from "./permissions.ts";

export interface ListedRoute {
  readonly method: string;
  readonly url: string;
  readonly permission: Access | undefined;
  readonly summary: string | undefined;
}

/** Routes are registered on an app that serves nobody; nothing of what they lean on is asked while they register. */
export async function listRoutes(deps: Deps, modules: readonly RouteModule[] = routes): Promise<ListedRoute[]> {
  const app = fastify() as unknown as App;
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  const listed: ListedRoute[] = [];
  app.addHook("onRoute", ({ method, url, config, schema }) => {
    for (const each of [method].flat()) {
      if (each === "HEAD") continue;
      listed.push({ method: each, url, permission: config?.permission, summary: (schema as { summary?: string } | undefined)?.summary });
    }
  });
  for (const { register } of modules) register(app, deps);
  await app.ready();
  await app.close();
  return listed.sort((a, b) => (`${a.url} ${a.method}` < `${b.url} ${b.method}` ? -1 : 1));
}
