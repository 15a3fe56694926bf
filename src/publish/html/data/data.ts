// What the report's script searches and explains. The whole is in result.json; the largest results are cut here, worst first, and say so.
import { ecosystemName, type Language, localeOf, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { rulesOf } from "../../shared/rules.ts";
import { componentRows, useRows } from "./components.ts";
import { FindingTables } from "./findings.ts";
import { RuleTable } from "./rules.ts";
import { safe, Tables } from "./tables.ts";
import type { ReportData } from "./types.ts";

export { MOST_COMPONENTS } from "./components.ts";
export { MOST_FINDINGS } from "./findings.ts";

export function reportData(result: ScanResult, language: Language): ReportData {
  const tables = new Tables(result, language);
  const rules = new RuleTable(rulesOf(result.program), result, tables);
  const components = componentRows(result, tables);
  const { uses, steps } = useRows(result, tables);
  const made = new FindingTables(result, tables);
  const findings = made.rows(result, rules, uses);
  return {
    words: scriptWords(language),
    locale: localeOf(language),
    texts: tables.texts.rows,
    ecosystems: Object.fromEntries(result.summary.ecosystems.map(({ type }) => [safe(type), ecosystemName(safe(type))])),
    products: tables.products.rows,
    repositories: tables.repositories.rows,
    files: tables.files.rows,
    places: tables.places.rows,
    rules: rules.rows,
    facts: made.facts.rows,
    factLists: made.factLists.rows,
    unknowns: made.unknowns.rows,
    licenses: made.licenses.rows,
    manners: made.manners.rows,
    components,
    steps,
    uses,
    findings,
  };
}

/** JSON that is safe inside a script element: nothing in it can end the element or the line. */
export function inScript(data: ReportData): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function scriptWords(language: Language): ReportData["words"] {
  const { outcome, explain, list, scope } = wordsOf(language);
  return { state: { ...outcome, known: list.known, shadow: list.shadow }, explain, list, scope };
}
