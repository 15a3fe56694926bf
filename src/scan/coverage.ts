// How much was covered and what could not be known: said in every report, before any figure.
import type { Problem } from "#kit";
import type { RuleTally } from "#policy";
import type { Collected } from "./context.ts";
import type { Coverage, ResultComponent } from "./result.ts";
import { isIdle, isUnanswered } from "./uncollected.ts";

export interface CoverageInput {
  readonly repositories: readonly Collected[];
  readonly unreadable: number;
  readonly components: readonly ResultComponent[];
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
    rulesAnswered: answered.length,
    rulesWithoutSubject: input.rules.filter(isIdle).length,
    rulesUnknown: input.rules.filter(isUnanswered).map((tally) => ({ rule: tally.rule, reasons: tally.reasons })),
  };
}

const MANIFEST_PROBLEMS: ReadonlySet<string> = new Set(["lockfile-unreadable", "lockfile-too-large", "lockfile-reader-failed"]);
