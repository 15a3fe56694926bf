import { expect, test } from "vitest";
import { bandYears, levels } from "./bands.ts";
import type { DeliveryEntry } from "./entry.ts";
import { entryInYear } from "./in-year.ts";

const metric = { sample: 40, betweenBands: false, days: 90 } as const;
const entry: DeliveryEntry = {
  subject: "product:portal",
  year: 2021,
  source: "deployments",
  estimate: false,
  window: { from: "2026-08-01", to: "2026-11-01", zone: "UTC" },
  metrics: {
    deploymentFrequency: { ...metric, value: 5, unit: "deployment days per week", level: "elite" },
    leadTime: { ...metric, value: 20 * 3600, unit: "seconds", level: "high" },
    timeToRestore: { ...metric, value: 3 * 3600, unit: "seconds", level: "high" },
    changeFailureRate: { ...metric, value: 0.12, unit: "share", level: "elite" },
  },
  overall: "high",
  detail: { deployments: 60, deploymentsInYear: 240, openIncidents: [] },
};

test("in its own year it is itself", () => {
  expect(entryInYear(entry, 2021)).toBe(entry);
});

test("the same figures among other bands: a day is elite in 2019, twelve of a hundred no longer in 2023", () => {
  expect(entryInYear(entry, 2019).metrics.leadTime.level).toBe("elite");
  const later = entryInYear(entry, 2023);
  expect(later.metrics.changeFailureRate).toMatchObject({ value: 0.12, level: expect.not.stringMatching("elite") });
  expect(later.year).toBe(2023);
});

test("from 2023 on the recovery from a failed deployment is judged where it is known", () => {
  const told = { ...entry, detail: { ...entry.detail, recovery: 1800 } };
  expect(entryInYear(told, 2023).metrics.timeToRestore).toMatchObject({ value: 1800, level: "elite" });
  expect(entryInYear(told, 2022).metrics.timeToRestore.value).toBe(3 * 3600);
});

test("what the data do not tell stays untold in every year, and the whole is the worst of what is known", () => {
  const thin: DeliveryEntry = {
    ...entry,
    metrics: { ...entry.metrics, timeToRestore: { ...entry.metrics.timeToRestore, value: null, level: null, reason: "no-incidents" } },
  };
  for (const year of bandYears.filter((one) => one !== 2021)) {
    const { metrics, overall } = entryInYear(thin, year);
    expect(metrics.timeToRestore).toMatchObject({ value: null, level: null, reason: "no-incidents" });
    const known = Object.values(metrics).flatMap(({ level }) => level ?? []);
    if (known.length === 3) expect(overall).toBe(levels.findLast((level) => known.includes(level)));
  }
});
