// What was made for a release, looked at before the step is said: its hash, and the inventory that it says it was made from. Nothing of it is kept.
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { z } from "zod";
import { sha256 } from "#kit";
import { artifactKinds } from "#program";
import { inventoryNamedIn } from "#scan";
import { word } from "../../http/parameters.ts";
import { filled, problem } from "../../http/problem.ts";
import { spooled } from "../../uploads/spool.ts";
import { streaming } from "../../uploads/streaming.ts";
import type { RouteModule } from "../index.ts";

/** Bytes of an artefact at most. */
const MOST = 100_000_000;

export const releaseFileRoutes: RouteModule = {
  name: "release-files",
  register(app, deps) {
    streaming(app, (scope) => {
      scope.route({
        method: "POST",
        url: "/api/portal/release-files",
        bodyLimit: MOST,
        schema: {
          operationId: "lookAtReleaseFile",
          tags: ["portal"],
          summary: "Look at what was made for a release, as a step of it names it; nothing is kept",
          querystring: z.object({ kind: z.enum(artifactKinds), file: word(300).describe("Name of the file.") }),
          response: {
            200: z
              .object({
                kind: z.enum(artifactKinds),
                file: z.string(),
                sha256: z.string(),
                inventory: z.string().describe("Digest of the inventory that it says it was made from."),
              })
              .meta({ id: "ReleaseFile" }),
          },
        },
        config: { permission: "registers:write" },
        async handler(request) {
          const { kind, file } = request.query;
          return spooled(request.body as Readable | undefined, { home: deps.home, name: "artefact", most: MOST }, async ({ path }) => {
            const bytes = await readFile(path);
            const inventory = inventoryNamedIn(bytes);
            if (inventory === undefined) throw unmarked(file);
            return { kind, file, sha256: sha256(bytes), inventory };
          });
        },
      });
    });
  },
};

function unmarked(file: string) {
  return problem(
    422,
    "artefact-unmarked",
    filled("{file} does not say from which inventory it was made", { file: file.slice(0, 120) }),
    "Take it from the page of the product, or make it with allmend report: both write it in.",
  );
}
