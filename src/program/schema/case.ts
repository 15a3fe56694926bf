// cases/<kind>.yaml: a kind of request as data.
import { z } from "zod";
import { caseRoles, fieldTypes, lapseReasons, outcomesOfCase, prefills, tieRules, writtenRecords } from "../cases/types.ts";
import { byId, duration, expecting, id, localText, oneOf, schemaVersion, text } from "./text.ts";

const fieldId = id("the id of a field");

const value = expecting(
  "a text, a number, true or false, a list of texts, or { at-least: 1, at-most: 100 }",
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()).min(1),
    z
      .strictObject({ "at-least": z.number().optional(), "at-most": z.number().optional() })
      .refine((given) => Object.values(given).some((bound) => bound !== undefined), { error: "names no bound" }),
  ]),
);

const condition = expecting("fields with the value that each must have, or a list of values", z.record(fieldId, value));

const field = z.strictObject({
  ask: localText.optional().describe("What is asked; its id when absent."),
  help: localText.optional().describe("What helps to answer it."),
  type: oneOf(fieldTypes).describe("What it holds."),
  of: z
    .union([z.array(id("an option")).min(1), byId("an option", localText)])
    .optional()
    .describe("What there is to choose from: a list, or a map with words."),
  default: expecting("from-facts, or a value", z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional()
    .describe("What it holds where nobody says otherwise; from-facts: what a result knows of a field of this name."),
  required: z.boolean().optional().describe("It must be answered where it is asked; no when absent."),
  when: condition.optional().describe("Asked only where these fields have these values."),
  from: oneOf(prefills).optional().describe("What fills it in beforehand, where that is known."),
});

const deciderMap = z
  .strictObject({
    team: id("a team id").optional().describe("A team of organization.yaml; its deputies stand in."),
    board: id("a board id").optional().describe("A board of organization.yaml."),
    role: oneOf(caseRoles).optional().describe("Whoever has this role: executive, admin."),
    field: fieldId.optional().describe("The person or team that this field names, or the owner of the product that it names."),
  })
  .refine((given) => Object.values(given).filter((each) => each !== undefined).length === 1, {
    error: "must name one of team, board, role, field",
  });

const decider = z.union([
  expecting("a team, a board, or board.lane", z.string().regex(/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?$/)),
  deciderMap,
]);

const span = expecting(
  "a span of time such as 30d, 2h, or 3 working days",
  z.string().regex(/^(?:\d{1,6}(?:\.\d{1,3})?(?:min|h|d|w|m|y)|\d{1,3} working days?)$/),
);

/** `finding.area == "discovery"`. */
const findingCondition = expecting(
  'finding.area == "…", finding.rule == "…", or a list of conditions over fields',
  z.string().regex(/^finding\.(?:area|rule) == "[a-z0-9-]+"$/),
);

const lane = z.strictObject({
  title: localText.optional().describe("The point of view: legal, security, engineering, business."),
  decides: decider.describe("Who decides in it. Whoever asks never does."),
  when: z
    .union([findingCondition, z.array(condition)])
    .optional()
    .describe("It opens where one of these holds. Absent: always. An empty list: only where a rule names it."),
  quorum: z
    .int()
    .min(1)
    .max(99)
    .optional()
    .describe("Votes that must be there; when absent the board's quorum, else one. The majority of those who voted decides."),
  tie: oneOf(tieRules).optional().describe("What an even vote is once everybody has voted; escalate when absent."),
  within: span.optional().describe("How long it may take."),
  "decides-per": z
    .array(oneOf(["component", "license", "use"]))
    .min(1)
    .optional()
    .describe(
      "What the decision is about: with [license, use] the next component under that licence in that use is known; the component when absent.",
    ),
  attests: byId("an id", localText).optional().describe("What one who approves states, by id."),
});

const clock = z.strictObject({
  title: localText.describe("What must be done by then."),
  after: duration.describe("How long after."),
  from: fieldId.optional().describe("The field with the moment from which it counts; when it was submitted where absent."),
  when: condition.optional().describe("It runs only where this holds."),
  source: text("where it stands").optional().describe("The law or contract that sets it."),
});

const automatic = z.strictObject({
  "approve-when": z.array(condition).optional().describe("What needs no decision: approved where one of these holds."),
  "without-lanes": z.boolean().optional().describe("Approved where no lane opens: the fast lane."),
});

const writing = z.strictObject({
  record: oneOf(writtenRecords).describe("Kind of the record."),
  on: oneOf(["approved", "rejected", "decided"]).optional().describe("When it is written; approved when absent."),
  subject: fieldId.describe("The field that names what it is about."),
  data: z.record(id("a key"), fieldId).optional().describe("What else it says: its keys, and the fields that they are filled from."),
  when: condition.optional().describe("Written only where this holds."),
});

const lifeState = z.strictObject({
  title: localText.describe("What it is called."),
  to: z.array(id("a state")).optional().describe("Where it goes from here; nowhere when absent."),
  by: z.array(oneOf(caseRoles)).min(1).optional().describe("Who takes it there; requester and admin when absent."),
});

export const caseDocument = z
  .strictObject({
    schema: schemaVersion("case"),
    case: id("a case kind").describe("Kind of request; the same as the file's name."),
    title: localText.describe("What it is called."),
    description: localText.optional().describe("When one opens it, and what follows."),
    opens: z.array(oneOf(caseRoles)).min(1).describe("Who may open it."),
    about: oneOf(["usage", "contribution"]).optional().describe("What the policies are asked about; nothing when absent."),
    "rules-decide": z
      .array(oneOf(outcomesOfCase))
      .optional()
      .describe("Answers of the policies that settle it: allow and warn approve, deny rejects. Others open the lanes that rules name."),
    fields: byId("the id of a field", field).describe("What is asked, in this order."),
    automatic: automatic.optional().describe("What else is decided without people."),
    lanes: byId("a lane", lane).optional().describe("Points of view that must all agree; they decide side by side."),
    escalation: decider.optional().describe("Executives when absent. Who decides where lanes cannot, or take too long."),
    within: z
      .strictObject({
        acknowledge: span.optional().describe("Until somebody looks at it."),
        decide: span.optional().describe("Until it is decided; then it goes up."),
        answer: span.optional().describe("Until the requester answers a question; then it expires. 30d when absent."),
      })
      .optional()
      .describe("Service level."),
    separation: z.array(fieldId).optional().describe("Who may not decide: requester, which always holds, and fields with people."),
    clocks: byId("a clock", clock).optional().describe("What must be done by when, beside the decision."),
    approval: z
      .strictObject({
        names: z.array(fieldId).min(1).describe("Fields that it names; the first is what it is about."),
        writes: oneOf(writtenRecords).optional().describe("Kind of the record; approval when absent."),
        "carries-over": z
          .strictObject({
            "same-license": z.boolean().optional().describe("Only under the same licence; true when absent."),
            "same-use": z.boolean().optional().describe("Only in the same use; true when absent."),
            versions: oneOf(["same", "patch", "minor", "any"]).optional().describe("How far versions may lie apart; any when absent."),
          })
          .optional()
          .describe("To which versions and products it carries over, as an approval of its own."),
        "lapses-when": z.array(oneOf(lapseReasons)).optional().describe("Facts that end it."),
      })
      .optional()
      .describe("What an approval says, how far it carries, what ends it."),
    writes: z.array(writing).optional().describe("What a decision writes on record."),
    expires: fieldId.optional().describe("The field with the day on which an approval ends."),
    reopens: z.boolean().optional().describe("Where an approval ends or lapses, the next case is opened by itself."),
    life: z
      .strictObject({
        start: id("a state").describe("Where it begins once it is approved."),
        states: byId("a state", lifeState).describe("What it goes through then."),
      })
      .optional()
      .describe("What follows an approval."),
    words: z
      .strictObject({ approved: localText.optional(), rejected: localText.optional() })
      .optional()
      .describe("What the outcomes are called here."),
  })
  .meta({ title: "cases/<kind>.yaml", description: "A kind of request as data: fields, lanes, who decides, what an approval writes." });

export type CaseDocument = z.output<typeof caseDocument>;
