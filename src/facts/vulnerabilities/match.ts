// Components against advisories: what is affected, by what, and what would mend it.
import { formatPurl, parsePurl } from "#kit";
import { firstFixAfter, isAffected } from "./affected.ts";
import { joined, namesOf, type Vulnerability } from "./group.ts";
import type { Advisory, Affected, Mark } from "./types.ts";

/** One component under one vulnerability. */
export interface Match {
  /** Index in the list of components. */
  readonly component: number;
  /** Index in the list of vulnerabilities. */
  readonly vulnerability: number;
  /** False where the version could not be compared, so that nobody can tell. */
  readonly sure: boolean;
  /** First mended version ahead. */
  readonly fixed?: string;
  /** What the advisories say of this package: for the first version that is free of all. */
  readonly affected: readonly Affected[];
}

export interface Matches {
  /** Sorted by id. */
  readonly vulnerabilities: readonly Vulnerability[];
  /** By component, then vulnerability. */
  readonly matches: readonly Match[];
}

/** A component's package and what of it advisories are compared with. */
export interface ComponentName {
  /** Package URL without version, qualifiers and subpath. */
  readonly package: string;
  readonly version: string;
  readonly distro?: string;
}

export function componentName(purl: string): ComponentName | undefined {
  const parsed = parsePurl(purl);
  if (!parsed) return undefined;
  const { type, namespace, name, version, qualifiers } = parsed;
  const distro = qualifiers?.distro?.toLowerCase();
  return {
    package: formatPurl({ type, name, ...(namespace === undefined ? {} : { namespace }) }),
    version: version ?? "",
    ...(distro === undefined ? {} : { distro }),
  };
}

interface Hit {
  readonly component: number;
  readonly advisory: Advisory;
  readonly affected: Affected;
  readonly sure: boolean;
  readonly version: string;
}

/** `advisories` may hold more than is asked for; withdrawn ones do not count. */
export function matchComponents(
  components: readonly (ComponentName | undefined)[],
  advisories: Iterable<Advisory>,
  marks: readonly Mark[],
): Matches {
  const byPackage = indexed(advisories);
  const hits: Hit[] = [];
  for (const [index, component] of components.entries()) {
    if (!component) continue;
    for (const { advisory, affected } of byPackage.get(component.package) ?? []) {
      if (affected.distro !== undefined && !isOfDistro(component.distro, affected.distro)) continue;
      const holds = isAffected(affected, component.version);
      if (holds !== false) hits.push({ component: index, advisory, affected, sure: holds === true, version: component.version });
    }
  }
  return assembled(hits, marks);
}

function indexed(advisories: Iterable<Advisory>): Map<string, { advisory: Advisory; affected: Affected }[]> {
  const byPackage = new Map<string, { advisory: Advisory; affected: Affected }[]>();
  for (const advisory of advisories) {
    if (advisory.withdrawn) continue;
    for (const affected of advisory.affected) {
      const list = byPackage.get(affected.package);
      if (list) list.push({ advisory, affected });
      else byPackage.set(affected.package, [{ advisory, affected }]);
    }
  }
  return byPackage;
}

/** `debian-12` is the release of `debian-12.4`, not of `debian-1`. */
function isOfDistro(own: string | undefined, wanted: string): boolean {
  return own !== undefined && (own === wanted || own.startsWith(`${wanted}.`));
}

function assembled(hits: readonly Hit[], marks: readonly Mark[]): Matches {
  const nameOf = namesOf(hits.map((hit) => hit.advisory));
  const byName = new Map<string, Hit[]>();
  for (const hit of hits) {
    const name = nameOf(hit.advisory);
    const list = byName.get(name);
    if (list) list.push(hit);
    else byName.set(name, [hit]);
  }
  const names = [...byName.keys()].sort();
  const marked = new Map<string, Mark[]>();
  for (const mark of marks) marked.set(mark.id, [...(marked.get(mark.id) ?? []), mark]);
  const vulnerabilities = names.map((name) => {
    const advisories = [...new Set((byName.get(name) ?? []).map((hit) => hit.advisory))];
    return withMarks(joined(name, advisories), marked);
  });
  const matches = names.flatMap((name, vulnerability) => matchesOf(byName.get(name) ?? [], vulnerability));
  matches.sort((a, b) => a.component - b.component || a.vulnerability - b.vulnerability);
  return { vulnerabilities, matches };
}

function matchesOf(hits: readonly Hit[], vulnerability: number): Match[] {
  const byComponent = new Map<number, Hit[]>();
  for (const hit of hits) byComponent.set(hit.component, [...(byComponent.get(hit.component) ?? []), hit]);
  return [...byComponent].map(([component, own]) => {
    const fixes = own.flatMap(({ affected, version }) => firstFixAfter(affected, version) ?? []);
    const fixed = fixes.find((candidate) => own.every(({ affected }) => isAffected(affected, candidate) !== true)) ?? fixes[0];
    return {
      component,
      vulnerability,
      sure: own.some((hit) => hit.sure),
      ...(fixed === undefined ? {} : { fixed }),
      affected: own.map((hit) => hit.affected),
    };
  });
}

function withMarks(vulnerability: Vulnerability, marked: ReadonlyMap<string, readonly Mark[]>): Vulnerability {
  const found = [vulnerability.id, ...vulnerability.aliases].flatMap((name) => marked.get(name) ?? []);
  if (found.length === 0) return vulnerability;
  const exploited = vulnerability.exploited ?? found.find((mark) => mark.exploited)?.exploited;
  const epss = vulnerability.epss ?? found.find((mark) => mark.epss !== undefined)?.epss;
  return {
    ...vulnerability,
    ...(exploited ? { exploited } : {}),
    ...(epss === undefined ? {} : { epss }),
    sources: [...new Set([...vulnerability.sources, ...found.map((mark) => mark.source)])],
  };
}
