// Time to restore: from the beginning of what users felt to its end, of incidents that ended in the window. Open ones are told with their age.
import type { Window } from "./calendar.ts";
import { median, quantile } from "#kit";

/** What had to be mended, and when it was. Milliseconds since 1970. */
export interface Outage {
  readonly id: string;
  readonly startedAt: number;
  readonly resolvedAt?: number;
  /** When the deployment that brought it was finished. */
  readonly deployedAt?: number;
}

export interface Restoring {
  /** Seconds. */
  readonly p50?: number;
  readonly p90?: number;
  /** From the deployment that brought it to the end (failed deployment recovery time, 2023 and later), seconds. */
  readonly recovery?: number;
  readonly sample: number;
  /** Open at the window's end, with their age in seconds. */
  readonly open: readonly { readonly id: string; readonly age: number }[];
  /** Ended before they began: left out. */
  readonly negative: readonly string[];
}

export function restoring(outages: readonly Outage[], window: Window): Restoring {
  const ended = outages.filter(({ resolvedAt }) => resolvedAt !== undefined && resolvedAt >= window.from && resolvedAt < window.to);
  const sound = ended.filter(({ startedAt, resolvedAt = 0 }) => resolvedAt >= startedAt);
  const spans = sound.map(({ startedAt, resolvedAt = 0 }) => (resolvedAt - startedAt) / 1000);
  const recoveries = sound.flatMap(({ deployedAt, resolvedAt = 0 }) => (deployedAt === undefined ? [] : (resolvedAt - deployedAt) / 1000));
  const open = outages.filter(
    ({ startedAt, resolvedAt }) => startedAt < window.to && (resolvedAt === undefined || resolvedAt >= window.to),
  );
  const [p50, p90, recovery] = [median(spans), quantile(spans, 0.9), median(recoveries)];
  return {
    ...(p50 === undefined ? {} : { p50 }),
    ...(p90 === undefined ? {} : { p90 }),
    ...(recovery === undefined ? {} : { recovery }),
    sample: spans.length,
    open: open.map(({ id, startedAt }) => ({ id, age: (window.to - startedAt) / 1000 })),
    negative: ended.filter((outage) => !sound.includes(outage)).map(({ id }) => id),
  };
}
