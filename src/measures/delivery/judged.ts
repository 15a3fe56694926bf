// What people say of releases, over what the signs in a history say: a sign is confirmed or dismissed, and a failure that left no sign is counted.
import type { Release, ReleaseJudgement } from "#facts";
import type { FlaggedRelease } from "./entry.ts";
import type { ReleaseTrouble } from "./release-trouble.ts";

export interface JudgedFailure {
  readonly failed: number;
  /** Absent where a person says that it failed, and nothing shows what mended it. */
  readonly mended?: number;
  readonly sign: FlaggedRelease["sign"];
  readonly judged?: NonNullable<FlaggedRelease["judged"]>;
}

export interface JudgedTrouble {
  /** Dismissed ones among them: they count nowhere, and are shown. */
  readonly failures: readonly JudgedFailure[];
  /** Numbers of releases that mend the one before. */
  readonly hotfixes: ReadonlySet<number>;
  /** Judgements that speak of one of these releases. */
  readonly heard: readonly ReleaseJudgement[];
}

/** `judgements` are those about this repository, or about the product that the figures are of; the last one about a release counts. */
export function judged(
  { failures, hotfixes }: ReleaseTrouble,
  releases: readonly Release[],
  judgements: readonly ReleaseJudgement[],
  repository: string,
): JudgedTrouble {
  const numbers = new Map(
    releases.flatMap(({ tags }, number) => tags.flatMap((tag) => [tag, `${repository}@${tag}`].map((name) => [name, number]))),
  );
  const heard = judgements.filter(({ release }) => numbers.has(release));
  const said = new Map(heard.map(({ release, failed }) => [numbers.get(release) ?? -1, failed]));
  const flagged = failures.map((failure): JudgedFailure => {
    const failed = said.get(failure.failed);
    return failed === undefined ? failure : { ...failure, judged: failed ? "confirmed" : "dismissed" };
  });
  const known = new Set(failures.map(({ failed }) => failed));
  const more = [...said].flatMap(([number, failed]): JudgedFailure[] =>
    failed && !known.has(number) ? [{ failed: number, sign: "said", judged: "confirmed" }] : [],
  );
  // What is no failure needed no mending either.
  const planned = new Set(flagged.flatMap((failure) => (failure.judged === "dismissed" ? (failure.mended ?? []) : [])));
  return {
    failures: [...flagged, ...more].sort((a, b) => a.failed - b.failed),
    hotfixes: new Set([...hotfixes].filter((number) => !planned.has(number))),
    heard,
  };
}
