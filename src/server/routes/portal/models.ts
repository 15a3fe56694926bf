// Business models: how each product lives with open source, and the questions that propose models to think about.
import { z } from "zod";
import { localText } from "#look";
import { businessQuestions, modelTraits, proposeModels } from "#program";
import { portalPages } from "#publish";
import { known } from "../../access/known.ts";
import { withBusiness } from "../../documents/business-draft.ts";
import { documentText } from "../../documents/documents.ts";
import { word } from "../../http/parameters.ts";
import { problem } from "../../http/problem.ts";
import { standingOf } from "../../portal/standing.ts";
import type { RouteModule } from "../index.ts";
import { asOf, seesProduct, spoken, whenOf } from "./parts.ts";

const share = z.object({ value: z.number().nullable(), note: z.string().describe("What it is a share of, or why it is not known.") });
const view = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string().optional(),
    state: z.string().optional(),
    models: z.array(
      z.object({
        model: z.string(),
        name: z.string().optional().describe("What it is called, where it is none of the usual ones."),
        share: z.number().optional().describe("Percent of the business."),
        revenue: z.string().optional(),
        because: z.string().optional(),
        reasons: z.array(z.string()),
        risks: z.array(z.string()),
      }),
    ),
    differentiation: z.string().optional(),
    openCore: z.object({ core: z.array(z.string()), closed: z.array(z.string()) }).optional(),
    bySize: share,
    byComponents: share,
  })
  .meta({ id: "BusinessView" });

const page = z
  .object({
    ...asOf,
    organization: view,
    products: z.array(view),
    references: z.array(z.object({ at: z.number(), label: z.string() })).describe("Lines to compare with; quotations, never truths."),
    ownReferences: z.boolean(),
    questions: z.array(z.object({ id: z.string(), question: z.string() })),
  })
  .meta({ id: "ModelsPage" });

const answers = z.record(word(50), z.boolean()).describe("By id of the question; what nobody knows is absent.");
const proposal = z
  .object({
    role: z.enum(["consumer", "producer", "both"]).optional(),
    models: z
      .array(
        z.object({
          model: z.string(),
          strength: z.string(),
          weakness: z.string(),
          speaksFor: z.array(z.string()),
          against: z.array(z.string()),
        }),
      )
      .describe("To think about; none is right by itself."),
  })
  .meta({ id: "ModelProposal" });

const reading = { permission: "program:read" } as const;

export const modelRoutes: RouteModule = {
  name: "portal-models",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/models",
      schema: {
        operationId: "modelsPage",
        tags: ["portal"],
        summary: "Business models of the organisation and its products, with reasons, money, open core and open source share",
        querystring: spoken,
        response: { 200: page },
      },
      config: reading,
      async handler(request) {
        const [standing, { modelsPage }] = await Promise.all([standingOf(deps), portalPages()]);
        const { result } = standing;
        const { lang } = request.query;
        const models = modelsPage(result, lang);
        const sees = seesProduct(known(request), result.program);
        return {
          ...whenOf(standing),
          ...(models as Omit<z.input<typeof page>, "questions" | "otherProgram">),
          products: models.products.filter(({ id }) => sees(id)) as z.input<typeof view>[],
          questions: businessQuestions.map(({ id, question }) => ({ id, question: localText(question, lang) ?? id })),
        };
      },
    });

    app.route({
      method: "POST",
      url: "/api/portal/models/proposal",
      schema: {
        operationId: "proposeModels",
        tags: ["portal"],
        summary: "Business models that answers speak for, with strengths and weaknesses; nothing is kept",
        querystring: spoken,
        body: z.strictObject({ answers }),
        response: { 200: proposal },
      },
      config: reading,
      async handler({ body, query: { lang } }) {
        const proposed = proposeModels(body.answers);
        const asked = (ids: readonly string[]) =>
          businessQuestions.filter(({ id }) => ids.includes(id)).map(({ id, question }) => localText(question, lang) ?? id);
        return {
          ...(proposed ? { role: proposed.role } : {}),
          models: (proposed?.models ?? []).map(({ model, speaksFor, against }) => ({
            model,
            strength: localText(modelTraits[model].strength, lang) ?? "",
            weakness: localText(modelTraits[model].weakness, lang) ?? "",
            speaksFor: asked(speaksFor),
            against: asked(against),
          })),
        };
      },
    });

    app.route({
      method: "POST",
      url: "/api/portal/models/draft",
      schema: {
        operationId: "draftModels",
        tags: ["portal"],
        summary: "The answers as a draft of organization.yaml; nothing is kept",
        querystring: spoken,
        body: z.strictObject({ answers, product: word().optional() }),
        response: { 200: z.object({ path: z.string(), text: z.string(), version: z.string() }) },
      },
      config: reading,
      async handler(request) {
        const { path, text, version } = await documentText(deps, "organization.yaml");
        const proposed = proposeModels(request.body.answers);
        if (!proposed) throw problem(422, "input-invalid", "No answer speaks for any model", "Answer at least one question with yes.");
        const drafted = withBusiness(text, proposed, request.query.lang, request.body.product);
        if (drafted === undefined)
          throw problem(422, "input-invalid", "The draft could not be made", "organization.yaml has no such product.");
        return { path, text: drafted, version };
      },
    });
  },
};
