// The four figures as DevLake would show them, for comparing: its medians, windows and cut points. No least sample, no horizon, one band for each level.
import type { DeliveryKey } from "../bands.ts";
import type { Window } from "../calendar.ts";
import type { DeliveryMetric } from "../entry.ts";
import { failureRate } from "../failure-rate.ts";
import type { DeliveryInput } from "../measure.ts";
import { lowerMedian } from "../statistics.ts";
import { daysOf } from "../windows.ts";
import { devlakePace, devlakePaceLevel } from "./frequency.ts";
import { devlakeFailureLevel, devlakeLeadLevel, devlakeRestoreLevel } from "./levels.ts";

type Year = 2021 | 2023;

export function devlakeMetrics(input: DeliveryInput, window: Window, year: Year): Record<DeliveryKey, DeliveryMetric> {
  const days = daysOf(window);
  const within = (at: number | undefined) => at !== undefined && at >= window.from && at <= window.to;
  return {
    deploymentFrequency: frequency(input, window, year, days),
    leadTime: leadTime(input, within, year, days),
    timeToRestore: restore(input, within, year, days),
    changeFailureRate: failing(input, window, year, days),
  };
}

function frequency({ deployments }: DeliveryInput, window: Window, year: Year, days: number): DeliveryMetric {
  const pace = devlakePace(
    deployments.map(({ at }) => at),
    window,
  );
  const sample = deployments.filter(({ at }) => at >= window.from && at <= window.to).length;
  const base = { unit: "deployment days per week", sample, betweenBands: false, days } as const;
  if (deployments.length === 0 || pace.perWeek === undefined) return { ...base, value: null, level: null, reason: "no-deployments" };
  return { ...base, value: pace.perWeek, level: devlakePaceLevel(year, pace) };
}

/** Changes stand for pull requests, which a clone does not know: from the first author's date to the deployment, in minutes rounded up. */
function leadTime({ changes }: DeliveryInput, within: (at: number | undefined) => boolean, year: Year, days: number): DeliveryMetric {
  const spans = changes
    .filter(({ deployedAt }) => within(deployedAt))
    .map(({ authoredAt, committedAt, deployedAt }) => Math.ceil((deployedAt - (authoredAt ?? committedAt)) / 60_000))
    .filter((minutes) => minutes >= 0);
  return minutes(spans, (value) => devlakeLeadLevel(year, value), "no-changes", days);
}

/** 2021: from an incident's creation to its resolution; 2023: from the deployment that is held to have brought it. */
function restore({ troubles }: DeliveryInput, within: (at: number | undefined) => boolean, year: Year, days: number): DeliveryMetric {
  const spans = (troubles?.outages ?? []).flatMap(({ startedAt, resolvedAt, deployedAt }) => {
    const from = year === 2023 ? deployedAt : startedAt;
    return from === undefined || !within(resolvedAt) ? [] : Math.floor(((resolvedAt ?? from) - from) / 60_000);
  });
  return minutes(spans, devlakeRestoreLevel, troubles ? "no-incidents" : "no-incident-source", days);
}

function minutes(
  spans: readonly number[],
  levelOf: (value: number) => DeliveryMetric["level"],
  reason: "no-changes" | "no-incidents" | "no-incident-source",
  days: number,
): DeliveryMetric {
  const value = lowerMedian(spans);
  const base = { unit: "seconds", sample: spans.length, betweenBands: false, days } as const;
  return value === undefined ? { ...base, value: null, level: null, reason } : { ...base, value: value * 60, level: levelOf(value) };
}

function failing({ deployments, troubles }: DeliveryInput, window: Window, year: Year, days: number): DeliveryMetric {
  const { deployments: sample, value } = failureRate(deployments, troubles?.failed ?? new Set(), { from: window.from, to: window.to + 1 });
  const base = { unit: "share", sample, betweenBands: false, days } as const;
  if (!troubles) return { ...base, value: null, level: null, reason: "no-incident-source" };
  if (value === undefined) return { ...base, value: null, level: null, reason: "no-deployments" };
  return { ...base, value: Math.round(value * 1e6) / 1e6, level: devlakeFailureLevel(year, value) };
}
