// The four keys of delivery performance, by product or repository, each with its level, its sample and what it was read from; and what stands beside them.
import type { DeliveryEntry, DeliveryKey, DeliveryMetric, DeliveryReason } from "../delivery/index.ts";
import type { Figure, Formula, ValueReason } from "./types.ts";

/** Reasons for which there is no value at all, in the words of values. */
const REASONS: Readonly<Partial<Record<DeliveryReason, ValueReason>>> = {
  "no-incident-source": "no-source",
  "no-deployments": "nothing-to-measure",
  "no-changes": "nothing-to-measure",
  "no-incidents": "nothing-to-measure",
};

function keyFormula(measure: string, key: DeliveryKey): Formula {
  return { measure, compute: ({ deliveries = [] }) => deliveries.map((entry) => figureOf(entry, entry.metrics[key])) };
}

function figureOf(entry: DeliveryEntry, metric: DeliveryMetric): Figure {
  const { subject, estimate, source, year } = entry;
  const { value, sample, level, reason, days } = metric;
  const base = { subject, of: sample, detail: { days, level, source, year }, ...(estimate ? { estimate } : {}) };
  if (value !== null) return { ...base, value };
  return { ...base, value, reason: (reason && REASONS[reason]) ?? "not-enough-data" };
}

export const deploymentFrequency = keyFormula("delivery.deployment-frequency", "deploymentFrequency");
export const leadTime = keyFormula("delivery.lead-time", "leadTime");
export const timeToRestore = keyFormula("delivery.time-to-restore", "timeToRestore");
export const changeFailureRate = keyFormula("delivery.change-failure-rate", "changeFailureRate");

/** Deployments that mended what users saw, where a source says which were planned. */
export const reworkRate: Formula = {
  measure: "delivery.rework-rate",
  compute: ({ deliveries = [] }) =>
    deliveries.map(({ subject, estimate, detail: { reworkRate: value } }): Figure => {
      const base = { subject, ...(estimate ? { estimate } : {}) };
      return value === undefined ? { ...base, value: null, reason: "no-source" } : { ...base, value };
    }),
};
