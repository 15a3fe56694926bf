// How much was covered and what could not be known: said in every report, before any figure.
import type { RuleTally } from "#policy";
import type { Collected } from "./context.ts";
import { compareText, type Problem } from "#kit";
import type { Coverage, LicenseCoverage, ResultComponent } from "./result.ts";
import { isIdle, isUnanswered } from "./uncollected.ts";

export interface CoverageInput {
  readonly repositories: readonly Collected[];
  readonly unreadable: number;
  readonly components: readonly ResultComponent[];
  readonly online: boolean;
  readonly rules: readonly RuleTally[];
  readonly problems: readonly Problem[];
}

export function coverageOf(input: CoverageInput): Coverage {
  const answered = input.rules.filter((tally) => tally.matched + tally.notMatched > 0);
  return {
    repositories: input.repositories.length,
    repositoriesUnreadable: input.unreadable,
    manifests: input.repositories.reduce((sum, found) => sum + found.inventory.manifests.length, 0),
    manifestsUnreadable: input.problems.filter((problem) => problem.severity === "error" && MANIFEST_PROBLEMS.has(problem.code)).length,
    components: input.components.length,
    componentsWithLicense: input.components.filter((component) => component.license !== undefined).length,
    licenses: licensesOf(input.components, input.online),
    rulesAnswered: answered.length,
    rulesWithoutSubject: input.rules.filter(isIdle).length,
    rulesUnknown: input.rules.filter(isUnanswered).map((tally) => ({ rule: tally.rule, reasons: tally.reasons })),
  };
}

/** Sources that differ by ecosystem: a cache of Maven is another one than that of Cargo. */
const BY_ECOSYSTEM: ReadonlySet<string> = new Set(["installed", "cache", "registry"]);

function licensesOf(components: readonly ResultComponent[], online: boolean): LicenseCoverage {
  const known = new Map<string, number>();
  const unknown = new Map<string, number>();
  for (const { license, licenseFrom = "other", type } of components) {
    if (license === undefined) unknown.set(type, (unknown.get(type) ?? 0) + 1);
    else {
      const source = BY_ECOSYSTEM.has(licenseFrom) ? `${licenseFrom} ${type}` : licenseFrom;
      known.set(source, (known.get(source) ?? 0) + 1);
    }
  }
  return {
    known: mostFirst(known).map(([source, count]) => {
      const [from = "", type] = source.split(" ");
      return { from, ...(type === undefined ? {} : { type }), components: count };
    }),
    unknown: mostFirst(unknown).map(([type, count]) => ({ type, components: count })),
    texts: components.filter((component) => component.detected?.expression !== undefined).length,
    differing: components.filter((component) => component.licenseDiffers === true).length,
    online,
  };
}

function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
}

const MANIFEST_PROBLEMS: ReadonlySet<string> = new Set(["lockfile-unreadable", "lockfile-too-large", "lockfile-reader-failed"]);
