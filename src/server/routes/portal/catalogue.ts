// The catalogue as a page: what we have an opinion on, how it is used, whom we trust, and what was approved.
import { z } from "zod";
import { approvalsIn } from "#decisions";
import { packageOf, parsePurlRange } from "#kit";
import { ecosystemName } from "#look";
import type { Program } from "#program";
import { componentsCalled } from "#store";
import { known } from "../../access/known.ts";
import { visibleProgram } from "../../access/visible-program.ts";
import { judgedProgram } from "../../judging/judged-program.ts";
import type { RouteModule } from "../index.ts";
import { seesProduct } from "./parts.ts";
import { cataloguePageBody, type catalogueEntryBody } from "./product-bodies.ts";

type Entry = NonNullable<NonNullable<NonNullable<Program["registers"]>["catalogue"]>["components"]>[number];
type Line = z.input<typeof catalogueEntryBody>;
type Used = Awaited<ReturnType<typeof componentsCalled>>[number];

export const cataloguePageRoutes: RouteModule = {
  name: "portal-catalogue",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/catalogue",
      schema: {
        operationId: "cataloguePage",
        tags: ["portal"],
        summary: "What we have an opinion on, with how it is used; whom we trust; what was approved",
        response: { 200: cataloguePageBody },
      },
      config: { permission: "registers:read" },
      async handler(request) {
        const caller = known(request);
        const whole = await judgedProgram(deps);
        const program = visibleProgram(whole, caller);
        const { components = [], "trusted-sources": trusted = [], investigations = [] } = program.registers?.catalogue ?? {};
        const plain = components.map(({ component }) => plainPurl(component));
        const used = new Map((await componentsCalled(deps.database.sql, plain, caller.units)).map((each) => [each.purl, each]));
        const now = deps.clock().toISOString();
        const sees = seesProduct(caller, whole);
        return {
          today: now.slice(0, 10),
          entries: components.map((entry, index) => entryLine(entry, plain[index] ?? "", used)),
          trusted: trusted.map((source) => given(source)),
          investigations: investigations.filter(({ product }) => sees(product)).map((each) => ({ ...each })),
          approvals: approvalsIn(program.records, now)
            .filter(({ product }) => product === undefined || program.organization.products.some(({ id }) => id === product))
            .map(({ id, component, at, product, conditions }) => ({
              id,
              component,
              at,
              ...(product === undefined ? {} : { product }),
              conditions: [...conditions],
            }))
            .toReversed(),
        };
      },
    });
  },
};

function plainPurl(component: string): string {
  const range = parsePurlRange(component);
  return "error" in range ? component : packageOf(range);
}

function entryLine(entry: Entry, plain: string, used: ReadonlyMap<string, Used>): Line {
  const { component, state, criteria = {}, alternatives = [], for: purpose, category, because, owner, by, evaluated, review } = entry;
  const range = parsePurlRange(component);
  const type = "error" in range ? "generic" : range.type;
  const known = used.get(plain);
  return {
    component,
    name: "error" in range ? component : [range.namespace, range.name].filter((part) => part !== undefined).join("/"),
    type,
    ecosystem: ecosystemName(type),
    state,
    ...given({ for: purpose, category, because, owner, by, evaluated, review }),
    criteria: Object.entries(criteria).map(([id, { score, evidence }]) => ({ id, score, ...given({ evidence }) })),
    alternatives: alternatives.map(({ name, kind, cost, because: why }) => ({ name, kind, ...given({ cost, because: why }) })),
    ...(known ? { used: { id: known.id, uses: known.uses, products: known.products } } : {}),
    written: { ...entry },
  };
}

/** Without what is not said. */
function given<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}
