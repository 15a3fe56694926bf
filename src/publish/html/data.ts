// What the report's script searches: components and findings as short rows. The whole is in result.json; the largest results are cut here and say so.
import { type Language, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { ruleSentence, rulesOf, shown } from "../words.ts";

export const MOST_ROWS = 50_000;

/** JSON that is safe inside a script element. */
export function reportData(result: ScanResult, language: Language): string {
  const data = { words: scriptWords(language), components: componentRows(result), findings: findingRows(result, language) };
  return JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function scriptWords(language: Language): Record<string, string> {
  const { outcome, report } = wordsOf(language);
  return { ...outcome, rows: report.rows, locale: language === "de" ? "de-CH" : "en-GB" };
}

/** [purl, licence, uses, products] */
function componentRows(result: ScanResult): [string, string, number, string][] {
  const places = new Map<number, { uses: number; products: Set<string> }>();
  for (const use of result.uses) {
    const place = places.get(use.component) ?? { uses: 0, products: new Set() };
    place.uses++;
    place.products.add(use.product ?? use.repository);
    places.set(use.component, place);
  }
  return result.components.slice(0, MOST_ROWS).map((component, index) => {
    const place = places.get(index);
    return [component.purl, component.license ?? "", place?.uses ?? 0, [...(place?.products ?? [])].slice(0, 6).join(", ")];
  });
}

/** [outcome, subject, sentence, place] */
function findingRows(result: ScanResult, language: Language): [string, string, string, string][] {
  const rules = rulesOf(result.program);
  return shown(result)
    .slice(0, MOST_ROWS)
    .map((finding) => {
      const place = finding.evidence[0];
      const where = [place?.repository, place?.path].filter((part) => part !== undefined).join(": ");
      const license = finding.license ? ` · ${finding.license.expression}` : "";
      const waived = finding.waiver && !finding.waiver.expired;
      return [
        waived ? "waived" : finding.outcome,
        `${finding.subject.label}${license}`,
        ruleSentence(rules.get(finding.rule), finding.rule, language),
        place?.line === undefined ? where : `${where}:${place.line}`,
      ];
    });
}
