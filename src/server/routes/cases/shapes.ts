// What cases look like over HTTP.
import { z } from "zod";
import { type CaseState, phases } from "#decisions";
import { moment } from "../shared.ts";

export const caseId = z.object({
  id: z
    .string()
    .max(120)
    .regex(/^[a-z0-9][a-z0-9-]*-\d+$/, { error: "is no id of a case" }),
});

export const fieldValue = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(2000)).max(200)]);
export const fieldValues = z
  .record(
    z
      .string()
      .max(80)
      .regex(/^[a-z0-9][a-z0-9-]*$/),
    fieldValue,
  )
  .describe("Answers by field, as the kind asks them: GET /api/cases/kinds.");

export const patchText = z
  .string()
  .max(800_000)
  .describe(
    "Of a contribution: as `git format-patch --stdout` writes it. Lines, sign-offs, addresses and secrets are read from it; it is not kept.",
  );

const seats = { members: z.array(z.string()), deputies: z.array(z.string()) };

const vote = z.looseObject({
  by: z.string(),
  seat: z.string().describe("The member whose seat it is."),
  vote: z.enum(["approve", "reject", "abstain"]),
  at: z.string(),
  because: z.string().optional(),
  conditions: z.array(z.string()),
});

export const caseState = z
  .looseObject({
    id: z.string(),
    kind: z.string(),
    phase: z.enum(phases),
    requester: z.string(),
    opener: z.string(),
    fields: fieldValues,
    openedAt: z.string(),
    at: z.string().describe("Of the last event."),
    lanes: z.array(
      z.looseObject({ id: z.string(), ...seats, votes: z.array(vote), outcome: z.enum(["approved", "rejected", "tied"]).optional() }),
    ),
    escalation: z.looseObject({ ...seats, because: z.string() }).optional(),
    submittedAt: z.string().optional(),
    judged: z
      .looseObject({
        outcome: z.string().optional(),
        because: z.array(z.string()),
        obligations: z.array(z.string()).optional(),
        policy: z.string().optional().describe("Digest of the program that judged."),
        approval: z.object({ id: z.string(), is: z.enum(["same", "carried", "precedent"]) }).optional(),
      })
      .optional()
      .describe("What the rules said, or an approval that says the same already."),
    question: z.object({ lane: z.string(), by: z.string(), at: z.string(), text: z.string() }).optional(),
    outcome: z
      .looseObject({
        is: z.enum(["approved", "rejected"]),
        at: z.string(),
        by: z.array(z.string()).describe("`rules`, or who voted for it."),
        because: z.array(z.string()),
        conditions: z.array(z.string()),
      })
      .optional(),
    expires: z.string().optional(),
    life: z.string().optional(),
    clocks: z.array(
      z.looseObject({
        id: z.string(),
        due: z.string(),
        met: z.object({ at: z.string(), by: z.string(), evidence: z.string() }).optional(),
      }),
    ),
  })
  .meta({ id: "CaseState", description: "How a case stands: what its events came to." });

/** The machine's own type says it more strictly than a schema for JSON. */
export function stateBody(state: CaseState): z.input<typeof caseState> {
  return state as unknown as z.input<typeof caseState>;
}

export const acted = z.object({ case: caseState, version: z.int().describe("Number of its last event.") }).meta({ id: "CaseActed" });

export const caseRow = z
  .object({
    id: z.string(),
    kind: z.string(),
    phase: z.string(),
    title: z.string(),
    requester: z.string(),
    unit: z.string().optional(),
    product: z.string().optional(),
    component: z.string().optional(),
    life: z.string().optional(),
    outcome: z.string().optional(),
    lanes: z.array(z.string()).describe("Lanes that have not decided."),
    waitsFor: z.array(z.string()).describe("People whose turn it is."),
    openedAt: moment,
    changedAt: moment,
    dueAt: moment.optional(),
  })
  .meta({ id: "CaseRow" });

const some = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(20)])
  .transform((value) => [value].flat())
  .optional();

export const caseFilter = z.object({
  q: z.string().max(200).optional().describe("Beginnings of words in it."),
  phase: some,
  kind: some,
  product: some,
  component: z.string().max(500).optional().describe("Package URL, as the case names it."),
  requester: z.string().max(100).optional().describe("`me` for oneself."),
  waitsFor: z.string().max(100).optional().describe("Whose turn it is; `me` for oneself."),
  lane: z.string().max(80).optional(),
  life: z.string().max(80).optional(),
  outcome: z.enum(["approved", "rejected"]).optional(),
  dueBefore: moment.optional(),
  order: z.enum(["changed", "due"]).default("changed"),
  facets: z.stringbool().default(false).describe("Counts by phase, kind, product and outcome."),
  after: z.string().max(300).optional().describe("`next` of the page before."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const casePage = z
  .object({
    cases: z.array(caseRow),
    next: z.string().optional(),
    names: z.record(z.string(), z.string()).optional().describe("Names of those who ask, by their ids."),
    facets: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  })
  .meta({ id: "CasePage" });
