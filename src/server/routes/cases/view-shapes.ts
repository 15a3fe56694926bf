// One case over HTTP, with everything that whoever decides it needs.
import { z } from "zod";
import { localText } from "./kind-shapes.ts";
import { caseState, fieldValue } from "./shapes.ts";

const event = z.looseObject({
  number: z.int(),
  policy: z.string().describe("Digest of the program in force then."),
  line: z.int().describe("Its line in the record."),
  event: z.looseObject({ is: z.string(), at: z.string(), by: z.string(), roles: z.array(z.string()) }),
});

const precedent = z.object({
  id: z.string(),
  title: z.string(),
  outcome: z.string().optional(),
  phase: z.string(),
  changedAt: z.string(),
  product: z.string().optional(),
  conditions: z.array(z.string()),
  because: z.array(localText).describe("Sentences of the rules that decided it, or what people wrote."),
});

const component = z.looseObject({
  component: z.looseObject({ purl: z.string(), license: z.string().optional() }),
  seen: z.enum(["version", "component", "no"]),
  verdicts: z.array(z.looseObject({ outcome: z.string() })),
  obligations: z.array(z.looseObject({ kind: z.string(), product: z.string(), license: z.string() })),
  compatibility: z.array(z.looseObject({ product: z.string(), compatible: z.enum(["yes", "no", "unknown"]) })),
  versions: z.array(z.string()).describe("Package URLs of the versions that runs have seen."),
  uses: z.int(),
  vulnerabilities: z.array(z.looseObject({ id: z.string() })),
});

const ways = z
  .object({
    change: z.boolean(),
    submit: z.boolean(),
    answer: z.boolean(),
    withdraw: z.boolean(),
    escalate: z.boolean(),
    replace: z.boolean(),
    moves: z.array(z.string()).describe("States of its life that it may be taken to."),
    clocks: z.array(z.string()).describe("Clocks that may be said to be met."),
    later: z.array(z.string()).describe("Fields that may still be added."),
    ask: z.array(z.string()).describe("Lanes in which one may ask back."),
  })
  .meta({ id: "CaseWays", description: "What whoever looks at it may do now; votes stand in `seats`." });

export const caseView = z
  .looseObject({
    case: caseState,
    version: z.int(),
    title: z.string(),
    unit: z.string().optional(),
    events: z.array(event),
    due: z.array(
      z.object({
        what: z.enum(["acknowledge", "decide", "lane", "expires", "clock"]),
        id: z.string().optional(),
        due: z.string(),
        overdue: z.boolean(),
      }),
    ),
    rules: z.array(z.object({ rule: z.string(), area: z.string(), sentence: localText.optional(), remedy: localText.optional() })),
    component: component.optional(),
    precedents: z.array(precedent),
    differs: z
      .object({
        from: z.string(),
        fields: z.array(z.object({ field: z.string(), before: fieldValue.optional(), now: fieldValue.optional() })),
      })
      .optional(),
    seats: z.array(z.object({ lane: z.string(), for: z.string().optional() })),
    ways,
    names: z.record(z.string(), z.string()).describe("Names of the people in it, by their ids."),
  })
  .meta({ id: "CaseView" });
