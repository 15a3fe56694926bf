// Our projects and the communities around them: how far each is, what happens, what checks say and what is missing. By name: projects are not compared.
import { type CheckResult, repositoryChecks } from "#facts";
import type { Language } from "#look";
import { wordFor, wordsOf } from "#look";
import type { Community, ContributorStream } from "#measures";
import type { ResultRepository } from "#scan";
import { type CommunityLines, communityLines } from "../community/figures.ts";
import { type ProjectState, stateOf } from "../site/project.ts";
import { type NextPhase, nextPhaseOf } from "./next-phase.ts";

export interface CheckLine {
  readonly id: string;
  readonly title: string;
  readonly remedy: string;
  readonly group: string;
  readonly outcome: "fail" | "hint" | "unknown" | "pass";
  readonly place?: string;
}

export interface ProjectLine {
  readonly id: string;
  readonly products: readonly string[];
  readonly state: ProjectState;
  readonly published: boolean;
  readonly license?: string;
  readonly checks: { readonly passed: number; readonly all: number; readonly unknown: number };
  readonly commits?: number;
  /** Contributions in 24 parts of two years, the oldest first. */
  readonly activity?: readonly number[];
}

export interface ProjectPage extends ProjectLine {
  /** `stream` is null where the stored result is of an earlier version, absent where too few contributed. */
  readonly community?: CommunityLines & { readonly stream?: ContributorStream | null };
  readonly phase: NextPhase;
  /** What fails first, then what is not known. */
  readonly missing: readonly CheckLine[];
  readonly passes: readonly CheckLine[];
}

export function projectLines(repositories: readonly ResultRepository[], communities: readonly Community[]): readonly ProjectLine[] {
  const byName = new Map(communities.map((community) => [community.repository, community]));
  return repositories.filter(({ kind }) => kind !== "sbom").map((repository) => lineOf(repository, byName.get(repository.id)));
}

function lineOf(repository: ResultRepository, community: Community | undefined): ProjectLine {
  const { id, products, facts, checks } = repository;
  const count = (...outcomes: readonly CheckResult["outcome"][]) => checks.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const license = facts["license"];
  return {
    id,
    products,
    state: stateOf(repository),
    published: facts["published"] === true,
    ...(typeof license === "string" && license !== "" ? { license } : {}),
    checks: { passed: count("pass"), all: count("pass", "fail"), unknown: count("unknown", "error") },
    ...(community ? { commits: community.activity.contributions, activity: community.activity.parts } : {}),
  };
}

export function projectPage(repository: ResultRepository, community: Community | undefined, language: Language): ProjectPage {
  const lines = checkLines(repository, language);
  const of = (...outcomes: readonly CheckLine["outcome"][]) => lines.filter(({ outcome }) => outcomes.includes(outcome));
  return {
    ...lineOf(repository, community),
    ...(community
      ? { community: { ...communityLines(community, language), ...(community.people ? { stream: community.people.stream ?? null } : {}) } }
      : {}),
    phase: nextPhaseOf(repository, lines),
    missing: [...of("fail"), ...of("hint"), ...of("unknown")],
    passes: of("pass"),
  };
}

function checkLines({ checks }: ResultRepository, language: Language): CheckLine[] {
  const answers = new Map(checks.map((answer) => [answer.id, answer]));
  return repositoryChecks.flatMap((check): CheckLine[] => {
    const answer = answers.get(check.id);
    if (!answer || answer.outcome === "not-applicable") return [];
    const place = answer.places?.[0]?.path;
    const outcome = answer.outcome === "fail" && check.indicator ? "hint" : answer.outcome === "error" ? "unknown" : answer.outcome;
    return [
      {
        id: check.id,
        title: check.title[language],
        remedy: check.remedy[language],
        group: wordFor(wordsOf(language).checks.group, check.group),
        outcome,
        ...(place === undefined ? {} : { place }),
      },
    ];
  });
}
