// The lead time of pull requests as DevLake has it (backend/plugins/dora/tasks/change_lead_time_calculator.go): the parts in minutes, rounded up; a negative part is
// unknown and left out of the sum. A request counts for the first deployment whose difference to its predecessor holds the merge commit.

export interface DevlakeRequest {
  readonly id: string;
  readonly author?: string;
  readonly mergeCommit: string;
  readonly createdAt: number;
  readonly mergedAt: number;
  readonly commits: readonly { readonly sha: string; readonly authoredAt: number }[];
  readonly comments: readonly { readonly id: string; readonly by: string; readonly at: number }[];
}

/** One row of cicd_deployment_commits, in production and successful. */
export interface DevlakeDeploymentCommit {
  readonly id: string;
  readonly sha: string;
  /** Scope and repository: deployments of the same follow one another. */
  readonly group: string;
  readonly startedAt: number;
  readonly finishedAt: number;
}

export interface DevlakeTimes {
  readonly coding?: number;
  readonly firstCommit?: string;
  readonly pickup?: number;
  readonly review?: number;
  readonly firstReview?: string;
  readonly deploy?: number;
  readonly deployment?: string;
  readonly cycle: number;
}

/** The row before each one in its group; rows without a predecessor are missing. */
export function predecessors(rows: readonly DevlakeDeploymentCommit[]): Map<string, DevlakeDeploymentCommit> {
  const before = new Map<string, DevlakeDeploymentCommit>();
  const last = new Map<string, DevlakeDeploymentCommit>();
  for (const row of rows.toSorted((a, b) => a.finishedAt - b.finishedAt)) {
    const previous = last.get(row.group);
    if (previous) before.set(row.id, previous);
    last.set(row.group, row);
  }
  return before;
}

/** `holds`: whether the difference between two deployed commits holds a commit. */
export function firstDeployments(
  rows: readonly DevlakeDeploymentCommit[],
  holds: (oldSha: string, newSha: string) => readonly string[],
): Map<string, DevlakeDeploymentCommit> {
  const before = predecessors(rows);
  const first = new Map<string, DevlakeDeploymentCommit>();
  const ordered = rows.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  for (const row of ordered) {
    const previous = before.get(row.id);
    if (!previous) continue;
    for (const sha of holds(previous.sha, row.sha)) if (!first.has(sha)) first.set(sha, row);
  }
  return first;
}

export function devlakeTimes(request: DevlakeRequest, deployment: DevlakeDeploymentCommit | undefined): DevlakeTimes {
  const commit = request.commits.toSorted((a, b) => a.authoredAt - b.authoredAt)[0];
  const byOthers = request.comments.filter(({ by }) => request.author === undefined || request.author === "" || by !== request.author);
  const review = byOthers.toSorted((a, b) => a.at - b.at)[0];
  const coding = commit && span(commit.authoredAt, request.createdAt);
  const open = span(request.createdAt, request.mergedAt);
  const pickup = review && span(request.createdAt, review.at);
  const reviewing = review && span(review.at, request.mergedAt);
  const deploy = deployment && span(request.mergedAt, deployment.finishedAt);
  return {
    ...(commit ? { firstCommit: commit.sha } : {}),
    ...(coding === undefined ? {} : { coding }),
    ...(review ? { firstReview: review.id } : {}),
    ...(pickup === undefined ? {} : { pickup }),
    ...(reviewing === undefined ? {} : { review: reviewing }),
    ...(deployment ? { deployment: deployment.id } : {}),
    ...(deploy === undefined ? {} : { deploy }),
    cycle: (coding ?? 0) + (open ?? 0) + (deploy ?? 0),
  };
}

/** Whole minutes, rounded up; what began less than a minute after its end is 0, what began later is unknown. */
function span(from: number, to: number): number | undefined {
  const minutes = Math.ceil((to - from) / 60_000);
  return minutes < 0 ? undefined : minutes + 0;
}
