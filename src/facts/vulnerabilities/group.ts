// One vulnerability has many names (CVE, GHSA, GO-…) and several sources: advisories of the same one are told once.
import { compareText } from "#kit";
import type { Advisory, Exploited, Severity } from "./types.ts";
import { severityBands } from "./types.ts";

/** What all sources together say of a vulnerability. */
export interface Vulnerability {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary?: string;
  readonly url?: string;
  readonly severity?: Severity;
  readonly exploited?: Exploited;
  readonly epss?: number;
  readonly sources: readonly string[];
}

/** The name under which each advisory is known: its CVE where it has exactly one, directly or through another source that knows the same name. */
export function namesOf(advisories: Iterable<Pick<Advisory, "id" | "aliases">>): (advisory: Pick<Advisory, "id" | "aliases">) => string {
  const cveOf = new Map<string, string>();
  for (const advisory of advisories) {
    const cve = onlyCve(advisory);
    if (cve !== undefined) for (const name of [advisory.id, ...advisory.aliases]) if (!cveOf.has(name)) cveOf.set(name, cve);
  }
  return (advisory) => {
    const own = onlyCve(advisory);
    if (own !== undefined) return own;
    // An advisory about several CVEs is none of them.
    if (cves(advisory).length > 1) return advisory.id;
    const names = [advisory.id, ...advisory.aliases];
    for (const name of names) if (cveOf.has(name)) return cveOf.get(name) ?? name;
    return names.filter((name) => name.startsWith("GHSA-")).sort()[0] ?? advisory.id;
  };
}

function cves({ id, aliases }: Pick<Advisory, "id" | "aliases">): string[] {
  return [...new Set([id, ...aliases].filter((name) => /^CVE-\d{4}-\d{4,}$/.test(name)))];
}

function onlyCve(advisory: Pick<Advisory, "id" | "aliases">): string | undefined {
  const found = cves(advisory);
  return found.length === 1 ? found[0] : undefined;
}

/** Joins what several sources say: the worst severity with a score before one without, any mark, the first words. */
export function joined(id: string, advisories: readonly Advisory[]): Vulnerability {
  const sorted = [...advisories].sort((a, b) => compareText(a.source, b.source) || compareText(a.id, b.id));
  const aliases = new Set(sorted.flatMap((advisory) => [advisory.id, ...advisory.aliases]));
  aliases.delete(id);
  const severity = worstOf(sorted.flatMap((advisory) => advisory.severity ?? []));
  const summary = sorted.find((advisory) => advisory.summary !== undefined)?.summary;
  const url = sorted.find((advisory) => advisory.url !== undefined)?.url;
  const exploited = sorted.find((advisory) => advisory.exploited)?.exploited;
  const epss = sorted.find((advisory) => advisory.epss !== undefined)?.epss;
  return {
    id,
    aliases: [...aliases].sort(),
    ...(summary === undefined ? {} : { summary }),
    ...(url === undefined ? {} : { url }),
    ...(severity ? { severity } : {}),
    ...(exploited ? { exploited } : {}),
    ...(epss === undefined ? {} : { epss }),
    sources: [...new Set(sorted.map((advisory) => advisory.source))],
  };
}

function worstOf(all: readonly Severity[]): Severity | undefined {
  const rank = ({ band, score }: Severity) => severityBands.indexOf(band) * 100 + (score ?? 0) * 10 + (score === undefined ? 0 : 1);
  return all.reduce<Severity | undefined>((worst, next) => (worst === undefined || rank(next) > rank(worst) ? next : worst), undefined);
}
