// The figures of one unit from the tags of its repositories: an estimate, and marked as one.
import { type History, type ReleaseJudgement, type ReleaseTags, releaseTags } from "#facts";
import { phrase, type Problem } from "#kit";
import type { Window } from "./calendar.ts";
import { deployedChanges, firstMarks } from "./deployed-changes.ts";
import type { FlaggedRelease } from "./entry.ts";
import { type JudgedFailure, judged } from "./judged.ts";
import type { DeployedChange } from "./lead-time.ts";
import type { DeliveryInput } from "./measure.ts";
import { listed, measureProblem } from "./problem.ts";
import { releaseTrouble } from "./release-trouble.ts";
import type { Outage } from "./restore.ts";
import type { DeliveryUnit } from "./units.ts";

export interface ReleaseOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: string;
  /** The window whose gaps tell whether releases come continuously. */
  readonly slow: Window;
  readonly hotfixHours?: number;
  /** Glob of tags that are releases, by repository. */
  readonly tagPattern?: (repository: string) => string | undefined;
  /** What people say of releases. */
  readonly judgements?: readonly ReleaseJudgement[];
}

interface Part {
  readonly deployments: { id: string; at: number; unplanned?: boolean }[];
  readonly changes: readonly DeployedChange[];
  readonly failed: readonly string[];
  readonly outages: readonly Outage[];
  readonly flagged: readonly FlaggedRelease[];
  readonly heard: readonly ReleaseJudgement[];
  readonly problems: readonly Problem[];
}

/** No input where no repository of the unit has a release tag; what was passed over is told all the same. */
export function fromReleases(
  unit: DeliveryUnit,
  histories: readonly History[],
  options: ReleaseOptions,
): { input?: DeliveryInput; heard: readonly ReleaseJudgement[]; problems: Problem[] } {
  const parts = histories.map((history) => partOf(history, unit, options));
  const problems = parts.flatMap((part) => part.problems);
  if (parts.every(({ deployments }) => deployments.length === 0)) return { heard: [], problems };
  const input: DeliveryInput = {
    subject: unit.subject,
    source: "tags",
    deployments: parts.flatMap(({ deployments }) => deployments),
    observedFrom: Math.min(...histories.map(beginningOf)),
    changes: parts.flatMap(({ changes }) => changes),
    troubles: {
      failed: new Set(parts.flatMap(({ failed }) => failed)),
      outages: parts.flatMap(({ outages }) => outages),
      flagged: parts.flatMap(({ flagged }) => flagged),
    },
  };
  return { input, heard: parts.flatMap(({ heard }) => heard), problems };
}

function partOf(history: History, unit: DeliveryUnit, options: ReleaseOptions): Part {
  const pattern = options.tagPattern?.(history.repository);
  const tags = releaseTags(history, options.now, options.zone, pattern);
  const { releases } = tags;
  const marks = releases.flatMap(({ rows, at }, number) => rows.map((row) => ({ row, at, number })));
  const holders = firstMarks(history, marks);
  const owners = holders.map((mark) => (mark < 0 ? -1 : (marks[mark]?.number ?? -1)));
  const signs = releaseTrouble(history, releases, owners, options.slow, options.hotfixHours);
  const about = (options.judgements ?? []).filter(
    ({ repository, product }) => repository === history.repository || (product !== undefined && unit.subject === `product:${product}`),
  );
  const trouble = judged(signs, releases, about, history.repository);
  const counted = trouble.failures.filter((failure) => failure.judged !== "dismissed");
  const idOf = (number: number) => `${history.repository}@${releases[number]?.tags[0] ?? ""}`;
  const atOf = (number: number) => releases[number]?.at ?? Number.NaN;
  const recent = trouble.failures.filter(({ failed }) => atOf(failed) >= options.slow.from);
  return {
    deployments: releases.map(({ at }, number) => ({
      id: idOf(number),
      at,
      ...(signs.hotfixRuleOff ? {} : { unplanned: trouble.hotfixes.has(number) }),
    })),
    changes: deployedChanges(history, marks, holders),
    failed: counted.map(({ failed }) => idOf(failed)),
    // Of a failure without a sign nobody knows how long it lasted.
    outages: counted.flatMap(({ failed, mended }) =>
      mended === undefined ? [] : [{ id: idOf(failed), startedAt: atOf(failed), resolvedAt: atOf(mended), deployedAt: atOf(failed) }],
    ),
    flagged: recent.map((failure) => flaggedOf(failure, idOf)),
    heard: trouble.heard,
    problems: [
      ...oddTags(history, tags),
      ...(pattern !== undefined && releases.length === 0 && history.tags.length > 0 ? [unmatched(history, pattern)] : []),
      ...(signs.hotfixRuleOff ? [ruleOff(history)] : []),
    ],
  };
}

function flaggedOf({ failed, mended, sign, judged: said }: JudgedFailure, idOf: (number: number) => string): FlaggedRelease {
  return {
    release: idOf(failed),
    ...(mended === undefined ? {} : { mendedBy: idOf(mended) }),
    sign,
    ...(said === undefined ? {} : { judged: said }),
  };
}

function oddTags(history: History, { passedOver }: ReleaseTags): Problem[] {
  const odd = [...passedOver.future, ...passedOver["no-time"]];
  if (odd.length === 0) return [];
  const message = phrase`tags with a time after this run's moment or before 1970 are left out: ${listed(odd)}`;
  return [measureProblem("delivery-future", "warning", { file: history.repository }, message)];
}

function unmatched({ repository, tags }: History, pattern: string): Problem {
  const message = phrase`none of its ${tags.length} tags is a release by the pattern “${pattern.slice(0, 80)}”`;
  return measureProblem("delivery-tags-unmatched", "warning", { file: repository }, message);
}

function ruleOff({ repository }: History): Problem {
  const message = phrase`releases come continuously, so that a patch soon after another says nothing of a failure; only reverts are counted`;
  return measureProblem("delivery-hotfix-rule-off", "note", { file: repository }, message);
}

/** The first commit with a sound time, in milliseconds: since then releases would have been seen. */
export function beginningOf({ commits }: History): number {
  let first = Number.POSITIVE_INFINITY;
  for (const time of commits.committerTime) if (time > 0 && time < first) first = time;
  return first * 1000;
}
