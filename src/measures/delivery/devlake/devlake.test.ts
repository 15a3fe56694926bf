import { describe, expect, it } from "vitest";
import { devlakeTimes, firstDeployments, predecessors } from "./changes.ts";
import { devlakePace, devlakePaceLevel } from "./frequency.ts";
import { devlakeFailureLevel, devlakeLeadLevel, devlakeRestoreLevel } from "./levels.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-25T12:00:00Z"); // a Wednesday
const window = { from: NOW - 180 * DAY, to: NOW };
const every = (step: number) => Array.from({ length: Math.floor(180 / step) }, (_, index) => NOW - (index * step + 1) * DAY);

describe("the pace as DevLake has it", () => {
  it("takes lower medians, and cut weeks for whole ones", () => {
    expect(devlakePace(every(1), window)).toMatchObject({ perWeek: 7 });
    expect(devlakePace(every(14), window)).toMatchObject({ perWeek: 0, perMonth: 2 });
  });

  it.each([
    [every(1), "elite", "elite"],
    [every(7), "high", "high"],
    [every(20), "high", "medium"],
    [[NOW - 100 * DAY], "medium", "low"],
    [[NOW - 900 * DAY], "low", "low"],
  ] as const)("has levels by its own cut points", (deployments, in2021, in2023) => {
    const pace = devlakePace(deployments, window);
    expect([devlakePaceLevel(2021, pace), devlakePaceLevel(2023, pace)]).toEqual([in2021, in2023]);
  });
});

describe("its cut points", () => {
  it("fill what the reports leave open", () => {
    expect([0.15, 0.2, 0.3, 0.31].map((share) => devlakeFailureLevel(2021, share))).toEqual(["elite", "high", "medium", "low"]);
    expect([59, 60, 7 * 1440, 180 * 1440].map((minutes) => devlakeLeadLevel(2021, minutes))).toEqual(["elite", "high", "medium", "low"]);
    expect([59, 1439, 1440, 10_080].map(devlakeRestoreLevel)).toEqual(["elite", "high", "medium", "low"]);
  });
});

describe("pull requests", () => {
  const at = (minutes: number) => minutes * 60_000;
  const request = {
    id: "1",
    author: "a",
    mergeCommit: "m",
    createdAt: at(100),
    mergedAt: at(160.5),
    commits: [
      { sha: "late", authoredAt: at(90) },
      { sha: "early", authoredAt: at(40) },
    ],
    comments: [
      { id: "own", by: "a", at: at(101) },
      { id: "other", by: "b", at: at(110) },
    ],
  };
  const row = (id: string, finished: number, group = "g") => ({
    id,
    sha: `s${id}`,
    group,
    startedAt: at(finished - 1),
    finishedAt: at(finished),
  });

  it("are timed in parts, rounded up", () => {
    expect(devlakeTimes(request, row("2", 300))).toEqual({
      firstCommit: "early",
      coding: 60,
      firstReview: "other",
      pickup: 10,
      review: 51,
      deployment: "2",
      deploy: 140,
      cycle: 261,
    });
  });

  it("leave a negative part out of the sum", () => {
    expect(devlakeTimes({ ...request, commits: [{ sha: "x", authoredAt: at(200) }], comments: [] }, undefined)).toEqual({
      firstCommit: "x",
      cycle: 61,
    });
  });

  it("count for the first deployment that has a predecessor and holds them", () => {
    const rows = [row("1", 10), row("2", 300), row("3", 400), row("9", 5, "other")];
    expect(predecessors(rows).get("2")?.id).toBe("1");
    expect(predecessors(rows).has("9")).toBe(false);
    const first = firstDeployments(rows, (oldSha) => (oldSha === "s1" || oldSha === "s2" ? ["m"] : []));
    expect(first.get("m")?.id).toBe("2");
  });
});
