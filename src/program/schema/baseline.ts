// allmend/baseline.json: findings that were there when Allmend came, with who looks after each until when.
import { z } from "zod";
import { outcomes } from "../model.ts";
import { date, expecting, id, oneOf, text } from "./text.ts";

/** Findings of what no rule speaks of are known under the default that answered. */
const ruleOrDefault = expecting(
  "a rule id, or default:<area>",
  z
    .string()
    .max(120)
    .regex(/^(?:default:)?[A-Za-z0-9][A-Za-z0-9._-]*$/),
);

const entry = z.strictObject({
  finding: text("a finding id").describe("Id of the finding: the same in every version and on every line."),
  rule: ruleOrDefault.describe("Rule that found it, or the default of a policy."),
  subject: text().describe("What it is about, for people."),
  outcome: oneOf(outcomes).describe("How severe it was then; a worse one counts as new."),
  owner: id("a team or person").optional().describe("Who looks after it."),
  "first-seen": date().describe("Day on which it was first recorded."),
  due: date().describe("Day by which it is settled; after that it fails the gate again."),
  note: text().optional().describe("What was agreed."),
});

export const baselineDocument = z
  .strictObject({
    schema: z.literal("allmend.baseline/1"),
    recorded: date().describe("Day of the latest change by `allmend adopt`."),
    findings: z.array(entry).describe("The findings, by id."),
  })
  .meta({ title: "baseline.json", description: "Known findings: only what is new, worse or overdue fails a gate." });

export type BaselineDocument = z.output<typeof baselineDocument>;
export type BaselineEntry = BaselineDocument["findings"][number];
