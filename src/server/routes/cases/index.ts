// Cases: requests, reviews, exceptions, decisions.
import { z } from "zod";
import type { CaseField, Organization } from "#program";
import { countCases, listCases, namesOf, readCase } from "#store";
import { type Caller, notThere, requirePermission } from "../../access/caller.ts";
import { visibleProgram } from "../../access/visible-program.ts";
import type { Deps } from "../../deps.ts";
import { problem } from "../../http/problem.ts";
import { openCase } from "../../office/actions.ts";
import { readPatch } from "../../office/patch.ts";
import { prefilled } from "../../office/prefill.ts";
import { type CaseView, viewOf } from "../../office/view.ts";
import type { RouteModule } from "../index.ts";
import { seesProduct } from "../portal/parts.ts";
import { actorOf, answered, callerOf, officeFor, onlySeenBy, seenBy } from "./acting.ts";
import { registerActs } from "./acts.ts";
import { caseKind } from "./kind-shapes.ts";
import { acted, caseFilter, caseId, casePage, fieldValues, patchText, stateBody } from "./shapes.ts";
import { caseView } from "./view-shapes.ts";

const FACETS = ["phase", "kind", "product", "outcome"] as const;

export const caseRoutes: RouteModule = {
  name: "cases",
  register(app, deps) {
    registerActs(app, deps);

    app.route({
      method: "GET",
      url: "/api/cases/kinds",
      schema: {
        operationId: "caseKinds",
        tags: ["cases"],
        summary: "Kinds of cases with what each asks",
        response: { 200: z.array(caseKind) },
      },
      config: { permission: "cases:read" },
      async handler(request) {
        const caller = callerOf(request);
        const { roles } = actorOf(caller);
        const program = visibleProgram((await deps.program()).program, caller);
        return (program.cases ?? []).map(({ position: _position, ...kind }) => ({
          ...kind,
          fields: kind.fields.map((field) => ({ ...field, options: optionsOf(field, program.organization) })),
          opens: kind.openBy.some((role) => roles.includes(role)),
        })) as unknown as z.input<typeof caseKind>[];
      },
    });

    app.route({
      method: "GET",
      url: "/api/cases/prefill",
      schema: {
        operationId: "prefillCase",
        tags: ["cases"],
        summary: "What is known already of what a case would ask",
        querystring: z.strictObject({ kind: z.string().max(80), component: z.string().max(500), product: z.string().max(100) }),
        response: { 200: z.object({ fields: fieldValues }) },
      },
      config: { permission: "cases:open" },
      async handler(request) {
        const { organization } = (await deps.program()).program;
        const { product, ...rest } = request.query;
        const seen = seesProduct(callerOf(request), { organization })(product) ? product : "";
        return { fields: await prefilled(officeFor(deps), { ...rest, product: seen }) } as { fields: z.output<typeof fieldValues> };
      },
    });

    app.route({
      method: "GET",
      url: "/api/cases",
      schema: {
        operationId: "cases",
        tags: ["cases"],
        summary: "Cases that one may see: filtered, searched, page by page",
        querystring: caseFilter,
        response: { 200: casePage },
      },
      config: { permission: "cases:read" },
      handler: async (request) => page(deps, callerOf(request), request.query),
    });

    app.route({
      method: "POST",
      url: "/api/cases",
      schema: {
        operationId: "openCase",
        tags: ["cases"],
        summary: "Open a case; with `submit` it is judged at once",
        headers: z.looseObject({
          "idempotency-key": z.string().max(200).optional().describe("Name of this request: sent twice, it opens one case."),
        }),
        body: z.strictObject({
          kind: z.string().max(80),
          fields: fieldValues,
          for: z.string().max(100).optional().describe("For whom; needs “cases:manage”."),
          submit: z.boolean().default(true),
          patch: patchText.optional(),
        }),
        response: { 200: acted, 201: acted },
      },
      config: { permission: "cases:open" },
      async handler(request, reply) {
        const caller = callerOf(request);
        const { kind, fields, submit, patch, for: requester } = request.body;
        if (requester !== undefined && requester !== caller.id) requirePermission(caller, "cases:manage");
        const key = request.headers["idempotency-key"];
        const read = patch === undefined ? undefined : await readPatch(patch);
        const opened = await answered(() =>
          openCase(officeFor(deps), actorOf(caller), {
            kind,
            fields,
            submit,
            ...(requester === undefined ? {} : { requester }),
            ...(read ? { patch: read } : {}),
            ...(key === undefined ? {} : { key: `${caller.id} ${key}` }),
          }),
        );
        const body = { case: stateBody(opened.state), version: opened.version };
        return reply.code(opened.again ? 200 : 201).send(body);
      },
    });

    app.route({
      method: "GET",
      url: "/api/cases/:id",
      schema: {
        operationId: "case",
        tags: ["cases"],
        summary: "One case with everything that whoever decides it needs",
        params: caseId,
        response: { 200: caseView },
      },
      config: { permission: "cases:read" },
      async handler(request) {
        const caller = callerOf(request);
        const found = await readCase(deps.database.sql, request.params.id);
        if (!found || !seenBy(caller)(found.unit, found.people)) throw notThere("such case");
        const { case: state, ...view } = await viewOf(officeFor(deps), found, actorOf(caller));
        const may = { opens: caller.permissions.has("cases:open"), decides: caller.permissions.has("cases:decide") };
        const body = { ...view, ...waysFor(view, { ...may, manages: caller.permissions.has("cases:manage") }), case: stateBody(state) };
        return body as unknown as z.input<typeof caseView>;
      },
    });
  },
};

/** Of a field that names something of the organisation: what there is. */
function optionsOf({ type, options }: CaseField, { products, teams }: Organization): CaseField["options"] {
  if (type === "product") return Object.fromEntries(products.map(({ id, name }) => [id, name]));
  if (type === "team") return Object.fromEntries(teams.map(({ id, name }) => [id, name ?? { en: id }]));
  if (type !== "deliverable") return options;
  return Object.fromEntries(products.flatMap(({ deliverables }) => deliverables.map(({ id }) => [id, { en: id }])));
}

interface Permitted {
  readonly opens: boolean;
  readonly decides: boolean;
  readonly manages: boolean;
}

/** What the machine would take, without what the routes would not. */
function waysFor(
  { ways, seats }: Pick<CaseView, "ways" | "seats">,
  { opens, decides, manages }: Permitted,
): Pick<CaseView, "ways" | "seats"> {
  const { change, submit, answer, withdraw, escalate, replace, moves, clocks, later, ask } = ways;
  return {
    seats: decides ? seats : [],
    ways: {
      change: change && opens,
      submit: submit && opens,
      answer: answer && opens,
      withdraw: withdraw && opens,
      escalate: escalate && opens,
      replace: replace && manages,
      moves: opens ? moves : [],
      clocks: opens ? clocks : [],
      later: opens ? later : [],
      ask: decides ? ask : [],
    },
  };
}

async function page({ database }: Deps, caller: Caller, query: z.output<typeof caseFilter>): Promise<z.input<typeof casePage>> {
  const me = (who: string | undefined) => (who === "me" ? caller.id : who);
  const { q, phase, kind, product, component, lane, life, outcome, dueBefore, order, facets, after, limit } = query;
  const [requester, waitsFor] = [me(query.requester), me(query.waitsFor)];
  const filter = {
    ...(q === undefined ? {} : { text: q }),
    ...(phase ? { phases: phase } : {}),
    ...(kind ? { kinds: kind } : {}),
    ...(product ? { products: product } : {}),
    ...(component === undefined ? {} : { component }),
    ...(requester === undefined ? {} : { requester }),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    ...(lane === undefined ? {} : { lane }),
    ...(life === undefined ? {} : { life }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(dueBefore === undefined ? {} : { dueBefore: new Date(dueBefore) }),
    ...onlySeenBy(caller),
  };
  const { cases, next } = await listCases(database.sql, {
    ...filter,
    order,
    limit,
    ...(after === undefined ? {} : { after: cursorIn(after) }),
  });
  return {
    ...(cases.length > 0 ? { names: await namesOf(database.sql, [...new Set(cases.map((row) => row.requester))]) } : {}),
    cases: cases.map((row) => ({ ...row, lanes: [...row.lanes], waitsFor: [...row.waitsFor] })),
    ...(next ? { next: Buffer.from(JSON.stringify([next.at, next.id])).toString("base64url") } : {}),
    ...(facets ? { facets: await countCases(database.sql, filter, FACETS) } : {}),
  };
}

const cursor = z.tuple([z.iso.datetime(), z.string().max(120)]);

function cursorIn(text: string): { at: string; id: string } {
  try {
    const [at, id] = cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at, id };
  } catch {
    throw problem(422, "input-invalid", "“after” is no end of a page", "Send `next` of the page before as it came.");
  }
}
