// The documents that other issues fill: records, cases, registers; and what a pack says of itself.
import { z } from "zod";
import { licenseExpression } from "./references.ts";
import { byId, expecting, id, language, localText, oneOf, schemaVersion, text, written } from "./text.ts";

function isMoment(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(value)) return false;
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(Date.parse(value)) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value.slice(0, 10));
}

export const moment = expecting(
  "a moment such as 2026-07-01T12:00:00Z, or a day",
  z.string().max(40).refine(isMoment, { error: "is no moment" }),
);

export const recordLine = z
  .strictObject({
    schema: schemaVersion("record"),
    kind: id("a kind of record").describe(
      "attestation, acknowledgement, answer, approval, waiver, release, deployment, incident, decision, …",
    ),
    at: moment.describe("When it happened: 2026-07-01T12:00:00Z, or a day."),
    by: text("a person or machine").optional().describe("Who says so: the id of a person, a team, or a machine."),
    subject: text("what it is about")
      .optional()
      .describe("What it is about: repository:claims-web, product:claims-portal, pkg:npm/fastify."),
    id: text("an id").optional().describe("Its own id; for attestations the name that rules ask for."),
    data: z.record(z.string(), z.unknown()).optional().describe("What else there is to say, by kind."),
  })
  .meta({ title: "records/*.jsonl, one line", description: "What people and machines add over time. Lines are added, never changed." });

export const registerDocument = z.union([z.looseObject({ schema: schemaVersion("register") }), z.array(z.looseObject({}))]).meta({
  title: "registers/<name>.yaml",
  description: "What the office keeps: catalogue, owners, forks, support plans, agreements, memberships.",
});

const parameter = z.strictObject({
  type: oneOf(["text", "number", "boolean", "list"]).describe("What it holds; a list is one of texts."),
  default: expecting("a value of its type", z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).describe(
    "Value while the organisation gives none. In a text, ${organization} is the organisation's name.",
  ),
  description: localText.describe("What it decides."),
});

export const packDocument = z
  .strictObject({
    schema: schemaVersion("pack"),
    pack: id("the pack's name").describe("Its name; the same as its folder's."),
    version: written("a version").describe("Its version: 1, 2024-07."),
    title: localText.describe("What it is called."),
    description: localText.optional().describe("For whom it is and where it comes from."),
    license: licenseExpression.describe("Licence of its texts."),
    source: text().optional().describe("Where its rules come from."),
    languages: z.array(language).min(1).describe("Languages of its documents, the first being that of <area>.md."),
    extends: z
      .union([text("name@version"), z.array(text("name@version")).min(1)])
      .optional()
      .describe("Packs that it builds on."),
    teams: byId("a team id", localText)
      .optional()
      .describe("Teams that its texts speak of, and what each does. The organisation should have them."),
    parameters: byId("the name of a parameter", parameter)
      .optional()
      .describe("What an organisation may set without changing a text. ${name} stands for it."),
  })
  .meta({ title: "pack.yaml", description: "A ready-made program that others build on." });

export type PackDocument = z.output<typeof packDocument>;
