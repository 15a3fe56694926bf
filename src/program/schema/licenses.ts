// licenses.yaml: what the organisation makes of licences, over the knowledge that comes with Allmend.
import { strengths } from "#kit";
import { z } from "zod";
import { licenseExpression, licensePattern, purlRange } from "./references.ts";
import { date, expecting, id, oneOf, schemaVersion, text } from "./text.ts";

const category = z.strictObject({
  strength: oneOf(strengths).describe("How strongly it asks that changes or combined works are passed on under it."),
  because: text("a reason").optional().describe("Why we see it so."),
});

const choice = z.strictObject({
  expression: licenseExpression.describe("The expression that offers a choice: Apache-2.0 OR MIT."),
  choose: licenseExpression.describe("The branch that we take."),
  because: text("a reason").optional().describe("Why."),
  product: id("a product id").optional().describe("Only in this product."),
});

const curation = z.strictObject({
  component: purlRange.describe("Component, with a version or range: pkg:npm/name@1.2.3, pkg:npm/name@<2."),
  declared: licenseExpression
    .optional()
    .describe("What it declares; once it declares something else, the curation stops applying and a finding says so."),
  concluded: licenseExpression.describe("What we found to be so."),
  because: text("a reason").describe("How we know."),
  by: id("a team or person").optional().describe("Who concluded it."),
  on: date().optional().describe("When."),
});

const use = z.strictObject({
  component: purlRange.describe("Component, with a version or range: pkg:npm/name, pkg:npm/name@<2."),
  product: id("a product id").optional().describe("Only in this product."),
  modified: z.boolean().optional().describe("We changed it. Without a word it counts as unchanged."),
  linkage: oneOf(["static", "dynamic", "separate", "none"])
    .optional()
    .describe("How it is combined with our code. Without a word the ecosystem's usual way counts."),
  because: text("a reason").optional().describe("How we know."),
});

const waived = expecting(
  "a product, repository, component or upstream",
  z
    .strictObject({
      product: id("a product id").optional().describe("Only in this product."),
      repository: text("a repository").optional().describe("Only in this repository."),
      component: purlRange.optional().describe("Only for this component or range."),
      upstream: text("a project").optional().describe("Only towards this project."),
    })
    .refine((value) => Object.keys(value).length > 0, { error: "names nothing" }),
);

export const waiver = z.strictObject({
  rule: id("a rule id").describe("Rule that is waived."),
  about: waived.describe("What it is waived for."),
  because: text("a reason").describe("Why this is acceptable."),
  control: text().optional().describe("What we do instead."),
  owner: id("a team or person").describe("Who carries the risk."),
  "granted-by": id("a board, team or person").optional().describe("Who granted it."),
  expires: date("the last day on which it holds,").describe("Last day on which it holds. Every waiver has one."),
});

export const licensesDocument = z
  .strictObject({
    schema: schemaVersion("licenses"),
    categories: z.record(licensePattern, category).optional().describe("Our own categories by licence: { LGPL-*: { strength: strong } }."),
    choices: z.array(choice).optional().describe("Which branch of an OR we take; without one, the best answer."),
    curations: z.array(curation).optional().describe("Corrections of wrong licence data."),
    uses: z.array(use).optional().describe("How single components are used: changed, linked. What licences ask depends on it."),
    matrix: expecting(
      "a file in this folder",
      z
        .string()
        .max(200)
        .regex(/^(?!\/)(?!.*\.\.)[\w./-]+\.(?:json|csv)$/),
    )
      .optional()
      .describe(
        "A matrix of licence pairs (OSADL's matrixseqexpl.json, or the CSV), beside this document. Pairs that it does not hold stay with what we know.",
      ),
    waivers: z.array(waiver).optional().describe("Exceptions from our own rules. What a licensor asks cannot be waived by us."),
  })
  .meta({ title: "licenses.yaml", description: "What we make of licences: categories, choices, corrections, uses, exceptions." });

export type LicensesDocument = z.output<typeof licensesDocument>;
export type WaiverDocument = z.output<typeof waiver>;
