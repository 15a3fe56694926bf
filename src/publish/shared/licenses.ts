// Licences in use, by what they ask of us: the order in which somebody who has never heard of SPDX can read them.
import { strengths } from "#kit";
import { fill, type Language, wordFor, wordsOf } from "#look";
import type { ScanResult } from "#scan";

const ORDER = ["permissive", "public-domain", "weak", "strong", "network", "proprietary", "none", "unknown"];

export interface LicenseKind {
  readonly strength: string;
  readonly components: number;
  /** Most used first. */
  readonly licenses: ScanResult["summary"]["licenses"];
}

export function licenseKinds(result: ScanResult): LicenseKind[] {
  const order = [...new Set([...ORDER, ...strengths])];
  return order.flatMap((strength) => {
    const licenses = result.summary.licenses.filter((entry) => entry.strength === strength);
    const components = licenses.reduce((sum, entry) => sum + entry.components, 0);
    return components === 0 ? [] : [{ strength, components, licenses }];
  });
}

/** `MIT 179, Apache-2.0 43 and 4 more`; of licences that nobody knows, nothing. */
export function licenseNames(kind: LicenseKind, most: number, language: Language, write: (text: string, count: number) => string): string {
  const named = kind.licenses.filter((entry) => entry.license !== "unknown");
  const names = named
    .slice(0, most)
    .map((entry) => write(entry.license, entry.components))
    .join(", ");
  const more = named.length - most;
  return more > 0 ? fill(wordsOf(language).report.licenseNames, { names, count: more }, language) : names;
}

export function strengthWord(strength: string, language: Language): string {
  return wordFor(wordsOf(language).strength, strength);
}
