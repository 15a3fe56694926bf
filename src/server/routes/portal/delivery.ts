// Delivery of each product among the bands of a year, with what people say of it and how it went.
import { z } from "zod";
import { answersOnRecord } from "#facts";
import { type BandYear, bandYears, type DeliveryEntry, entryInYear, surveyResults } from "#measures";
import { portalPages } from "#publish";
import { measuredOf } from "#scan";
import { pastDeliveries } from "#store";
import { known } from "../../access/known.ts";
import { standingOf } from "../../portal/standing.ts";
import type { RouteModule } from "../index.ts";
import { asOf, seesProduct, seesProducts, spoken, whenOf } from "./parts.ts";

const keyLine = z
  .object({
    key: z.enum(["deploymentFrequency", "leadTime", "timeToRestore", "changeFailureRate"]),
    name: z.string(),
    value: z.string(),
    level: z.string().describe("The level and what limits it, or why there is none."),
    sample: z.string(),
    next: z.string().optional().describe("What the next level takes."),
    segments: z
      .array(z.object({ from: z.number(), to: z.number(), tone: z.enum(["b1", "b2", "b3", "b4"]), label: z.string() }))
      .describe("Bands of the year on a scale from 0 (best) to 1."),
    mark: z
      .object({ at: z.number(), hollow: z.boolean(), spread: z.object({ from: z.number(), to: z.number() }).optional() })
      .optional()
      .describe("Where the figure stands; hollow: an estimate."),
    said: z.object({ text: z.string(), at: z.number() }).optional().describe("What five people or more believe."),
    trend: z.array(z.object({ at: z.string(), date: z.string(), value: z.number().nullable(), text: z.string() })),
  })
  .meta({ id: "DeliveryKeyLine" });

const page = z
  .object({
    ...asOf,
    year: z.int().nullable(),
    years: z.array(z.int()).describe("Years whose bands can be chosen."),
    bands: z.object({ source: z.string(), primary: z.boolean() }).optional(),
    profiles: z.array(
      z.object({
        subject: z.string(),
        name: z.string(),
        source: z.string(),
        estimate: z.boolean(),
        overall: z.string(),
        level: z.enum(["elite", "high", "medium", "low"]).optional(),
        open: z.string().optional(),
        keys: z.array(keyLine),
      }),
    ),
  })
  .meta({ id: "DeliveryPage" });

const RESULTS = 24;
const bandYear = z.coerce
  .number()
  .pipe(z.union(bandYears.map((year) => z.literal(year)) as unknown as readonly [z.ZodLiteral<BandYear>, z.ZodLiteral<BandYear>]));

export const deliveryPageRoutes: RouteModule = {
  name: "portal-delivery",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/delivery",
      schema: {
        operationId: "deliveryPage",
        tags: ["portal"],
        summary: "Delivery performance of each product: four keys among the bands of a year, said against measured, over time",
        querystring: spoken.extend({ year: bandYear.optional().describe("Whose bands; those of the result where absent.") }),
        response: { 200: page },
      },
      config: { permission: "results:read" },
      async handler(request) {
        const caller = known(request);
        const [standing, past, { deliveryPage }] = await Promise.all([
          standingOf(deps),
          pastDeliveries(deps.database.sql, RESULTS),
          portalPages(),
        ]);
        const { program, deliveries, repositories } = standing.result;
        const product = seesProduct(caller, program);
        const products = seesProducts(caller, program);
        const placed = new Map(repositories.map((one) => [`repository:${one.id}`, one.products]));
        const { year, lang } = request.query;
        const inYear = (entry: DeliveryEntry) => (year === undefined ? entry : entryInYear(entry, year));
        const entries = deliveries
          .filter(({ subject }) =>
            subject.startsWith("product:") ? product(subject.slice("product:".length)) : products(placed.get(subject) ?? []),
          )
          .map(inYear);
        const surveys = surveyResults(answersOnRecord(program.records), {
          year: bandYears.find((one) => one === entries[0]?.year) ?? 2021,
          measured: (subject) => measuredOf(subject, program.organization, deliveries),
        });
        return {
          ...whenOf(standing),
          years: [...bandYears],
          ...(deliveryPage({ entries, past, surveys, organization: program.organization, language: lang }) as Omit<
            z.input<typeof page>,
            "otherProgram" | "years"
          >),
        };
      },
    });
  },
};
