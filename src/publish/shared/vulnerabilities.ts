// Vulnerabilities in the order in which somebody should look at them, and how many count where.
import type { ResultVulnerability, ScanResult } from "#scan";

/** The worst first; what nobody has rated stands between high and medium, because it may be either. */
export const severityOrder = ["critical", "high", "unknown", "medium", "low", "none"] as const;
export type ShownSeverity = (typeof severityOrder)[number];

export type Affect = ResultVulnerability["affects"][number];

export interface ShownVulnerability {
  readonly vulnerability: ResultVulnerability;
  readonly affect: Affect;
}

/** One entry for each component under each vulnerability that counts: exploited first, then by severity and score. */
export function openVulnerabilities(result: ScanResult): ShownVulnerability[] {
  return sorted(result).filter(({ affect }) => affect.open);
}

/** Those that somebody set aside everywhere. */
export function setAsideVulnerabilities(result: ScanResult): ShownVulnerability[] {
  return sorted(result).filter(({ affect }) => !affect.open && affect.answers.length > 0);
}

function sorted(result: ScanResult): ShownVulnerability[] {
  return result.vulnerabilities
    .toSorted((a, b) => rank(a) - rank(b) || (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1))
    .flatMap((vulnerability) => vulnerability.affects.map((affect) => ({ vulnerability, affect })));
}

function rank({ exploited, severity }: ResultVulnerability): number {
  return (exploited ? 0 : 10) + severityOrder.indexOf(severity);
}

/** Vulnerabilities that count, each once, by product and severity; products without any are left out. */
export function vulnerabilitiesByProduct(result: ScanResult): Map<string, Record<ShownSeverity, number>> {
  const counts = new Map<string, Record<ShownSeverity, number>>();
  for (const vulnerability of result.vulnerabilities) {
    for (const product of new Set(vulnerability.affects.flatMap((affect) => affect.openIn))) {
      const count = counts.get(product) ?? { critical: 0, high: 0, unknown: 0, medium: 0, low: 0, none: 0 };
      count[vulnerability.severity]++;
      counts.set(product, count);
    }
  }
  return counts;
}
