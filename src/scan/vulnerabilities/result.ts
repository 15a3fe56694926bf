// Vulnerabilities as the result tells them: what is affected, where it counts, and what was answered by whom.
import type { ScanContext } from "../context.ts";
import type { ResultImport, ResultVulnerability } from "../result.ts";
import { isOpenIn, type KnownVulnerabilities } from "./known.ts";

export function resultVulnerabilities(known: KnownVulnerabilities, context: Pick<ScanContext, "uses">): ResultVulnerability[] {
  const products = new Map<number, Set<string | undefined>>();
  for (const use of context.uses) {
    const set = products.get(use.component);
    if (set) set.add(use.product);
    else products.set(use.component, new Set([use.product]));
  }
  const affects = known.vulnerabilities.map((): ResultVulnerability["affects"][number][] => []);
  for (const match of known.matches) {
    const used = [...(products.get(match.component) ?? [])];
    const open = used.filter((product) => isOpenIn(match, product));
    affects[match.vulnerability]?.push({
      component: match.component,
      sure: match.sure,
      ...(match.fixed === undefined ? {} : { fixed: match.fixed }),
      openIn: open.flatMap((product) => product ?? []).sort(),
      open: open.length > 0 || (used.length === 0 && isOpenIn(match, undefined)),
      answers: match.answers,
    });
  }
  return known.vulnerabilities.map(({ severity, ...vulnerability }, index) => ({
    ...vulnerability,
    severity: severity?.band ?? "unknown",
    ...(severity?.score === undefined ? {} : { score: severity.score }),
    ...(severity?.vector === undefined ? {} : { vector: severity.vector }),
    affects: affects[index] ?? [],
  }));
}

export function resultImports(known: KnownVulnerabilities): ResultImport[] {
  return known.files
    .map(withoutPackages)
    .sort((a, b) => (`${a.kind}\n${a.name}\n${a.digest}` < `${b.kind}\n${b.name}\n${b.digest}` ? -1 : 1));
}

/** The packages that a scanner looked at are many, and told by what they are. */
function withoutPackages(file: KnownVulnerabilities["files"][number]): ResultImport {
  const { looksAt: _looksAt, ...rest } = file;
  return rest;
}
