// The life of the strategy and of each policy.
import { z } from "zod";
import { type Language, localText, wordsOf } from "#look";
import { policyAreas, type Program } from "#program";
import type { DocumentName } from "#publish";
import { namesOf } from "#store";
import { fromPack } from "../../documents/from-pack.ts";
import { documentHistory } from "../../documents/history.ts";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

const change = z
  .discriminatedUnion("is", [
    z.object({ is: z.literal("prose"), sentences: z.array(z.object({ is: z.enum(["same", "gone", "new"]), text: z.string() })) }),
    z.object({
      is: z.literal("part"),
      what: z.enum(["rule", "policy", "objective", "activity", "strategy", "category", "choice", "parameter"]),
      id: z.string(),
      kind: z.enum(["added", "removed", "changed", "switched-off", "prose", "parameter"]),
      says: z.string().optional(),
      because: z.string().optional(),
      fields: z.array(z.object({ name: z.string(), before: z.string().optional(), after: z.string().optional() })),
    }),
    z.object({ is: z.literal("head"), name: z.string(), before: z.string().optional(), after: z.string().optional() }),
  ])
  .meta({ id: "DocumentChange" });

const history = z
  .object({
    title: z.string(),
    versions: z.int().describe("Versions that were looked at."),
    entries: z.array(
      z.object({
        id: z.string(),
        source: z.enum(["server", "git"]).describe("Put in force here, or a commit of the repository that the program comes from."),
        at: z.iso.datetime(),
        by: z.string().optional(),
        name: z.string().optional(),
        why: z.string().optional(),
        origin: z.string().optional(),
        first: z.boolean().describe("The first that is known."),
        approvedBy: z.string().optional(),
        changes: z.array(change),
      }),
    ),
  })
  .meta({ id: "DocumentHistory" });

const departures = z.object({ packs: z.array(z.string()), changes: z.array(change) }).meta({ id: "DocumentFromPack" });
const asked = spoken.extend({ document: z.enum(["strategy", ...policyAreas]) });

export const historyRoutes: RouteModule = {
  name: "portal-history",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/history",
      schema: {
        operationId: "documentHistory",
        tags: ["portal"],
        summary: "The versions of a policy or of the strategy: who put each in force, and what changed",
        querystring: asked,
        response: { 200: history },
      },
      config: { permission: "program:read" },
      async handler({ query: { document, lang } }) {
        const found = await documentHistory(deps, document, lang);
        const people = new Set(found.entries.flatMap(({ source, by }) => (source === "server" && by !== undefined ? [by] : [])));
        const names = new Map(Object.entries(await namesOf(deps.database.sql, [...people])));
        const named = ({ source, by }: (typeof found.entries)[number]) => (source === "git" ? by : by && names.get(by));
        return {
          title: titleOf((await deps.program()).program, document, lang),
          ...found,
          entries: found.entries.map((entry) => ({ ...entry, ...(named(entry) === undefined ? {} : { name: named(entry) }) })),
        } as z.input<typeof history>;
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/history/pack",
      schema: {
        operationId: "documentFromPack",
        tags: ["portal"],
        summary: "How a policy or the strategy in force departs from the packs that the program builds on",
        querystring: asked,
        response: { 200: departures },
      },
      config: { permission: "program:read" },
      handler: async ({ query: { document, lang } }) => (await fromPack(deps, document, lang)) as z.input<typeof departures>,
    });
  },
};

/** An area without a policy has its own name. */
function titleOf({ policies, strategy }: Program, document: DocumentName, language: Language): string {
  if (document === "strategy") return localText(strategy?.title, language) ?? wordsOf(language).report.noStrategy;
  return localText(policies.find(({ area }) => area === document)?.title, language) ?? wordsOf(language).area[document];
}
