// Shapes that several outputs hold.
import { z } from "zod";
import { strengths, subjectKinds } from "#kit";
import { unknownReasons } from "#policy";
import { assurances, outcomes, policyAreas } from "#program";

const count = z.int().min(0);

export const counted = count;
export const outcome = z.enum(outcomes);
export const area = z.enum(policyAreas);
export const subjectKind = z.enum(subjectKinds);
export const strength = z.enum(strengths);
export const scope = z.enum(["production", "development", "optional"]);
export const notion = z.enum(["declared", "detected", "concluded", "none"]);
export const position = z.strictObject({ file: z.string(), line: count, column: count });

/** Counts by outcome. */
export const byOutcome = z.strictObject({ allow: count, warn: count, review: count, deny: count });

const phrase = z.strictObject({
  text: z.string().describe("English, with `{0}`, `{1}` for what stands in its places; with `joined`, what stands between them."),
  get values() {
    return z.array(z.union([z.string(), z.number(), phrase]));
  },
  joined: z.literal(true).optional(),
});

export const problem = z
  .strictObject({
    code: z.string().describe("What kind of problem: docs/reference/errors.md lists them."),
    severity: z.enum(["error", "warning", "note"]),
    file: z.string().describe("As the user knows it: a document, or repository:path/in/it."),
    line: count.optional(),
    column: count.optional(),
    message: z.string(),
    expected: z.string().optional(),
    hint: z.string().optional(),
    phrases: z
      .strictObject({ message: phrase.optional(), expected: phrase.optional(), hint: phrase.optional() })
      .optional()
      .describe("The same as sentences with their places apart, from which other languages are made."),
  })
  .describe("What is wrong with one input.");

export const evidence = z
  .strictObject({
    repository: z.string().optional(),
    path: z.string().optional().describe("Inside the repository."),
    line: count.optional().describe("1-based."),
    note: z.string().optional(),
  })
  .describe("Where a fact was read.");

export const factValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
]);

export const license = z
  .strictObject({
    expression: z.string().describe("What was judged, normalised."),
    notion,
    from: z.string().optional(),
    chosen: z.string().optional().describe("The branch that was taken, where there was one to choose."),
    chosenBecause: z.enum(["best", "choice"]).optional().describe("It answers best, or licenses.yaml takes it."),
    decisive: z.array(z.string()).describe("Licences that gave the outcome."),
  })
  .describe("The licence expression behind an answer.");

export const finding = z
  .strictObject({
    id: z.string().describe("The same in every version of the subject and on every line."),
    rule: z.string().describe("Rule id; default:<area> where no rule speaks; curation-changed where a correction no longer fits."),
    area,
    subject: z.strictObject({ kind: subjectKind, id: z.string(), label: z.string(), product: z.string().optional() }),
    outcome,
    because: z.enum(["matched", "unknown", "not-covered", "attestation", "waiver-expired"]),
    unknown: z
      .array(z.strictObject({ fact: z.string(), reason: z.enum([...unknownReasons]) }))
      .optional()
      .describe("Facts that were not known, with why."),
    assurance: z.enum(assurances),
    mode: z.enum(["enforce", "shadow"]),
    facts: z.array(z.strictObject({ name: z.string(), value: factValue.optional(), from: z.string().optional() })),
    evidence: z.array(evidence),
    license: license.optional(),
    lane: z.string().optional().describe("Who decides."),
    serves: z.strictObject({ activities: z.array(z.string()), objectives: z.array(z.string()) }),
    position: position.describe("Where the rule stands."),
    waiver: z
      .strictObject({ because: z.string(), owner: z.string(), expires: z.string(), expired: z.boolean() })
      .optional()
      .describe("An exception of ours that covers it, or covered it until it ran out."),
    age: z.enum(["new", "known", "overdue"]).optional().describe("Against a baseline."),
    firstSeen: z.string().optional().describe("Day on which the baseline saw it first."),
    due: z.string().optional(),
  })
  .describe("What one rule says of one subject.");

export const nearestText = z
  .strictObject({
    spdx: z.string(),
    similarity: z.number(),
    differences: z.array(z.strictObject({ line: counted, text: z.string(), instead: z.string() })),
    moreDifferences: counted.optional(),
  })
  .describe("For a text of its own (LicenseRef-like-…): the known text that it comes nearest to, and where it says something else.");
