// Licences as pages: those in use by what they ask, and one with its terms in plain words. Duties with the names of what asks for them.
import { z } from "zod";
import { localText } from "#look";
import { portalPages } from "#publish";
import { dutyCounts, dutyLicenses, inventoryFigures, listLicenses, listObligations, versionNames } from "#store";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { visibleProgram } from "../../access/visible-program.ts";
import { hasAlready } from "../../http/conditional.ts";
import { given, pageIn, pageOf, pageQuery, word } from "../../http/parameters.ts";
import { wire } from "../../http/wire.ts";
import { judgedProgram } from "../../judging/judged-program.ts";
import type { RouteModule } from "../index.ts";
import { licenceKindsBody, licencePageBody } from "./inventory-bodies.ts";
import { dutyLicenceBody, dutyLineBody, dutyState, dutySumsBody } from "./product-bodies.ts";
import { spoken } from "./parts.ts";

const reading = { permission: "results:read" } as const;
const SHOWN_NAMES = 5;
const MOST_LICENCES = 300;

export const licencePageRoutes: RouteModule = {
  name: "portal-licences",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/portal/licences",
      schema: {
        operationId: "licenceKinds",
        tags: ["portal"],
        summary: "Licences in use by what they ask of us, in plain words",
        querystring: spoken.extend({ product: word().optional() }),
        response: { 200: licenceKindsBody },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { units } = known(request);
        const { lang, product } = request.query;
        const [licenses, program, { differs }, { licenseKindsOf }] = await Promise.all([
          listLicenses(db, units, product),
          judgedProgram(deps),
          inventoryFigures(db, units),
          portalPages(),
        ]);
        const kinds = licenseKindsOf(licenses, program, lang);
        return reply.send({ kinds: kinds.map((kind) => ({ ...kind, licenses: kind.licenses.map((each) => ({ ...each })) })), differs });
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/licence",
      schema: {
        operationId: "licencePage",
        tags: ["portal"],
        summary: "A licence: what kind it is, what it asks and when, and how much of ours stands under it",
        querystring: spoken.extend({ license: word(2000).describe("An SPDX expression.") }),
        response: { 200: licencePageBody },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { license, lang } = request.query;
        const [licenses, program, portal] = await Promise.all([listLicenses(db, known(request).units), judgedProgram(deps), portalPages()]);
        const page = portal.licensePage(license, program, lang);
        if (!page) throw notThere("such licence");
        const used = licenses.find((each) => each.license === license);
        return reply.send({
          ...page,
          atoms: page.atoms.map(({ properties, terms, ...atom }) => ({
            ...atom,
            properties: [...properties],
            terms: terms.map((term) => ({ ...term })),
          })),
          versions: used?.versions ?? 0,
          uses: used?.uses ?? 0,
        });
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/obligations/sums",
      schema: {
        operationId: "dutySums",
        tags: ["portal"],
        summary: "How many duties each product has, by state",
        querystring: spoken,
        response: { 200: z.array(dutySumsBody) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const caller = known(request);
        const [counts, program] = await Promise.all([dutyCounts(db, caller.units), judgedProgram(deps)]);
        const byProduct = Map.groupBy(counts, ({ product }) => product);
        const { organization } = visibleProgram(program, caller);
        const of = (product: string, state: string) => byProduct.get(product)?.find((each) => each.state === state)?.count ?? 0;
        return reply.send(
          organization.products
            .filter(({ id }) => byProduct.has(id))
            .map(({ id, name, owner }) => ({
              product: id,
              ...(owner === undefined ? {} : { owner }),
              name: localText(name, request.query.lang) ?? id,
              open: of(id, "open"),
              unknown: of(id, "unknown"),
              done: of(id, "fulfilled") + of(id, "not-applicable"),
              standing: of(id, "standing"),
            })),
        );
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/obligations/licences",
      schema: {
        operationId: "dutyLicences",
        tags: ["portal"],
        summary: "What licences ask of products, a line for each licence; those with most that is open first",
        querystring: spoken.extend({ product: word().optional(), state: dutyState.optional() }),
        response: { 200: z.array(dutyLicenceBody).describe(`At most ${MOST_LICENCES}.`) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { lang, ...wanted } = request.query;
        const [found, { dutyWords }] = await Promise.all([
          dutyLicenses(db, given(wanted), known(request).units, MOST_LICENCES),
          portalPages(),
        ]);
        return reply.send(
          found.map(({ kinds, products, ...licence }) => ({
            ...licence,
            products: [...products],
            asks: kinds.map((kind) => ({ kind, text: dutyWords({ kind, state: "open" }, lang).text })),
          })),
        );
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/obligations",
      schema: {
        operationId: "dutyLines",
        tags: ["portal"],
        summary: "What licences ask of products, in words, with what asks for it",
        querystring: spoken.extend({
          product: word().optional(),
          license: word(500).optional(),
          state: dutyState.optional(),
          ...pageQuery,
        }),
        response: { 200: pageOf(dutyLineBody) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, lang, ...wanted } = request.query;
        const { items, next } = await listObligations(db, given(wanted), known(request).units, {
          ...pageIn({ limit, after }),
          named: SHOWN_NAMES,
        });
        const [{ dutyWords }, names] = await Promise.all([
          portalPages(),
          versionNames(
            db,
            items.flatMap(({ versions }) => versions),
          ),
        ]);
        const lines = items.map(({ versions, ...duty }) => ({
          ...duty,
          ...dutyWords(duty, lang),
          named: versions.flatMap((id) => names.get(id) ?? []),
        }));
        return reply.send(wire({ items: lines, ...(next === undefined ? {} : { next }) }));
      },
    });
  },
};
