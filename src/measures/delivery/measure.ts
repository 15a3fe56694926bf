// From what was delivered to the profile of four. Nothing is guessed: too little data gives a reason instead of a level.
import type { DeliverySource } from "#facts";
import type { DeliveryKey } from "./bands.ts";
import { devlakeMetrics } from "./devlake/measure.ts";
import { type Standing, standingOfPace, standingOfTime } from "./distribution.ts";
import type { DeliveryEntry, DeliveryMetric, DeliveryReason, DeliveryYear, FlaggedRelease, Quantiles } from "./entry.ts";
import { failureRate } from "./failure-rate.ts";
import { LEAST_WEEKS, type Pacing, paceBucket, paceOf, ratePacing } from "./frequency.ts";
import { type DeployedChange, type LeadTimes, leadTimes } from "./lead-time.ts";
import { type Rating, rateShare, rateTime } from "./level.ts";
import { overallLevel } from "./overall.ts";
import { type Outage, restoring } from "./restore.ts";
import { daysOf, firstEnough, type Windows } from "./windows.ts";

/** No level under so many. */
export const LEAST_DEPLOYMENTS = 5;
export const LEAST_CHANGES = 5;
export const LEAST_INCIDENTS = 3;

export interface DeliveryInput {
  readonly subject: string;
  readonly source: DeliverySource;
  /** What reached users, each run once; any order. Nothing after the window's end. */
  readonly deployments: readonly { readonly id: string; readonly at: number; readonly unplanned?: boolean }[];
  /** Since when deployments would have been seen. */
  readonly observedFrom: number;
  readonly changes: readonly DeployedChange[];
  /** What went wrong; absent: there is no source of incidents, and nobody knows. */
  readonly troubles?: {
    /** Ids of deployments that brought it. */
    readonly failed: ReadonlySet<string>;
    readonly outages: readonly Outage[];
    readonly flagged?: readonly FlaggedRelease[];
  };
}

export interface DeliveryOptions extends Windows {
  readonly year: DeliveryYear;
  readonly zone: string;
  /** As another tool does, with its cut points of 2021 or 2023. */
  readonly compatible?: "devlake";
}

export function measureDelivery(input: DeliveryInput, options: DeliveryOptions): DeliveryEntry {
  const pacing = paceOf({
    deployments: input.deployments.map(({ at }) => at),
    window: options.window,
    slowWindow: options.slow,
    observedFrom: input.observedFrom,
    zone: options.zone,
  });
  const lead = leadTime(input, options);
  const failing = failures(input, options);
  const restored = restore(input, options);
  const metrics: Record<DeliveryKey, DeliveryMetric> = {
    deploymentFrequency: frequency(input, pacing, options),
    leadTime: lead.metric,
    timeToRestore: restored.metric,
    changeFailureRate: failing.metric,
  };
  const { compatible } = options;
  const shown = compatible
    ? devlakeMetrics(input, options.window, options.year === 2023 ? 2023 : 2021)
    : input.source === "merges"
      ? asTrend(metrics)
      : metrics;
  const rework = reworkRate(input, options);
  return {
    subject: input.subject,
    year: options.year,
    source: input.source,
    estimate: input.source === "tags" || input.source === "merges",
    ...(compatible ? { compatible } : {}),
    window: { from: isoOf(options.window.from), to: isoOf(options.window.to), zone: options.zone },
    metrics: shown,
    overall: overallLevel(Object.values(shown).map(asRating)) ?? null,
    detail: {
      deployments: pacing.deployments,
      deploymentsInYear: input.deployments.filter(({ at }) => at >= options.slow.from && at < options.slow.to).length,
      ...(pacing.deploymentsPerWeek === undefined ? {} : { deploymentsPerWeek: rounded(pacing.deploymentsPerWeek) }),
      ...quantilesOf("leadTimeAuthored", lead.authored),
      ...quantilesOf("leadTimeCommitted", lead.committed),
      ...(failing.failed === undefined ? {} : { failed: failing.failed }),
      ...(restored.recovery === undefined ? {} : { recovery: rounded(restored.recovery) }),
      openIncidents: restored.open.map(({ id, age }) => ({ id, age: rounded(age) })),
      ...(rework === undefined ? {} : { reworkRate: rounded(rework) }),
      ...(input.troubles?.flagged ? { flagged: input.troubles.flagged } : {}),
    },
  };
}

function frequency(input: DeliveryInput, pacing: Pacing, { year, window }: DeliveryOptions): DeliveryMetric {
  const base = { unit: "deployment days per week", sample: pacing.deployments, days: daysOf(window) } as const;
  if (input.deployments.length === 0) return without(null, base, "no-deployments");
  if (pacing.perWeek === undefined || pacing.weeks < LEAST_WEEKS) return without(null, base, "too-few-weeks");
  if (year === 2025) return standing(pacing.perWeek, base, (bucket) => standingOfPace(bucket), paceBucket(pacing));
  const rating = ratePacing(year, pacing);
  return rating ? rated(pacing.perWeek, base, rating) : without(pacing.perWeek, base, "too-short");
}

function leadTime(input: DeliveryInput, options: DeliveryOptions) {
  const within = (start: "author" | "committer") =>
    firstEnough(
      options,
      ({ from, to }) =>
        leadTimes(
          input.changes.filter(({ deployedAt }) => deployedAt >= from && deployedAt < to),
          start,
        ),
      ({ sample }) => sample >= LEAST_CHANGES,
    );
  const { taken: committed, days } = within("committer");
  const { taken: authored } = within("author");
  const base = { unit: "seconds", sample: committed.sample, days } as const;
  const value = committed.p50;
  const metric =
    input.deployments.length === 0
      ? without(null, base, "no-deployments")
      : value === undefined
        ? without(null, base, "no-changes")
        : committed.sample < LEAST_CHANGES
          ? without(value, base, "too-few-changes")
          : rateTimeOf("leadTime", value, base, options.year);
  return { metric, committed, authored };
}

function failures(input: DeliveryInput, options: DeliveryOptions): { metric: DeliveryMetric; failed?: number } {
  const failed = input.troubles?.failed ?? new Set<string>();
  const { taken, days } = firstEnough(
    options,
    (window) => failureRate(input.deployments, failed, window),
    ({ deployments }) => deployments >= LEAST_DEPLOYMENTS,
  );
  const base = { unit: "share", sample: taken.deployments, days } as const;
  if (!input.troubles) return { metric: without(null, base, "no-incident-source") };
  if (taken.value === undefined) return { metric: without(null, base, "no-deployments") };
  const told = { failed: taken.failed };
  if (taken.deployments < LEAST_DEPLOYMENTS) return { metric: without(taken.value, base, "too-few-deployments"), ...told };
  if (options.year === 2025) return { metric: without(taken.value, base, "no-levels"), ...told };
  return { metric: rated(taken.value, base, rateShare(options.year, taken.value)), ...told };
}

function restore(input: DeliveryInput, options: DeliveryOptions) {
  const { taken, days } = firstEnough(
    options,
    (window) => restoring(input.troubles?.outages ?? [], window),
    ({ sample }) => sample >= LEAST_INCIDENTS,
  );
  const base = { unit: "seconds", sample: taken.sample, days } as const;
  const { p50, recovery, open } = taken;
  const more = { open, ...(recovery === undefined ? {} : { recovery }) };
  if (!input.troubles) return { metric: without(null, base, "no-incident-source"), ...more };
  if (p50 === undefined) return { metric: without(null, base, "no-incidents"), ...more };
  if (taken.sample < LEAST_INCIDENTS) return { metric: without(p50, base, "too-few-incidents"), ...more };
  return { metric: rateTimeOf("timeToRestore", p50, base, options.year), ...more };
}

type Base = Pick<DeliveryMetric, "unit" | "sample" | "days">;

function without(value: number | null, base: Base, reason: DeliveryReason): DeliveryMetric {
  return {
    value: value === null ? null : rounded(value),
    unit: base.unit,
    level: null,
    sample: base.sample,
    betweenBands: false,
    reason,
    days: base.days,
  };
}

function rated(value: number, { unit, sample, days }: Base, { level, betweenBands, levels }: Rating): DeliveryMetric {
  return {
    value: rounded(value),
    unit,
    level,
    sample,
    betweenBands,
    ...(level === null ? { reason: "not-separable" as const } : {}),
    ...(levels ? { levels } : {}),
    days,
  };
}

function rateTimeOf(key: "leadTime" | "timeToRestore", value: number, base: Base, year: DeliveryYear): DeliveryMetric {
  if (year === 2025) return { ...without(value, base, "no-levels"), standing: standingOfTime(key, value) };
  return rated(value, base, rateTime(year, key, value));
}

function standing(value: number, base: Base, of: (bucket: string) => Standing | undefined, bucket: string | undefined): DeliveryMetric {
  const found = bucket === undefined ? undefined : of(bucket);
  return found ? { ...without(value, base, "no-levels"), standing: found } : without(value, base, "too-short");
}

/** Merges reach a branch, not users: the figures show a trend and are never judged. */
function asTrend(metrics: Readonly<Record<DeliveryKey, DeliveryMetric>>): Record<DeliveryKey, DeliveryMetric> {
  const plain = (metric: DeliveryMetric): DeliveryMetric => (metric.value === null ? metric : without(metric.value, metric, "trend-only"));
  const { deploymentFrequency, leadTime: lead, timeToRestore, changeFailureRate } = metrics;
  return {
    deploymentFrequency: plain(deploymentFrequency),
    leadTime: plain(lead),
    timeToRestore: plain(timeToRestore),
    changeFailureRate: plain(changeFailureRate),
  };
}

function asRating({ level, betweenBands, levels, reason }: DeliveryMetric): Rating | undefined {
  if (level === null && reason !== "not-separable") return undefined;
  return { level, betweenBands, ...(levels ? { levels } : {}) };
}

/** Of a year's deployments; undefined where no source says which were planned. */
function reworkRate({ deployments }: DeliveryInput, { slow }: DeliveryOptions): number | undefined {
  const within = deployments.filter(({ at, unplanned }) => at >= slow.from && at < slow.to && unplanned !== undefined);
  return within.length < LEAST_DEPLOYMENTS ? undefined : within.filter(({ unplanned }) => unplanned).length / within.length;
}

function quantilesOf(
  name: "leadTimeAuthored" | "leadTimeCommitted",
  { p50, p75, p90 }: LeadTimes,
): Partial<Record<typeof name, Quantiles>> {
  if (p50 === undefined || p75 === undefined || p90 === undefined) return {};
  return { [name]: { p50: rounded(p50), p75: rounded(p75), p90: rounded(p90) } };
}

/** Six significant places below one, thousandths above: the same bytes on every machine, and no noise. */
function rounded(value: number): number {
  return Math.abs(value) < 1 ? Math.round(value * 1e6) / 1e6 : Math.round(value * 1e3) / 1e3;
}

function isoOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
