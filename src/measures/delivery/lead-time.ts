// Lead time: from a change to the deployment that brought it, change by change, by both starts. The author's date holds the review too; the committer's is about the merge.
import { median, quantile } from "#kit";

/** A change and the deployment that first brought it. Milliseconds since 1970. */
export interface DeployedChange {
  readonly authoredAt?: number;
  readonly committedAt: number;
  readonly deployedAt: number;
}

export interface LeadTimes {
  /** Seconds; undefined without a change. */
  readonly p50?: number;
  readonly p75?: number;
  readonly p90?: number;
  readonly sample: number;
  /** Changes that are newer than their deployment, or of 1970 and before: a clock was wrong; they are left out. */
  readonly odd: number;
}

export function leadTimes(changes: Iterable<DeployedChange>, start: "author" | "committer"): LeadTimes {
  const spans: number[] = [];
  let odd = 0;
  for (const { authoredAt, committedAt, deployedAt } of changes) {
    const from = start === "author" ? authoredAt : committedAt;
    if (from === undefined) continue;
    if (isOdd(from, deployedAt)) odd += 1;
    else spans.push((deployedAt - from) / 1000);
  }
  const p50 = median(spans);
  if (p50 === undefined) return { sample: 0, odd };
  return { p50, p75: quantile(spans, 0.75) ?? p50, p90: quantile(spans, 0.9) ?? p50, sample: spans.length, odd };
}

/** Whether nobody can have made a change at this moment that was deployed at that one. */
export function isOdd(madeAt: number, deployedAt: number): boolean {
  return madeAt <= 0 || madeAt > deployedAt;
}
