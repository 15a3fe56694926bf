import { describe, expect, it } from "vitest";
import type { ScanResult } from "#scan";
import { cultureOf } from "../office/culture.ts";
import { sampleResult } from "../testing/sample-result.ts";
import { ladderSteps, stepsOf } from "./ladder-steps.ts";

type Project = ScanResult["upstreams"]["projects"][number];

const involvement = {
  contributions: 100,
  contributors: 9,
  absenceFactor: 2,
  elephantFactor: 1,
  largestShare: 0.5,
  unaffiliatedShare: 0.1,
  daysSinceCommit: 1,
  daysSinceRelease: 9,
  ours: { commits: 2, ever: 3, years: [0, 0, 0, 1, 2], share: 0.02, people: null, maintainers: 0, rung: "participant" as const },
};
const project: Project = {
  project: "pkg:npm/left",
  packages: [],
  products: 1,
  uses: 1,
  criticality: "high",
  wanted: "contributor",
  rung: "participant",
  license: "MIT",
  agreement: "required",
  involvement,
};

describe("what of the ladder is shown in a project", () => {
  const states = (one: Project) => Object.fromEntries(stepsOf(one).map(({ id, state }) => [id, state]));

  it("goes up to the rung that is wanted", () => {
    expect(states(project)).toEqual({ "licence-known": "met", "took-part": "met", "terms-settled": "missing", habit: "missing" });
    expect(states({ ...project, wanted: "leader" })).toMatchObject({ "looks-after": "missing" });
    expect(states({ ...project, wanted: "consumer" })).toEqual({ "licence-known": "met" });
  });

  it("is not known where no clone was read", () => {
    const { involvement: _none, agreement: _unread, ...bare } = project;
    expect(states(bare)).toEqual({ "licence-known": "met", "took-part": "unknown", "terms-settled": "unknown", habit: "unknown" });
  });

  it("shows involvement year by year", () => {
    const blocks = [...ladderSteps({ ...sampleResult, upstreams: { projects: [project], cloneFirst: [] } }, "en", 5)];
    const picture = blocks.find((block) => block.is === "picture");
    expect(picture?.is === "picture" ? picture.rows : []).toEqual([["pkg:npm/left", "0", "0", "0", "1", "2"]]);
    expect([...ladderSteps({ ...sampleResult, upstreams: { projects: [], cloneFirst: [] } }, "en", 5)]).toEqual([]);
  });
});

describe("culture and people", () => {
  it("tells what registers say, newest first, nobody who did not agree, nothing of the day after", () => {
    const registers = {
      training: {
        trainings: {
          a: {
            title: "A",
            evidence: [
              { person: "x", on: "2026-05-01", result: "passed" as const },
              { person: "y", on: "2026-06-01", result: "attended" as const },
            ],
          },
        },
      },
      recognition: {
        recognition: [
          { on: "2026-02-01", for: "old" },
          { on: "2026-06-01", for: "new", with: ["Ada"] },
          { on: "2027-01-01", for: "later" },
        ],
      },
      ambassadors: {
        ambassadors: [
          { person: "x", unit: "claims" },
          { person: "y", until: "2026-01-01" },
        ],
      },
    };
    const culture = cultureOf({ ...sampleResult, now: "2026-11-30T00:00:00Z", program: { ...sampleResult.program, registers } });
    expect(culture.trainings).toEqual([{ id: "a", title: "A", attended: 2, passed: 1, last: "2026-06-01" }]);
    expect(culture.recognition.map((one) => [one.for, one.with])).toEqual([
      ["new", ["Ada"]],
      ["old", []],
    ]);
    expect(culture.ambassadors).toEqual([{ unit: "claims", count: 1 }]);
    expect(culture.missing).toEqual(["events", "inner-source"]);
  });
});
