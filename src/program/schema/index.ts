// Every kind of document with its schema. A new kind is one file here and one line in this list.
import { z } from "zod";
import { affiliationsDocument } from "./affiliations.ts";
import { baselineDocument } from "./baseline.ts";
import { frameworkDocument } from "./framework.ts";
import { licensesDocument } from "./licenses.ts";
import { organizationDocument } from "./organization.ts";
import { caseDocument } from "./case.ts";
import { packDocument, recordLine, registerDocument } from "./other.ts";
import { policyDocument, policyTranslation, ruleBlock, ruleText } from "./policy.ts";
import { clausesRegister, questionnaireRegister, suppliersRegister } from "./procurement.ts";
import { registerSchemas } from "./registers.ts";
import { strategyDocument, strategyTranslation } from "./strategy.ts";

/** Schemas by the name that stands in `schema: allmend.<name>/1`. */
export const documentSchemas = {
  organization: organizationDocument,
  strategy: strategyDocument,
  "strategy-translation": strategyTranslation,
  policy: policyDocument,
  "policy-translation": policyTranslation,
  rule: ruleBlock,
  "rule-text": ruleText,
  licenses: licensesDocument,
  affiliations: affiliationsDocument,
  record: recordLine,
  case: caseDocument,
  register: registerDocument,
  suppliers: suppliersRegister,
  clauses: clausesRegister,
  questionnaire: questionnaireRegister,
  ...registerSchemas,
  framework: frameworkDocument,
  pack: packDocument,
  baseline: baselineDocument,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** JSON Schemas (draft 2020-12) for editors, by file name: `organization.json`. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const schemas: Record<string, object> = {};
  for (const [name, schema] of Object.entries(documentSchemas)) {
    schemas[`${name}.json`] = {
      $id: `urn:allmend:schema:${name}:1`,
      ...z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }),
    };
  }
  return schemas;
}
