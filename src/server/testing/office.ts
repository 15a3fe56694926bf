// A server without a socket, for tests: asked by anybody one names.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Database, Jobs } from "#store";
import { type Caller, permissionsIn, type RoleGrant, unitsIn } from "../access/caller.ts";
import { createApp } from "../app.ts";
import { configFor, type ServerConfig } from "../config.ts";
import type { App, Deps, LoadedProgram, Logger } from "../deps.ts";
import type { RouteModule } from "../routes/index.ts";

export interface TestOffice {
  readonly app: App;
  readonly deps: Deps;
  /** Asks as somebody; without `as`, as nobody. */
  ask<Body = Record<string, unknown>>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    options?: { as?: Caller; body?: unknown },
  ): Promise<TestAnswer<Body>>;
}

export interface TestAnswer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface TestOfficeOptions {
  readonly database: Database;
  readonly program?: LoadedProgram;
  readonly clock?: () => Date;
  readonly home?: string;
  readonly config?: Partial<ServerConfig>;
  readonly routes?: readonly RouteModule[];
  readonly deps?: Partial<Deps>;
}

/** Somebody with roles: `someone("ada", [{ role: "reviewer", lane: "legal" }])`. */
export function someone(id: string, roles: readonly RoleGrant[], options: { unitsApart?: boolean } = {}): Caller {
  return {
    id,
    kind: "person",
    name: id,
    roles,
    units: unitsIn(roles, options.unitsApart ?? false),
    permissions: permissionsIn(roles),
  };
}

/** Nothing is done later. A test of jobs brings its own. */
export const noJobs: Jobs = {
  send: async () => "",
  work: async () => undefined,
  repeat: async () => undefined,
  stop: async () => undefined,
};

export async function testOffice(options: TestOfficeOptions): Promise<TestOffice> {
  const deps: Deps = {
    database: options.database,
    clock: options.clock ?? (() => new Date()),
    // Of its own: what a route keeps there must not land where the tests run.
    home: options.home ?? mkdtempSync(join(tmpdir(), "allmend-office-")),
    log: pino({ level: "silent" }) as unknown as Logger,
    program: async () => {
      if (!options.program) throw new Error("the test gave no program");
      return options.program;
    },
    jobs: noJobs,
    config: configFor("http://localhost", options.config),
    stopping: new AbortController().signal,
    ...options.deps,
  };
  const callers = new Map<string, Caller>();
  const app = await createApp(deps, {
    version: "0.0.0",
    identify: async ({ headers }) => callers.get(String(headers["x-test-caller"])),
    ...(options.routes ? { routes: options.routes } : {}),
  });
  return {
    app,
    deps,
    async ask<Body>(
      method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
      url: string,
      { as, body }: { as?: Caller; body?: unknown } = {},
    ): Promise<TestAnswer<Body>> {
      if (as) callers.set(as.id, as);
      const answer = await app.inject({
        method,
        url,
        headers: as ? { "x-test-caller": as.id } : {},
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const json =
        String(answer.headers["content-type"] ?? "").includes("json") && !String(answer.headers["content-type"]).includes("ndjson");
      return { status: answer.statusCode, body: (json ? answer.json() : answer.body) as Body, headers: answer.headers };
    },
  };
}
