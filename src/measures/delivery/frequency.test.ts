import { describe, expect, it } from "vitest";
import { localDay } from "#kit";
import { wholeDays, wholeMonths, wholeWeeks } from "./calendar.ts";
import { paceBucket, paceOf, ratePacing } from "./frequency.ts";
import { windowsUntil } from "./windows.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-23T00:00:00Z"); // a Monday
const LONG_AGO = 0;

function pace(deployments: readonly number[], options: { from?: number; zone?: string; days?: number } = {}) {
  const { window, slow } = windowsUntil(NOW, options.days);
  return paceOf({ deployments, window, slowWindow: slow, observedFrom: options.from ?? LONG_AGO, zone: options.zone ?? "UTC" });
}

/** A deployment on each of these days before now. */
const daysAgo = (...days: readonly number[]) => days.map((day) => NOW - day * DAY + 3_600_000 * 10);
const every = (step: number, until = 365) => daysAgo(...Array.from({ length: Math.floor(until / step) }, (_, index) => 1 + index * step));

describe("the calendar", () => {
  it("counts days where people live", () => {
    const late = Date.parse("2026-07-01T22:30:00Z");
    expect(localDay(late, "Europe/Zurich") - localDay(late, "UTC")).toBe(1);
    expect(localDay(late, "America/New_York")).toBe(localDay(late, "UTC"));
  });

  it("takes weeks and months that lie in the window as a whole", () => {
    const days = wholeDays({ from: Date.parse("2026-10-01T12:00:00Z"), to: NOW }, "UTC");
    const [first, end] = wholeWeeks(days);
    expect(end - first).toBe(7);
    const [month, monthEnd] = wholeMonths(days);
    expect(monthEnd - month).toBe(0);
    const [october, november] = wholeMonths(wholeDays({ from: Date.parse("2026-10-01T00:00:00Z"), to: NOW }, "UTC"));
    expect(november - october).toBe(1);
  });

  it("is not confused by a day of 23 hours", () => {
    const days = wholeDays({ from: Date.parse("2026-03-22T23:00:00Z"), to: Date.parse("2026-04-05T22:00:00Z") }, "Europe/Zurich");
    expect(days.to - days.from).toBe(14);
    const [first, end] = wholeWeeks(days);
    expect(end - first).toBe(2);
  });
});

describe("the frequency", () => {
  it("counts days, not deployments, and weeks without one", () => {
    const twice = [...every(7, 90), ...every(7, 90)];
    expect(pace(twice)).toMatchObject({ perWeek: 1, deploymentsPerWeek: 2, weeks: 12 });
    expect(pace(daysAgo(3, 4, 5))).toMatchObject({ perWeek: 0, deployments: 3 });
  });

  it("needs four whole weeks", () => {
    expect(pace(every(1, 20), { from: NOW - 20 * DAY }).perWeek).toBeUndefined();
    expect(pace(every(1, 28), { from: NOW - 28 * DAY })).toMatchObject({ perWeek: 7, weeks: 4 });
  });

  it("takes no week for empty before anything was seen", () => {
    expect(pace(every(7, 42), { from: NOW - 42 * DAY }).perWeek).toBe(1);
  });

  it.each([
    [
      "every working day",
      [1, 2, 3, 4, 5].flatMap((day) => daysAgo(...Array.from({ length: 52 }, (_, week) => week * 7 + day))),
      "elite",
      false,
    ],
    ["four days a week", [1, 2, 3, 4].flatMap((day) => daysAgo(...Array.from({ length: 52 }, (_, week) => week * 7 + day))), "high", true],
    ["once a week", every(7), "high", false],
    ["every month", every(30), "high", false],
    ["every second month", every(61), "medium", false],
    ["once a year", daysAgo(200), "medium", false],
    ["not for a year", daysAgo(500), "low", false],
  ] as const)("%s in 2021", (_, deployments, level, between) => {
    expect(ratePacing(2021, pace(deployments))).toEqual({ level, betweenBands: between });
  });

  it("tells high from medium in 2019 by the week", () => {
    expect(ratePacing(2019, pace(every(7)))?.level).toBe("high");
    expect(ratePacing(2019, pace(every(14)))?.level).toBe("medium");
  });

  it("does not call slow what was not seen for long enough", () => {
    const young = { from: NOW - 45 * DAY };
    expect(ratePacing(2021, pace(daysAgo(40), young))).toBeUndefined();
    expect(ratePacing(2021, pace(every(5, 45), young))?.level).toBe("high");
  });

  it("falls into a bucket of 2025's answers", () => {
    expect(paceBucket(pace(every(7)))).toBe("daily");
    expect(paceBucket(pace(every(30)))).toBe("weekly");
    expect(paceBucket(pace(daysAgo(500)))).toBe("seldom");
    expect(paceBucket(pace([...every(1), ...every(1), ...every(1)]))).toBe("on-demand");
  });
});
