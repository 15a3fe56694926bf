// Who there is to be given something: units, teams, boards and lanes, as pages name them in choices.
import { z } from "zod";
import { type Language, localText } from "#look";
import type { Organization } from "#program";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

const answer = z
  .object({
    units: z.array(z.object({ id: z.string(), name: z.string(), products: z.array(z.string()), teams: z.array(z.string()) })),
    unitsApart: z.boolean().describe("What belongs to one unit is not shown to roles that end at another."),
    teams: z.array(
      z.object({
        id: z.string(),
        unit: z.string().optional(),
        lead: z.string().optional(),
        people: z.array(z.string()).describe("Members and deputies."),
        products: z.array(z.string()).describe("What it answers for."),
      }),
    ),
    boards: z.array(z.object({ id: z.string(), name: z.string() })),
    lanes: z.array(z.string()),
  })
  .meta({ id: "OrganizationParts" });

export const organizationPageRoutes: RouteModule = {
  name: "portal-organization",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/organization",
      schema: {
        operationId: "organizationParts",
        tags: ["portal"],
        summary: "Units, teams, boards and lanes of the program in force",
        querystring: spoken,
        response: { 200: answer },
      },
      config: { permission: "people:read" },
      async handler({ query }) {
        const { program } = await deps.program();
        return partsOf(program.organization, lanesOf(program), query.lang);
      },
    });
  },
};

type Program = Awaited<ReturnType<Parameters<RouteModule["register"]>[1]["program"]>>["program"];

/** Those of boards, and those that rules send something to. */
function lanesOf({ organization, policies }: Program): string[] {
  const ofBoards = organization.boards.flatMap(({ lanes }) => Object.keys(lanes));
  const ofRules = policies.flatMap(({ rules }) => rules.flatMap(({ lane }) => lane ?? []));
  return [...new Set([...ofBoards, ...ofRules])].sort();
}

function partsOf(organization: Organization, lanes: string[], language: Language): z.input<typeof answer> {
  const { units, unitsApart, teams, boards, products } = organization;
  const name = (text: Parameters<typeof localText>[0], id: string) => localText(text, language) ?? id;
  return {
    units: units.map(({ id, name: text }) => ({
      id,
      name: name(text, id),
      products: products.filter(({ unit }) => unit === id).map((product) => product.id),
      teams: teams.filter(({ unit }) => unit === id).map((team) => team.id),
    })),
    unitsApart: unitsApart ?? false,
    teams: teams.map(({ id, unit, lead, members, deputies }) => ({
      id,
      ...(unit === undefined ? {} : { unit }),
      ...(lead === undefined ? {} : { lead }),
      people: [...new Set([...members, ...deputies])],
      products: products.filter(({ owner }) => owner === id).map((product) => product.id),
    })),
    boards: boards.map(({ id, name: text }) => ({ id, name: name(text, id) })),
    lanes,
  };
}
