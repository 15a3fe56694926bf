// Every output for machines with its shape. A new one is one line here.
import type { z } from "zod";
import { community } from "./community.ts";
import { delivery } from "./delivery.ts";
import {
  adopted,
  check,
  departures,
  examples,
  identified,
  imported,
  inventory,
  orphans,
  problems,
  recorded,
  why,
  written,
} from "./answers.ts";
import {
  compliance,
  conformance,
  analysis,
  executive,
  notices,
  offer,
  openSourceReport,
  policiesReport,
  sources,
  strategyReport,
} from "./reports.ts";
import { result } from "./result.ts";
import { cultureSurvey, importedAnswers, survey } from "./survey.ts";
import { clauses, gaps, questionnaire, received } from "./supplier.ts";

/** Shapes by name: `allmend.<name>/1`. Lines of `identify` carry no `schema`. */
export const outputSchemas = {
  result,
  inventory,
  check,
  problems,
  examples,
  departures,
  adopted,
  written,
  recorded,
  delivery,
  community,
  survey,
  "culture-survey": cultureSurvey,
  "imported-answers": importedAnswers,
  imported,
  received,
  gaps,
  clauses,
  questionnaire,
  notices,
  sources,
  offer,
  compliance,
  executive,
  "strategy-report": strategyReport,
  "policies-report": policiesReport,
  "open-source-report": openSourceReport,
  conformance,
  analysis,
  identified,
  why,
  orphans,
} as const satisfies Readonly<Record<string, z.ZodType>>;
