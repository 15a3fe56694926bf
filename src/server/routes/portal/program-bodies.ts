// Shapes of the pages of the program.
import { z } from "zod";
import { standingLine, state } from "./parts.ts";

const progress = z.enum(["met", "on-track", "behind", "unknown"]);
const node = z.object({ id: z.string(), label: z.string(), tone: z.string().optional() });

export const strategyBody = z
  .object({
    title: z.string(),
    version: z.string(),
    state: z.string(),
    stateText: z.string(),
    owner: z.string().optional(),
    sponsor: z.string().optional(),
    inForce: z.string().optional(),
    review: z.string().optional(),
    reviewOverdue: z.boolean(),
    pack: z.string().optional(),
    prose: z.string().describe("Markdown."),
    objectives: z.array(
      z.object({
        id: z.string().describe("Its link of the chain, for /api/portal/why."),
        statement: z.string(),
        state: progress,
        keyResults: z.array(
          z.object({
            id: z.string(),
            measure: z.string(),
            of: z.string().optional(),
            now: z.string(),
            baseline: z.string().optional(),
            target: z.string(),
            due: z.string().optional(),
            state: progress,
            reason: z.string().optional(),
          }),
        ),
        activities: z.array(z.object({ id: z.string(), title: z.string(), owner: z.string().optional() })),
      }),
    ),
    map: z.object({
      columns: z.array(z.object({ id: z.enum(["objectives", "activities", "policies", "measures"]), nodes: z.array(node) })),
      links: z.array(z.object({ from: z.string(), to: z.string(), strength: z.number() })),
      shownBy: z
        .array(z.object({ from: z.string(), to: z.string() }))
        .describe("The measures of each objective; `links` draw them from the policies between."),
      breaks: z
        .array(
          z.object({
            node: z.string(),
            missing: z.enum([
              "objectiveWithoutActivity",
              "objectiveWithoutKeyResult",
              "activityWithoutObjective",
              "activityWithoutPolicy",
              "policyWithoutActivity",
            ]),
          }),
        )
        .describe("Where the chain ends too early, and what is missing there."),
    }),
    breaks: z.array(z.string()),
  })
  .meta({ id: "StrategyPage" });

const line = {
  area: z.string(),
  name: z.string(),
  title: z.string().optional().describe("Absent where there is no policy for the area."),
  state: z.string().optional(),
  owner: z.string().optional(),
  review: z.string().optional(),
  reviewOverdue: z.boolean(),
  pack: z.string().optional(),
  rules: z.int(),
  coverage: z.object({ covered: z.int(), all: z.int() }).optional().describe("Sentences that a rule checks, of those that bind."),
  acknowledged: z.int().describe("People who acknowledged it."),
  acknowledgedByMe: z.boolean(),
  standing: z.array(standingLine),
};

export const policyLineBody = z.object(line).meta({ id: "PolicyLine" });

const answer = z.object({ outcome: state, text: z.string() });

const rule = z
  .object({
    id: z.string(),
    about: z.string(),
    when: z.string(),
    decide: answer,
    unknown: answer,
    lane: z.string().optional(),
    owner: z.string().optional(),
    source: z.string().optional(),
    remedy: z.string().optional(),
    pack: z.string().optional(),
    shadow: z.boolean(),
    examples: z.array(z.object({ given: z.string(), expect: state, text: z.string() })),
    standing: z.array(standingLine),
  })
  .meta({ id: "RuleView" });

export const policyBody = z
  .object({
    ...line,
    approvedBy: z.string().optional(),
    inForce: z.string().optional(),
    serves: z.array(z.object({ id: z.string(), title: z.string() })),
    parts: z.array(
      z.discriminatedUnion("is", [z.object({ is: z.literal("prose"), markdown: z.string() }), z.object({ is: z.literal("rule"), rule })]),
    ),
    off: z.array(z.object({ rule: z.string(), because: z.string() })),
  })
  .meta({ id: "PolicyPage" });

export const officeBody = z
  .object({
    products: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        models: z.array(z.string()),
        differentiation: z.string().optional(),
        share: z.number().nullable(),
        of: z.number().optional(),
        reason: z.string().optional(),
      }),
    ),
    references: z.array(z.object({ at: z.number(), label: z.string() })),
    responsibilities: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        state,
        standing: z.string(),
        activities: z.array(z.object({ title: z.string(), owner: z.string() })),
        figures: z.array(z.object({ name: z.string(), value: z.string() })),
        rules: z.string(),
        missing: z.array(z.string()),
      }),
    ),
    behaviours: z.array(z.object({ id: z.string(), state, name: z.string(), seen: z.string() })),
    flow: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          value: z.string(),
          known: z.boolean(),
          sample: z.string().optional(),
          dora: z.string(),
          doraName: z.string(),
          beside: z.string(),
        }),
      )
      .describe("The office's own four keys."),
    frameworks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        version: z.string().optional(),
        url: z.string().optional(),
        met: z.int(),
        partly: z.int(),
        open: z.int(),
        affirmed: z.object({ at: z.string(), until: z.string().optional(), holds: z.boolean() }).optional(),
      }),
    ),
  })
  .meta({ id: "OfficePage" });
