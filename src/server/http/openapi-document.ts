// The description of the API without a server, for docs/reference and for the portal's types.
import { pino } from "pino";
import type { Database, Jobs } from "#store";
import { createApp } from "../app.ts";
import { configFor } from "../config.ts";
import type { Deps, Logger } from "../deps.ts";

/** Routes are registered and none is called: nothing of what they lean on has to be there. */
export function routeDeps(): Deps {
  return {
    database: {} as Database,
    clock: () => new Date(0),
    home: "",
    log: pino({ level: "silent" }) as unknown as Logger,
    program: () => Promise.reject(new Error("there is no program here")),
    jobs: {} as Jobs,
    config: configFor("http://localhost"),
    stopping: new AbortController().signal,
  };
}

export async function openApiDocument(version: string): Promise<object> {
  const app = await createApp(routeDeps(), { version });
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
