// registers/suppliers.yaml, clauses.yaml and questionnaire.yaml: whom we buy from, what contracts must say, what suppliers are asked.
import { z } from "zod";
import { clauseIdPattern, craClasses, craRoutes, itemKinds, riskTiers } from "../suppliers/types.ts";
import { byId, date, expecting, id, localText, oneOf, schemaVersion, text } from "./text.ts";

const clauseId = expecting("the id of a clause", z.string().max(80).regex(clauseIdPattern));

const item = z.strictObject({
  name: text("a name").describe("What it is called."),
  kind: oneOf(itemKinds).describe("What was bought."),
  products: z.array(id("a product id")).optional().describe("Products of ours that it is in."),
  repository: id("a repository")
    .optional()
    .describe("Repository in which we hold its code: what was declared is compared with what is found there."),
  "support-until": date("the last day of support").optional().describe("Until when the supplier supports it."),
  "needed-until": date("the last day on which it is needed")
    .optional()
    .describe("Until when our own products need it: the end of their support."),
  "cra-class": oneOf(craClasses).optional().describe("Class under the Cyber Resilience Act, as the supplier says."),
  "cra-route": oneOf(craRoutes).optional().describe("How its conformity was assessed."),
  clauses: z.array(clauseId).optional().describe("Clauses that the contract holds, by their id in clauses.yaml."),
  "upstream-first": z.boolean().optional().describe("Commissioned work goes upstream first."),
  notices: z.boolean().optional().describe("Licence notices came with it."),
});

export const suppliersRegister = z
  .strictObject({
    schema: schemaVersion("register"),
    suppliers: byId(
      "a supplier's id",
      z.strictObject({
        name: text("a name").describe("What it is called."),
        tier: oneOf(riskTiers).describe("Risk tier: decides clauses and questions."),
        language: oneOf(["en", "de"]).optional().describe("Language of letters to it."),
        "open-chain": z
          .strictObject({
            standard: oneOf(["ISO/IEC 5230", "ISO/IEC 18974"]).describe("What it conforms to."),
            affirmed: date("the day of the affirmation").describe("When conformance was affirmed last; it holds for eighteen months."),
          })
          .optional(),
        "governance-reviewed": date("a day").optional().describe("When we looked at how it handles open source."),
        items: byId("the id of what was bought", item).optional().describe("What we buy from it."),
      }),
    ),
  })
  .meta({ title: "registers/suppliers.yaml", description: "Whom we buy software from, and what." });

export const clausesRegister = z
  .strictObject({
    schema: schemaVersion("register"),
    clauses: byId(
      "the id of a clause",
      z.strictObject({
        title: localText.describe("What it is called."),
        text: localText.describe("The clause."),
        tiers: z.array(oneOf(riskTiers)).min(1).describe("Tiers whose contracts must hold it."),
        kinds: z.array(oneOf(itemKinds)).min(1).optional().describe("Only for what is bought in these ways."),
      }),
    ),
  })
  .meta({ title: "registers/clauses.yaml", description: "What contracts with suppliers must say, by risk tier." });

export const questionnaireRegister = z
  .strictObject({
    schema: schemaVersion("register"),
    questions: byId(
      "the id of a question",
      z.strictObject({
        question: localText.describe("The question."),
        why: localText.optional().describe("Why it is asked."),
        tiers: z.array(oneOf(riskTiers)).min(1).describe("Tiers whose suppliers are asked."),
      }),
    ),
  })
  .meta({ title: "registers/questionnaire.yaml", description: "What suppliers are asked, by risk tier; five minutes each." });
