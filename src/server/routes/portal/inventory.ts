// What we use, as pages: the whole in a sentence, components while typing, one component, and where a range of versions is.
import { z } from "zod";
import { AllmendError, packageOf, parsePurlRange } from "#kit";
import { ecosystemName, localText } from "#look";
import { type Program, replayReleases } from "#program";
import { portalPages } from "#publish";
import { checks } from "#scan";
import {
  affectedPlaces,
  componentById,
  componentsMatter,
  componentsNamed,
  inventoryFigures,
  listComponents,
  MOST_PLACES,
  versionsIn,
} from "#store";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { seenResult, visibleProgram } from "../../access/visible-program.ts";
import { hasAlready } from "../../http/conditional.ts";
import { given, pageIn, pageOf, pageQuery, word } from "../../http/parameters.ts";
import { judgedProgram } from "../../judging/judged-program.ts";
import { knownResults, resultAbout } from "../../office/judging.ts";
import { componentPageOf } from "../../portal/component-page.ts";
import { lookedAt, standingOf } from "../../portal/standing.ts";
import type { RouteModule } from "../index.ts";
import { componentAnswersBody, componentLine, componentPageBody, figuresBody, impactBody } from "./inventory-bodies.ts";
import { asOf, spoken, whenOf } from "./parts.ts";

const reading = { permission: "results:read" } as const;
const number = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);

export const inventoryPageRoutes: RouteModule = {
  name: "portal-inventory",
  register(app, deps) {
    const db = deps.database.sql;
    const results = knownResults();

    app.route({
      method: "GET",
      url: "/api/portal/inventory",
      schema: {
        operationId: "inventoryFigures",
        tags: ["portal"],
        summary: "What we use in a few figures: how much, where it is denied, what nobody knows",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, figures: figuresBody }).meta({ id: "InventoryAnswer" }) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { units } = known(request);
        const [standing, figures] = await Promise.all([standingOf(deps), inventoryFigures(db, units)]);
        const { organization } = visibleProgram(standing.result.program, known(request));
        return reply.send({
          ...whenOf(standing),
          figures: {
            ...figures,
            vulnerabilities: { ...figures.vulnerabilities, looked: lookedAt(standing.result, figures.vulnerabilities.open) },
            ecosystems: figures.ecosystems.map((each) => ({ ...each, name: ecosystemName(each.type) })),
            productNames: organization.products.map(({ id, name }) => ({ id, name: localText(name, request.query.lang) ?? id })),
          },
        });
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/components",
      schema: {
        operationId: "componentLines",
        tags: ["portal"],
        summary: "Components with what matters of each, found by a part of their name",
        querystring: z.object({
          search: word(100).optional().describe("Part of the name; up to two letters: its beginning."),
          type: word(50).optional().describe("Type of the package URL."),
          product: word().optional().describe("Used in this product."),
          open: z.enum(["review", "deny"]).optional().describe("Only those of which something open says at least this."),
          ...pageQuery,
        }),
        response: { 200: pageOf(componentLine) },
      },
      config: reading,
      async handler(request, reply) {
        if (await hasAlready(request, reply, deps)) return reply;
        const { limit, after, ...filter } = request.query;
        const { units } = known(request);
        const { items, next } = await listComponents(db, given(filter), units, pageIn({ limit, after }));
        const matters = await componentsMatter(
          db,
          items.map(({ id }) => id),
          units,
        );
        return reply.send({
          items: items.map((item) => ({ ...item, ...mattersOf(matters.get(item.id)) })),
          ...(next === undefined ? {} : { next }),
        });
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/components/:id",
      schema: {
        operationId: "componentPage",
        tags: ["portal"],
        summary: "One component: versions in use, its licence and how sure that is, who looks after it, vulnerabilities",
        params: z.object({ id: number }),
        querystring: spoken.extend({ version: word(500).optional().describe("The most used one where absent.") }),
        response: { 200: componentPageBody },
      },
      config: reading,
      async handler(request) {
        const caller = known(request);
        const detail = await componentById(db, request.params.id, caller.units);
        if (!detail) throw notThere("such component");
        const [all, about] = await Promise.all([judgedProgram(deps), componentsNamed(db, detail.purl)]);
        const { version, lang } = request.query;
        const page = await componentPageOf(detail, version, about, visibleProgram(all, caller), lang);
        if (!page) throw notThere("such version");
        return page;
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/components/:id/answers",
      schema: {
        operationId: "componentAnswers",
        tags: ["portal"],
        summary: "May we use it? For each product, why, and what its licence asks there",
        params: z.object({ id: number }),
        querystring: spoken.extend({ version: word(500).optional().describe("The most used one where absent.") }),
        response: { 200: componentAnswersBody },
      },
      config: reading,
      async handler(request) {
        const caller = known(request);
        const { version, lang } = request.query;
        const detail = await componentById(db, request.params.id, caller.units);
        const chosen = version === undefined ? detail?.allVersions[0] : detail?.allVersions.find((each) => each.version === version);
        if (!detail || !chosen) throw notThere("such component");
        const program = visibleProgram(await judgedProgram(deps), caller);
        const now = deps.clock().toISOString();
        const result = seenResult(await resultAbout(db, results, program, now, detail.purl), program);
        const [{ checkUse }, { answersByProduct }] = await Promise.all([checks(), portalPages()]);
        const answer = await checkUse(chosen.purl, result, {});
        const used = new Set(result.uses.flatMap(({ product }) => product ?? []));
        return {
          purl: chosen.purl,
          outcome: answer.outcome,
          answers: answersByProduct(answer, program, used, lang) as z.input<typeof componentAnswersBody>["answers"],
        };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/impact",
      schema: {
        operationId: "impact",
        tags: ["portal"],
        summary: "Which products, releases and repositories a range of versions is in",
        querystring: spoken.extend({ purl: word(4000).describe("With a range: `pkg:npm/name@<2.0.0`.") }),
        response: { 200: impactBody },
      },
      config: reading,
      async handler(request) {
        const caller = known(request);
        const { purl, lang } = request.query;
        const affected = await versionsIn(db, purl);
        const places = await affectedPlaces(
          db,
          affected.versions.map(({ id }) => id),
          caller.units,
        );
        const name = plainOf(purl);
        const [component] = (await listComponents(db, { purl: name }, caller.units, { limit: 1 })).items;
        const program = visibleProgram(await judgedProgram(deps), caller);
        const shown = places.slice(0, MOST_PLACES);
        return {
          purl,
          name: component?.name ?? name,
          ...(component ? { component: component.id } : {}),
          versions: [...new Set(shown.flatMap(({ versions }) => versions))],
          undecided: component ? affected.undecided.map((each) => each.purl) : [],
          products: affectedProducts(new Set(shown.flatMap(({ product }) => product ?? [])), program, deps.clock().toISOString(), lang),
          places: shown.map(({ versions, path, ...place }) => ({
            ...place,
            versions: [...versions],
            ...(path ? { path: [...path] } : {}),
          })),
          more: places.length > MOST_PLACES,
        };
      },
    });
  },
};

type Matters = Awaited<ReturnType<typeof componentsMatter>> extends ReadonlyMap<number, infer Each> ? Each : never;

function mattersOf(matters: Matters | undefined) {
  const { worst, worstIn = [], licenses = [], differs = false, vulnerabilities = 0, exploited = false } = matters ?? {};
  return { ...(worst === undefined ? {} : { worst }), worstIn: [...worstIn], licenses: [...licenses], differs, vulnerabilities, exploited };
}

function plainOf(asked: string): string {
  const range = parsePurlRange(asked);
  if ("error" in range)
    throw new AllmendError("bad-range", "input", `"${asked.slice(0, 200)}" is no purl with a range: ${range.error}`, {});
  return packageOf(range);
}

/** Products that use it, with their releases on record: what was shipped may hold it. */
function affectedProducts(ids: ReadonlySet<string>, { organization, records }: Program, now: string, lang: "en" | "de") {
  const { releases } = replayReleases(records, now);
  return organization.products
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, owner, criticality }) => ({
      id,
      name: localText(name, lang) ?? id,
      ...(owner === undefined ? {} : { owner }),
      criticality,
      releases: releases
        .filter(({ product }) => product === id)
        .map(({ version, state, steps }) => ({ version, state, at: steps.at(-1)?.at ?? "" }))
        .toReversed(),
    }));
}
