// Routes that take a body as it comes, whatever its media type: nothing of it is kept in memory.
import type { Readable } from "node:stream";
import type { App } from "../deps.ts";

/** Registers routes whose `request.body` is a stream. */
export function streaming(app: App, register: (scope: App) => void): void {
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request: unknown, body: Readable, done: (error: Error | null, body: Readable) => void) =>
      done(null, body),
    );
    register(scope);
  });
}
