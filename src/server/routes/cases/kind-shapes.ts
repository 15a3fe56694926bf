// What a kind of case asks, as its document says it.
import { z } from "zod";
import { languages } from "#look";
import { caseRoles, fieldTypes, prefills, tieRules } from "#program";

export const localText = z
  .partialRecord(z.enum(languages), z.string())
  .meta({ id: "LocalText", description: "A text in the languages in which it was written." });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const condition = z
  .record(z.string(), z.union([value, z.object({ "at-least": z.number().optional(), "at-most": z.number().optional() })]))
  .meta({ id: "CaseCondition", description: "Every field named has this value, or one of these, or lies within bounds, both included." });

const field = z
  .looseObject({
    id: z.string(),
    label: localText,
    help: localText.optional(),
    type: z.enum(fieldTypes),
    options: z
      .record(z.string(), localText)
      .describe("Of a choice, in their order; of a product, team or deliverable those that there are."),
    required: z.boolean(),
    when: condition.optional().describe("Asked only where this holds."),
    from: z.enum(prefills).optional().describe("What it can be filled from."),
    default: value.optional(),
  })
  .meta({ id: "CaseField" });

const lane = z.looseObject({
  id: z.string(),
  title: localText,
  decides: z.looseObject({ is: z.enum(["team", "board", "role", "field"]) }),
  quorum: z.int(),
  tie: z.enum(tieRules),
  within: z.string().optional(),
  attests: z.record(z.string(), localText).describe("What one who approves states, by id."),
});

export const caseKind = z
  .looseObject({
    kind: z.string(),
    title: localText,
    description: localText.optional(),
    opens: z.boolean().describe("Whether the one who asks may open one."),
    openBy: z.array(z.enum(caseRoles)),
    about: z.enum(["usage", "contribution"]).optional(),
    fields: z.array(field),
    lanes: z.array(lane),
    within: z.object({ acknowledge: z.string().optional(), decide: z.string().optional(), answer: z.string() }),
    clocks: z.array(z.looseObject({ id: z.string(), title: localText, after: z.string(), source: z.string().optional() })),
    life: z
      .looseObject({ start: z.string(), states: z.record(z.string(), z.looseObject({ title: localText, to: z.array(z.string()) })) })
      .optional(),
    words: z.object({ approved: localText.optional(), rejected: localText.optional() }).describe("What outcomes are called here."),
  })
  .meta({ id: "CaseKind" });
