// What `allmend delivery --json` prints, and the part of a result that says the same.
import { z } from "zod";
import { bandYears, deliveryReasons, levels } from "#measures";
import { deliverySources } from "#facts";
import { counted, problem } from "./shared.ts";

const level = z.enum(levels);
const year = z.union([...bandYears.map((each) => z.literal(each)), z.literal(2025)]);
const quantiles = z.strictObject({ p50: z.number(), p75: z.number(), p90: z.number() });

function metric(unit: string) {
  return z.strictObject({
    value: z.number().nullable().describe("Null where nothing can be computed."),
    unit: z.literal(unit),
    level: level.nullable().describe("Null with a reason where data do not suffice, or the year's bands do not tell levels apart."),
    sample: counted.describe("Deployments, changes or incidents that it rests on."),
    betweenBands: z.boolean().describe("It lies between published bands, or beyond the last one."),
    reason: z.enum([...deliveryReasons]).optional(),
    levels: z.array(level).optional().describe("Levels that share one band at this value."),
    standing: z
      .strictObject({ bucket: z.string(), worse: z.number(), same: z.number() })
      .optional()
      .describe("2025: shares of answers that are worse, and as good."),
    days: counted.describe("Length of the window that it was taken over."),
  });
}

export const deliveryEntry = z
  .strictObject({
    subject: z.string().describe("product:ID or repository:ID."),
    year: year.describe("Whose bands."),
    source: z.enum([...deliverySources]),
    estimate: z.boolean().describe("Read from a history instead of being told."),
    compatible: z.literal("devlake").optional().describe("Computed as this tool does, for comparing."),
    window: z.strictObject({ from: z.string(), to: z.string(), zone: z.string() }),
    metrics: z.strictObject({
      deploymentFrequency: metric("deployment days per week").describe("Median days with a deployment in whole weeks of the window."),
      leadTime: metric("seconds").describe("Median from a change's commit to the deployment that first brought it."),
      timeToRestore: metric("seconds").describe("Median from an incident's beginning to its end."),
      changeFailureRate: metric("share").describe("Deployments that had to be mended, of all."),
    }),
    overall: level.nullable().describe("The worst of the known levels, of three or more; never an average."),
    detail: z.strictObject({
      deployments: counted,
      deploymentsInYear: counted,
      deploymentsPerWeek: z.number().optional(),
      leadTimeAuthored: quantiles.optional().describe("From the author's date, which holds the review too; seconds."),
      leadTimeCommitted: quantiles.optional(),
      failed: counted.optional(),
      recovery: z.number().optional().describe("Median from the deployment that brought it to the end; seconds."),
      openIncidents: z.array(z.strictObject({ id: z.string(), age: z.number() })),
      reworkRate: z.number().optional(),
      flagged: z
        .array(
          z.strictObject({
            release: z.string(),
            mendedBy: z.string().optional(),
            sign: z.enum(["revert", "hotfix", "said"]),
            judged: z.enum(["confirmed", "dismissed"]).optional(),
          }),
        )
        .optional()
        .describe(
          "Releases that are held to have failed, with the sign, and what people put on record of it; a dismissed one counts nowhere.",
        ),
    }),
  })
  .describe("Delivery performance (the DORA keys) of one product or repository.");

export const delivery = z
  .strictObject({
    schema: z.literal("allmend.delivery/1"),
    now: z.string(),
    year,
    days: counted,
    entries: z.array(deliveryEntry),
    problems: z.array(problem),
  })
  .meta({ title: "Delivery performance (the DORA keys)", description: "allmend delivery --json." });
