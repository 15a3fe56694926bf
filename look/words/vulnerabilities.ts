// Known vulnerabilities, in words: report and answers.
import type { Language } from "./index.ts";

const en = {
  title: "Vulnerabilities",
  menu: "Vulnerabilities",
  lead: "{count} known {count|vulnerability in what we use counts|vulnerabilities in what we use count}; {aside} {aside|is|are} set aside by somebody who said so.",
  none: "None of what was imported affects what we use.",
  sources: "Known from: {sources}.",
  id: "Vulnerability",
  severityHead: "Severity",
  components: "Component",
  fix: "Mended in",
  where: "Products",
  said: "What was said",
  severity: { none: "none", low: "low", medium: "medium", high: "high", critical: "critical", unknown: "severity not known" },
  status: { "not-affected": "not affected", affected: "affected", fixed: "fixed", "under-investigation": "being looked at" },
  exploited: "exploited",
  exploitedBy: "Known to be exploited ({by}).",
  epss: "EPSS {share}",
  fixedIn: "mended in {version}",
  noFix: "no mended version known",
  unsure: "the version cannot be compared",
  says: "{by} says: {status} ({date})",
  aside: "Set aside",
  noProduct: "in no product",
  more: "and {count} more",
  cut: "The first {count} are shown; result.json holds all.",
};

export type VulnerabilityWords = typeof en;

const de: VulnerabilityWords = {
  title: "Schwachstellen",
  menu: "Schwachstellen",
  lead: "{count} bekannte {count|Schwachstelle zählt|Schwachstellen zählen} in dem, was wir verwenden; {aside} {aside|ist|sind} abgehakt, weil jemand dafür einsteht.",
  none: "Nichts von dem, was eingelesen wurde, betrifft, was wir verwenden.",
  sources: "Bekannt aus: {sources}.",
  id: "Schwachstelle",
  severityHead: "Schwere",
  components: "Komponente",
  fix: "Behoben in",
  where: "Produkte",
  said: "Was dazu gesagt ist",
  severity: { none: "keine", low: "gering", medium: "mittel", high: "hoch", critical: "kritisch", unknown: "Schwere nicht bekannt" },
  status: { "not-affected": "nicht betroffen", affected: "betroffen", fixed: "behoben", "under-investigation": "wird untersucht" },
  exploited: "ausgenützt",
  exploitedBy: "Wird bekanntermassen ausgenützt ({by}).",
  epss: "EPSS {share}",
  fixedIn: "behoben in {version}",
  noFix: "keine behobene Version bekannt",
  unsure: "die Version lässt sich nicht vergleichen",
  says: "{by} sagt: {status} ({date})",
  aside: "Abgehakt",
  noProduct: "in keinem Produkt",
  more: "und {count} weitere",
  cut: "Gezeigt sind die ersten {count}; result.json enthält alle.",
};

const catalogues: Readonly<Record<Language, VulnerabilityWords>> = { en, de };

export function vulnerabilityWords(language: Language): VulnerabilityWords {
  return catalogues[language];
}
