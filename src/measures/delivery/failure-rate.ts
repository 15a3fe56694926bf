// Change failure rate: deployments that had to be mended, divided by all, each counted once however many incidents it brought.
import type { Window } from "./calendar.ts";

export interface FailureRate {
  readonly failed: number;
  readonly deployments: number;
  /** Share; undefined without a deployment: nothing divided by nothing is no success. */
  readonly value?: number;
}

export interface RatedDeployment {
  readonly id: string;
  readonly at: number;
}

/** Failures are ids of deployments; those outside of the window do not count. */
export function failureRate(deployments: readonly RatedDeployment[], failures: ReadonlySet<string>, window: Window): FailureRate {
  const within = new Map(deployments.filter(({ at }) => at >= window.from && at < window.to).map(({ id, at }) => [id, at]));
  const failed = [...within.keys()].filter((id) => failures.has(id)).length;
  return { failed, deployments: within.size, ...(within.size === 0 ? {} : { value: failed / within.size }) };
}
