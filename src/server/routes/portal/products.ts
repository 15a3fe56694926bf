// A product as a page: may it ship, and what stops it; and what we buy, with what its deliveries lack.
import { z } from "zod";
import { localText, supplierWords, wordFor } from "#look";
import { currentDelivery, type DeliveryReplay, type Product, type Program, replayDeliveries, replayReleases } from "#program";
import { portalPages, reportKinds } from "#publish";
import type { ResultSupplier } from "#scan";
import { dutyCounts, heldInProduct, listRepositories, openInProduct, type OpenRule, productFigures } from "#store";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { visibleProgram } from "../../access/visible-program.ts";
import { word } from "../../http/parameters.ts";
import { judgedProgram } from "../../judging/judged-program.ts";
import { asksInventory, nextStep, type OpenNow } from "../../portal/release-steps.ts";
import { standingOf } from "../../portal/standing.ts";
import type { Deps } from "../../deps.ts";
import type { RouteModule } from "../index.ts";
import { asOf, seesProducts, spoken, whenOf } from "./parts.ts";
import { productPageBody, suppliersBody } from "./product-bodies.ts";

const reading = { permission: "results:read" } as const;
type Page = z.input<typeof productPageBody>;

export const productPageRoutes: RouteModule = {
  name: "portal-products",
  register(app, deps) {
    const db = deps.database.sql;

    app.route({
      method: "GET",
      url: "/api/portal/products/:id",
      schema: {
        operationId: "productPage",
        tags: ["portal"],
        summary: "May a product ship, what stops it, its releases, and what can be made for one",
        params: z.object({ id: word() }),
        querystring: spoken,
        response: { 200: productPageBody },
      },
      config: reading,
      async handler(request) {
        const caller = known(request);
        const { lang } = request.query;
        const program = visibleProgram(await judgedProgram(deps), caller);
        const product = program.organization.products.find(({ id }) => id === request.params.id);
        if (!product) throw notThere("such product");
        const [figures, open, duties, repositories] = await Promise.all([
          productFigures(db, product.id),
          openInProduct(db, product.id, caller.units),
          dutyCounts(db, caller.units),
          listRepositories(db, { product: product.id }, caller.units, { limit: 100 }),
        ]);
        const own = duties.filter((each) => each.product === product.id);
        const read = repositories.items.length > 0;
        const { unknownNames, unknownLicenses, components, uses } = figures;
        const gate = gateOf(open, own, unknownLicenses, read);
        return {
          ...headOf(product, lang),
          repositories: repositories.items.map(({ id, name }) => ({ id, name })),
          components,
          uses,
          gate,
          open: openLines(open, program, lang),
          unknownNames: [...unknownNames],
          releases: await releasesOf(deps, product.id, program, { read, findings: gate.deny, duties: gate.dutiesOpen }),
          artefacts: reportKinds
            .filter(({ about, folder }) => about === undefined && folder === undefined)
            .map(({ id, formats, texts }) => ({ kind: id, formats: [...formats], complete: !texts })),
        };
      },
    });

    app.route({
      method: "GET",
      url: "/api/portal/suppliers",
      schema: {
        operationId: "suppliersPage",
        tags: ["portal"],
        summary: "What we buy: how far each delivery is, and what it lacks",
        querystring: spoken,
        response: { 200: z.object({ ...asOf, suppliers: suppliersBody }).meta({ id: "SuppliersAnswer" }) },
      },
      config: reading,
      async handler(request) {
        const [standing, { gapSentences }] = await Promise.all([standingOf(deps), portalPages()]);
        const { result } = standing;
        const replay = replayDeliveries(result.program.records, deps.clock().toISOString());
        const sees = seesProducts(known(request), result.program);
        const suppliers = result.suppliers
          .map((supplier) => ({ ...supplier, items: supplier.items.filter(({ products }) => sees(products)) }))
          .filter(({ items }, index) => items.length > 0 || result.suppliers[index]?.items.length === 0)
          .map((supplier) => supplierLine(asReplayed(supplier, replay), result.program, request.query.lang, gapSentences));
        return { ...whenOf(standing), suppliers: { suppliers } };
      },
    });
  },
};

function headOf({ id, name, unit, owner, criticality, models, deliverables }: Product, lang: "en" | "de") {
  return {
    id,
    name: localText(name, lang) ?? id,
    ...(unit === undefined ? {} : { unit }),
    ...(owner === undefined ? {} : { owner }),
    criticality,
    models: [...models],
    deliverables: deliverables.map((part) => ({ id: part.id, distribution: part.distribution, repositories: [...part.repositories] })),
  };
}

type Duty = Awaited<ReturnType<typeof dutyCounts>>[number];

/** As the guards of a release ask: nothing denied, every licence known, every duty done. */
function gateOf(open: readonly OpenRule[], duties: readonly Duty[], unknownLicenses: number, read: boolean): Page["gate"] {
  const count = (outcome: string) => open.filter((each) => each.outcome === outcome).reduce((sum, each) => sum + each.count, 0);
  const inState = (...states: readonly string[]) =>
    duties.filter(({ state }) => states.includes(state)).reduce((sum, each) => sum + each.count, 0);
  const gate = {
    deny: count("deny"),
    review: count("review"),
    warn: count("warn"),
    dutiesOpen: inState("open"),
    dutiesDone: inState("fulfilled", "not-applicable"),
    unknownLicenses,
  };
  const stopped = gate.deny + gate.dutiesOpen + gate.unknownLicenses > 0;
  return { state: !read ? "unread" : stopped ? "stopped" : gate.review > 0 ? "review" : "clear", ...gate };
}

function openLines(open: readonly OpenRule[], { policies }: Program, lang: "en" | "de"): Page["open"] {
  const rules = new Map(policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
  return open.map(({ rule: id, outcome, count, examples }) => {
    const rule = rules.get(id);
    const remedy = localText(rule?.remedy, lang);
    return {
      rule: id,
      outcome,
      statement: localText(rule?.statement, lang) ?? "",
      ...(remedy === undefined ? {} : { remedy }),
      count,
      examples: examples.map((each) => ({ ...each })),
    };
  });
}

async function releasesOf({ database, clock }: Deps, product: string, { records }: Program, open: OpenNow): Promise<Page["releases"]> {
  const now = clock().toISOString();
  const releases = replayReleases(records, now).releases.filter((release) => release.product === product);
  const held = releases.some(asksInventory) ? await heldInProduct(database.sql, product) : { components: [], uses: [] };
  return releases
    .map((release) => {
      const { version, state, steps, artifacts, inventory, archive } = release;
      const next = nextStep(release, held, open, now);
      return {
        version,
        state,
        ...(inventory === undefined ? {} : { inventory }),
        ...(archive === undefined ? {} : { archive }),
        ...(next === undefined ? {} : { next: { to: next.to, against: [...next.against] } }),
        steps: steps.map(({ to, at, by, because }) => ({
          to,
          at,
          ...(by === undefined ? {} : { by }),
          ...(because === undefined ? {} : { because }),
        })),
        artifacts: artifacts.map(({ kind, file, sha256 }) => ({ kind, file, sha256 })),
      };
    })
    .toReversed();
}

/** How far each delivery is by now; what our rules say of a file that came since is known after the next judgement. */
function asReplayed(supplier: ResultSupplier, replay: DeliveryReplay): ResultSupplier {
  const items = supplier.items.map((item) => {
    const delivery = currentDelivery(replay, `${supplier.id}/${item.id}`);
    if (!delivery) return item;
    const { worst: _worst, worstOf: _worstOf, undeclared: _undeclared, due: _due, ...rest } = item;
    const { due } = delivery.steps.at(-1) ?? {};
    return {
      ...(delivery.digest === item.digest ? item : rest),
      state: delivery.state,
      version: delivery.version,
      gaps: delivery.gaps ?? [],
      components: replay.components.get(delivery.digest ?? "")?.length ?? 0,
      due,
    } as ResultSupplier["items"][number];
  });
  return { ...supplier, items };
}

type Sentences = Awaited<ReturnType<typeof portalPages>>["gapSentences"];
type SupplierLine = z.input<typeof suppliersBody>["suppliers"][number];

function supplierLine(
  { id, name, tier, language, openChain, items }: ResultSupplier,
  { procurement }: Program,
  lang: "en" | "de",
  sentences: Sentences,
): SupplierLine {
  const words = supplierWords(lang);
  const titles = new Map(procurement?.clauses?.map((clause) => [clause.id, localText(clause.title, lang)]));
  return {
    id,
    name,
    tier,
    ...(language === undefined ? {} : { language }),
    ...(openChain ? { openChain: { ...openChain } } : {}),
    items: items.map((item) => ({
      id: item.id,
      name: item.name,
      kind: wordFor(words.kind, item.kind),
      products: [...item.products],
      state: item.state,
      stateText: wordFor(words.state, item.state),
      gaps: sentences(item.gaps, lang),
      components: item.components,
      worstOf: [...(item.worstOf ?? [])],
      clausesMissing: (item.clausesMissing ?? []).map((clause) => titles.get(clause) ?? clause),
      ...(item.version === undefined ? {} : { version: item.version }),
      ...(item.due === undefined ? {} : { due: item.due }),
      ...(item.worst === undefined ? {} : { worst: item.worst }),
      ...(item.undeclared === undefined ? {} : { undeclared: [...item.undeclared] }),
      ...(item.supportUntil === undefined ? {} : { supportUntil: item.supportUntil }),
      ...(item.neededUntil === undefined ? {} : { neededUntil: item.neededUntil }),
      ...(item.renewalDays === undefined ? {} : { renewalDays: item.renewalDays }),
    })),
  };
}
