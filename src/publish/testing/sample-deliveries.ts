// Delivery performance for the small result: one told, with every kind of level; one read from tags, with too little data.
import type { DeliveryEntry, DeliveryMetric } from "#measures";

const base = { betweenBands: false, days: 90 } as const;
const window = { from: "2026-08-25T00:00:00Z", to: "2026-11-23T00:00:00Z", zone: "Europe/Zurich" };

function seconds(value: number | null, more: Partial<DeliveryMetric>): DeliveryMetric {
  return { ...base, value, unit: "seconds", level: null, sample: 0, ...more };
}

export const sampleDeliveries: readonly DeliveryEntry[] = [
  {
    subject: "product:shop",
    year: 2021,
    source: "deployments",
    estimate: false,
    window,
    metrics: {
      deploymentFrequency: { ...base, value: 3, unit: "deployment days per week", level: "high", betweenBands: true, sample: 41 },
      leadTime: seconds(9 * 3600, { level: "high", betweenBands: true, sample: 212 }),
      timeToRestore: seconds(2400, { level: "elite", sample: 4 }),
      changeFailureRate: {
        ...base,
        value: 0.195122,
        unit: "share",
        level: null,
        sample: 41,
        reason: "not-separable",
        levels: ["high", "medium", "low"],
      },
    },
    overall: "high",
    detail: {
      deployments: 41,
      deploymentsInYear: 160,
      deploymentsPerWeek: 3.2,
      failed: 8,
      openIncidents: [{ id: "OPS-9", age: 172_800 }],
      reworkRate: 0.1,
    },
  },
  {
    subject: "repository:till",
    year: 2021,
    source: "tags",
    estimate: true,
    window,
    metrics: {
      deploymentFrequency: { ...base, value: 0, unit: "deployment days per week", level: "medium", sample: 1 },
      leadTime: seconds(3_456_000, { level: "medium", sample: 61, days: 365 }),
      timeToRestore: seconds(null, { reason: "no-incidents", days: 365 }),
      changeFailureRate: { ...base, value: 0.25, unit: "share", level: null, sample: 4, reason: "too-few-deployments", days: 365 },
    },
    overall: null,
    detail: {
      deployments: 1,
      deploymentsInYear: 4,
      failed: 1,
      openIncidents: [],
      flagged: [{ release: "till@1.4.0", mendedBy: "till@1.4.1", sign: "hotfix" }],
    },
  },
];
