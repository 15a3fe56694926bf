// policies/<area>.md: front matter of a policy, and the blocks that hold its rules.
import { subjectKinds } from "#kit";
import { z } from "zod";
import { assurances, documentStates, modalities, outcomes, policyAreas } from "../model.ts";
import { byId, date, expecting, id, language, localText, oneOf, schemaVersion, text } from "./text.ts";

const off = expecting(
  "rule ids with the reason for each: { some-rule: because … }",
  z.union([byId("a rule id", text("a reason")), z.array(byId("a rule id", text("a reason")))]),
);

export const policyDocument = z
  .strictObject({
    schema: schemaVersion("policy"),
    policy: oneOf(policyAreas).describe("Area; the same as the file's name."),
    title: localText.describe("Title of the policy."),
    state: oneOf(documentStates).describe("draft, consultation, approved, in-force, review-due or superseded."),
    language: language.optional().describe("Language of this page; the organisation's first when absent."),
    owner: id("a team id").optional().describe("Team that keeps it."),
    "approved-by": id("an executive, board, team or person")
      .optional()
      .describe("Who approved it: an executive, a board, a team, a person."),
    approved: date().optional().describe("Day on which it was approved."),
    "in-force": date().optional().describe("Day from which it holds."),
    review: date().optional().describe("Day by which it is looked at again."),
    serves: z
      .array(id("an activity id"))
      .optional()
      .describe("Activities of the strategy that it serves; its rules serve the same unless they say otherwise."),
    "based-on": text("name@version").optional().describe("Where its text comes from: baloise@2024-07."),
    inherits: expecting("all or none", oneOf(["all", "none"]))
      .optional()
      .describe("Whether the pack's policy of this area still holds beside it: all (default) or none."),
    off: off.optional().describe("Rules of the pack that are switched off here, each with its reason."),
    default: z
      .partialRecord(oneOf(subjectKinds), oneOf(outcomes))
      .optional()
      .describe("The answer where no rule speaks, by subject: { usage: review }. Without one, silence is no answer."),
  })
  .meta({
    title: "policies/<area>.md, front matter",
    description: "A policy: who keeps it, from when it holds, what it serves, what holds where it is silent.",
  });

/** The same front matter where a pack's policy of the area stands behind: what it leaves out, the pack says. */
export const policyTranslation = z
  .strictObject({
    schema: schemaVersion("policy-translation"),
    policy: oneOf(policyAreas).optional().describe("Area; the same as the file's name."),
    title: text().optional().describe("Title in this language."),
  })
  .meta({
    title: "policies/<area>.<language>.md, front matter",
    description: "The policy's words in another language; the body is its prose, anchored by rule id.",
  });

const example = z.strictObject({
  given: z
    .record(z.string(), z.unknown())
    .describe("Facts: { license: GPL-3.0-only, deliverable: { distribution: distributed } }. `license` takes a whole expression."),
  expect: oneOf(outcomes).describe("Verdict that the whole policy must reach on them."),
});

export const ruleBlock = z
  .strictObject({
    schema: schemaVersion("rule"),
    id: id("a rule id").describe("Its id, unique in the program."),
    about: oneOf(subjectKinds).describe("What it judges."),
    when: text("a condition (CEL)").describe(
      'When it applies: a CEL expression over the subject\'s facts, such as license.strength == "network".',
    ),
    decide: oneOf(outcomes).describe("Its answer when it applies: allow, warn, review or deny."),
    unknown: oneOf(outcomes).optional().describe("Its answer when a fact that it needs is not known; review when absent."),
    lane: id("a lane of a board, or a team").optional().describe("Who reviews: a lane of a board, or a team."),
    remedy: localText.optional().describe("What to do about it."),
    serves: z.array(id("an activity id")).optional().describe("Activities that it serves; those of the policy when absent."),
    owner: id("a team id").optional().describe("Team that keeps the rule."),
    source: text().optional().describe("Where the rule comes from: BAL-LIC-04, a law, a guideline."),
    modality: oneOf(modalities).optional().describe("How binding it is: must, must-not, should, may, info."),
    assurance: oneOf(assurances)
      .optional()
      .describe(
        "How sure its answer is: deterministic (seen), signal (likely), attested (somebody says so), evidence (a document shows it). As sure as the facts that it reads when absent.",
      ),
    examples: z.array(example).optional().describe("Facts and the verdict that a reader expects; `allmend test` runs them."),
    "valid-from": date().optional().describe("First day on which it holds."),
    "valid-until": date().optional().describe("Last day on which it holds."),
    mode: oneOf(["enforce", "shadow"]).optional().describe("shadow: its findings are shown and fail nothing."),
  })
  .meta({ title: "```yaml rule", description: "One rule, under the sentence that it enforces." });

export const ruleText = z
  .strictObject({
    id: id("a rule id").describe("Id of the rule whose sentence stands above."),
    remedy: text().optional().describe("What to do about it, in this language."),
  })
  .meta({ title: "```yaml rule, in <area>.<language>.md", description: "Anchors a sentence in another language to its rule." });

export type PolicyDocument = z.output<typeof policyDocument>;
export type RuleBlock = z.output<typeof ruleBlock>;
