// Who there is to be given something: units, teams, boards and lanes, as pages name them in choices.
import { z } from "zod";
import { type Language, localText } from "#look";
import type { LocalText, Organization } from "#program";
import { listPeople, type Person } from "#store";
import { seesUnit } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { visibleProgram } from "../../access/visible-program.ts";
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

const called = z.record(z.string(), z.string());
const namesBody = z
  .object({ people: called, teams: called, products: called, units: called, boards: called, lanes: called })
  .meta({ id: "Names" })
  .describe("What people call whatever has an id, by id.");

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

    app.route({
      method: "GET",
      url: "/api/portal/names",
      schema: {
        operationId: "names",
        tags: ["portal"],
        summary: "Names of people, teams, products, units, boards and lanes, for pages that have their ids",
        querystring: spoken,
        response: { 200: namesBody },
      },
      config: { permission: "people:read" },
      async handler(request) {
        const { program } = await deps.program();
        const people = await listPeople(deps.database.sql, { limit: MOST_PEOPLE });
        const caller = known(request);
        const seen = visibleProgram(program, caller);
        const units = seen.organization.units.filter(({ id }) => seesUnit(caller, id));
        return namesIn({ ...seen, organization: { ...seen.organization, units } }, people, request.query.lang);
      },
    });
  },
};

/** Of a larger directory the others are shown by their ids. */
const MOST_PEOPLE = 5000;

function namesIn({ organization, cases = [] }: Program, people: readonly Person[], language: Language): z.input<typeof namesBody> {
  const { teams, products, units, boards } = organization;
  const byId = (of: readonly { readonly id: string; readonly name?: LocalText; readonly title?: LocalText }[]) =>
    Object.fromEntries(of.map(({ id, name, title }) => [id, localText(name ?? title, language) ?? id]));
  return {
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    teams: byId(teams),
    products: byId(products),
    units: byId(units),
    boards: byId(boards),
    lanes: { ...byId(teams), ...byId(cases.flatMap(({ lanes }) => lanes)) },
  };
}

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
