// How an organisation or a product lives with open source: models that combine, each with its reasons, where money comes from, and what could go wrong.
import { z } from "zod";
import { businessModels, businessReasons } from "../business/types.ts";
import { date, expecting, localText, oneOf, text } from "./text.ts";

const model = z.strictObject({
  model: oneOf(businessModels).describe(
    "consumption, licensing (dual licences), hosting, support, open-core; other where none of them fits: give it a name.",
  ),
  name: localText.optional().describe("What it is called, where the model is none of the usual ones: a public mandate, a pool of members."),
  share: expecting("a whole number from 1 to 100", z.int().min(1).max(100))
    .optional()
    .describe("How much of the business hangs on it, in percent; all together at most 100."),
  revenue: text("where money comes from").optional().describe("Where its money comes from: subscriptions, a budget, less cost."),
  because: text("a reason").optional().describe("Why this one, in your own words."),
  reasons: z.array(oneOf(businessReasons)).optional().describe("Which of the seven usual reasons for open source it rests on."),
  risks: z.array(text("a risk")).optional().describe("What could go wrong; an open core names what its community may resent."),
  since: date().optional().describe("Since when."),
});

export const business = z.strictObject({
  role: oneOf(["consumer", "producer", "both"]).optional().describe("Whether we use open source, make it, or both."),
  state: oneOf(["draft", "proposed", "confirmed", "under-review"])
    .optional()
    .describe("draft, proposed (by the questions of `allmend init`), confirmed by an executive, under-review."),
  review: date().optional().describe("Day by which it is looked at again."),
  models: z.array(model).min(1).describe("Business models; they combine."),
});

export type BusinessDocument = z.output<typeof business>;
